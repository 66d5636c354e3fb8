internal import Cache
internal import Diagnostics
internal import Markdown
internal import Model
internal import Synchronization

/// Reads briefs one by one: what that needs beside their own files.
struct BriefReading: Sendable {
  let folder: ContentFolder
  let names: PortalNames
  let people: [Person]
  let places: [Place]
  let layers: [GeoLayer]
  /// What briefs are written in, where they do not say.
  let language: String
  /// What they are to be read in; `nil` for their own languages.
  let siteLanguage: String?
  let rawHTML: RawHTML
  let comparesFaults: Bool

  /// What came of one.
  struct Outcome: Sendable {
    var entry: ContentFolder.Entry
    /// `nil` where it cannot be read.
    var read: ReadBrief?
    var findings: [Finding]
    var unread: Set<String>
    /// Names of what the edition leaves out of it, its own where it is left out.
    var leftOut: Set<String> = []
    var withheld = Withheld()
    var joints: [FindingLog.Joint] = []
    /// Nothing where reading is not traced.
    var trace = ReadTrace.Record()
    /// The brief as bytes, where it can be kept.
    var outline: [UInt8]?
  }

  /// - Parameter store: takes the brief's bodies; `nil` where the brief keeps them.
  func read(_ entry: ContentFolder.Entry, keepingBodies store: BodyStore?) -> Outcome {
    // A log each, so that how briefs are parted tells nothing.
    let log = FindingLog(leftOut: names.leftOut)
    let trace = folder.trace == nil ? nil : ReadTrace()
    var traced = folder
    traced.trace = trace
    var reader = BriefReader(
      folder: traced, names: names, people: people, places: places, layers: layers,
      language: language, rawHTML: rawHTML, log: log)
    reader.comparesFaults = comparesFaults
    reader.siteLanguage = siteLanguage
    let brief = entry.isFolder ? reader.folderBrief(entry) : reader.oneFile(entry)
    let record = trace?.record ?? ReadTrace.Record()
    var read: ReadBrief?
    // Taken as it is: another holder of it would have its notes copied.
    if var whole = consume brief {
      read = ReadBrief(
        taking: &whole, related: reader.related.map { ($0.text, $0.location) }, entry: entry,
        key: checksum(of: [checksum(entry.name), record.sum]), keepingBodies: store,
        leftOut: log.leftOut)
    }
    let isPlain = log.findings.isEmpty && log.leftOut == names.leftOut && log.withheld == Withheld()
    if read == nil, log.leftOut != names.leftOut { log.leaveOut(entry.name) }
    // What is wrong with a brief that is not published yet stops no other.
    let isUnpublished = read == nil && !(log.withheld.drafts + log.withheld.waiting).isEmpty
    return Outcome(
      entry: entry, read: read, findings: isUnpublished ? [] : log.findings, unread: log.unread,
      leftOut: log.leftOut,
      withheld: log.withheld, joints: log.joints, trace: record,
      outline: trace != nil && isPlain ? read?.outlineBytes : nil)
  }
}

/// A brief as read, before links between briefs are resolved. A class, since it is handed on as it is.
final class ReadBrief: Sendable {
  let brief: Brief
  /// Ids that `related:` gives, and where.
  let related: [(name: String, location: SourceLocation)]
  let references: [OpenReferences]
  /// `nil` where the brief has them itself.
  let bodies: KeptBodies?
  let entry: ContentFolder.Entry
  /// A checksum of what was read for it.
  let key: UInt64
  /// Names of what the edition leaves out of it.
  let leftOut: Set<String>

  init(
    taking brief: inout Brief, related: [(name: String, location: SourceLocation)],
    entry: ContentFolder.Entry, key: UInt64, keepingBodies store: BodyStore?,
    leftOut: Set<String>
  ) {
    self.leftOut = leftOut
    self.related = related
    self.entry = entry
    self.key = key
    references = brief.openReferences()
    bodies = store.map { $0.keepBodies(of: &brief) }
    self.brief = brief
  }

  /// Made when first asked for: few briefs are linked to by a part of them.
  var names: BriefNames {
    known.withLock { known in
      if let known { return known }
      var names = BriefNames(brief)
      names.leftOut = leftOut
      known = names
      return names
    }
  }
  private let known = Mutex<BriefNames?>(nil)

  /// One whose bodies are not at hand.
  init(
    outline: Brief, related: [(name: String, location: SourceLocation)],
    references: [OpenReferences], entry: ContentFolder.Entry, key: UInt64
  ) {
    brief = outline
    self.related = related
    self.references = references
    self.entry = entry
    self.key = key
    leftOut = []
    bodies = .source
  }
}
