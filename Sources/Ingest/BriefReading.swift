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
  let language: String
  let rawHTML: RawHTML
  let comparesFaults: Bool

  /// What came of one.
  struct Outcome: Sendable {
    var entry: ContentFolder.Entry
    /// `nil` where it cannot be read.
    var read: ReadBrief?
    var findings: [Finding]
    var unread: Set<String>
    /// Nothing where reading is not traced.
    var trace = ReadTrace.Record()
    /// The brief as bytes, where it can be kept.
    var outline: [UInt8]?
  }

  /// - Parameter store: takes the brief's bodies; `nil` where the brief keeps them.
  func read(_ entry: ContentFolder.Entry, keepingBodies store: BodyStore?) -> Outcome {
    // A log each, so that how briefs are parted tells nothing.
    let log = FindingLog()
    let trace = folder.trace == nil ? nil : ReadTrace()
    var traced = folder
    traced.trace = trace
    var reader = BriefReader(
      folder: traced, names: names, people: people, places: places, layers: layers,
      language: language, rawHTML: rawHTML, log: log)
    reader.comparesFaults = comparesFaults
    let brief = entry.isFolder ? reader.folderBrief(entry) : reader.oneFile(entry)
    let record = trace?.record ?? ReadTrace.Record()
    var read: ReadBrief?
    // Taken as it is: another holder of it would have its notes copied.
    if var whole = consume brief {
      read = ReadBrief(
        taking: &whole, related: reader.related.map { ($0.text, $0.location) }, entry: entry,
        key: checksum(of: [checksum(entry.name), record.sum]), keepingBodies: store)
    }
    return Outcome(
      entry: entry, read: read, findings: log.findings, unread: log.unread, trace: record,
      outline: trace != nil && log.findings.isEmpty ? read?.outlineBytes : nil)
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

  init(
    taking brief: inout Brief, related: [(name: String, location: SourceLocation)],
    entry: ContentFolder.Entry, key: UInt64, keepingBodies store: BodyStore?
  ) {
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
      let names = BriefNames(brief)
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
    bodies = .source
  }
}
