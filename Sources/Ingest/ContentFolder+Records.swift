internal import Diagnostics
internal import Model
internal import Yams

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

// Records as an edition has them.

extension ContentFolder {
  /// A file of records. `nil` where it cannot be read, with a finding, and where the edition leaves all of
  /// it out.
  func record(_ name: String, log: FindingLog) -> Record? {
    wholeRecord(name, log: log).flatMap { edited($0) }
  }

  /// The same with what the edition leaves out.
  func wholeRecord(_ name: String, log: FindingLog) -> Record? {
    read(name, log: log).flatMap { YAMLReader(file: $0, log: log).record() }
      .map { translated($0, log: log) }
  }

  /// A record with what it says in the edition's language.
  func translated(_ record: Record, log: FindingLog) -> Record {
    guard let translation, let file = self.translation(of: record.origin.file.name, log: log) else {
      return record
    }
    var translated = RecordTranslation(of: record, into: translation, edition: edition)
    translated.add(file)
    return translated.record
  }

  /// The file that translates another; `nil` where there is none.
  func translation(of name: String, log: FindingLog) -> SourceFile? {
    guard let path = translatedName(of: name), isFile(path, log: log) else { return nil }
    return read(path, log: log)
  }

  /// Warns of files in a folder of translations that translate none beside it.
  ///
  /// - Parameters:
  ///   - language: the folder's name.
  ///   - folder: in which it stands; empty for the content folder.
  ///   - parts: folders below it that are translated too.
  func warnOfUselessTranslations(
    _ language: String, in folder: String, parts: [String] = [], log: FindingLog
  ) {
    let prefix = folder.isEmpty ? "" : folder + "/"
    for part in [""] + parts.map({ $0 + "/" }) {
      let listed = "\(prefix)\(language)/\(part)".dropLast()
      for entry in entries(String(listed), log: log) where !entry.isFolder {
        guard [".md", ".yaml", ".csv"].contains(where: entry.name.hasSuffix) else { continue }
        let own = "\(prefix)\(part)\(entry.name.dropFirst(listed.utf8.count + 1))"
        if isFile(own, log: log) { continue }
        let others = entries(String((prefix + part).dropLast()), log: log)
          .filter { !$0.isFolder }.map(\.name)
        log.warning(
          "translates-nothing", at: SourceLocation(file: entry.name),
          "there is no “\(own)” that this would translate; it is left out",
          hint: log.didYouMean(own, among: others))
      }
    }
  }

  /// Where a file's translation stands: in the language's folder of its brief, or of the portal.
  private func translatedName(of name: String) -> String? {
    guard let translation else { return nil }
    let parts = name.split(separator: "/")
    if parts.first != "briefs" { return "\(translation)/\(name)" }
    // That of a brief in one file stands in a folder beside it.
    let beside = parts.count > 2 ? 2 : 1
    return (parts.prefix(beside) + [translation[...]] + parts.dropFirst(beside))
      .joined(separator: "/")
  }

  /// Names of what the edition leaves out of a record's mapping under a key.
  func leftOut(of key: String, in record: Record) -> Set<String> {
    AudienceFilter(edition: edition, origin: record.origin).leftOut(of: key, in: record.mapping)
  }

  /// Files that are records by their ids.
  private static let filesOfRecords: Set = [
    "people.yaml", "places.yaml", "actors.yaml", "glossary.yaml", "sources.yaml", "events.yaml",
  ]

  /// What an edition has of a record.
  ///
  /// - Parameter line: of its file, where it has ended.
  func edited(_ record: Record, before line: Int = .max) -> Record? {
    // Few files say whom they are for, and to look for the word costs less than to go through all values.
    guard record.origin.file.mayNameAudience(before: line) else {
      return record
    }
    let filter = AudienceFilter(edition: edition, origin: record.origin)
    let name = record.origin.file.name.split(separator: "/").last.map(String.init) ?? ""
    let kept =
      filter.filtered(record.mapping)
      ?? (Self.filesOfRecords.contains(name) ? filter.filteredRecords(record.mapping) : nil)
    return kept.map { Record($0, record.origin) }
  }
}

extension SourceFile {
  /// Whether a text stands in it before a line that says whom something is for, or gives it another form.
  /// One that is written with escapes is taken for there.
  func mayNameAudience(before line: Int = .max) -> Bool {
    let end = line == .max ? bytes.count : self.line(line).lowerBound
    return bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return false }
      if memchr(start, Int32(UInt8(ascii: "\\")), end) != nil { return true }
      // Eight letters at a time: “audience”, and “public”.
      let audience = Self.word("audience")
      let form = Self.word("public  ")
      for at in 0..<max(0, end - 7) {
        // In small letters; blanks stay what they are.
        let word =
          buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self) | 0x2020_2020_2020_2020
        if word == audience || word << 16 == form << 16 { return true }
      }
      return false
    }
  }

  private static func word(_ text: StaticString) -> UInt64 {
    UnsafeRawPointer(text.utf8Start).loadUnaligned(as: UInt64.self)
  }
}
