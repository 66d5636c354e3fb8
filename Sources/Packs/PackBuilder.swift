internal import Cache
public import Cartography
public import Diagnostics
public import Model
public import Publish
internal import Synchronization
internal import Templates

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What building packs came to, in documents.
public struct PackReport: Sendable {
  public var written = 0
  public var unchanged = 0
  public var removed = 0
  /// What could not be set, and why.
  public var findings: [Finding] = []

  public init() {}
}

/// Builds documents, of PDFs those only whose source changed, several at once.
///
/// - Parameters:
///   - documents: what to build. EPUBs need no engine; they are made each time, and written where
///     their bytes changed.
///   - isAll: whether these are all that the portal has: others that were built before are removed.
///     Where they are not, several runs may write to the same folder at once.
///   - content: the folder that the portal was read from, for pictures.
///   - output: the folder of packs; made where there is none.
///   - progress: called after each document that is compiled, with how many are done of how many.
/// - Throws: `OutputError` where Typst is missing, or a file cannot be written. Files are written
///   whole or not at all.
public func buildPacks(
  _ documents: [PackDocument], isAll: Bool, of portal: Portal, maps: MapDrawings, content: String,
  to output: String, jobs: Int, progress: @escaping @Sendable (Int, Int) -> Void
) async throws(OutputError) -> PackReport {
  let folder = try OutputFolder(output, isShared: !isAll)
  defer { folder.removePending() }
  var built = PackList(nil)
  var list = PackList(readFile("\(output)/\(PackList.path)"))
  var report = PackReport()
  let known = list
  let edition = portal.edition.setting
  if !isAll, !known.entries.isEmpty, known.edition != edition {
    throw OutputError(
      description: "“\(output)” holds packs of another edition; build all, or into another folder")
  }
  // A run that is killed leaves documents of both.
  list.edition = known.entries.isEmpty || known.edition == edition ? edition : PackList.mixed
  let prepared = try await inChunks(documents.count, jobs: jobs) { range throws(OutputError) in
    var prepared: [Prepared] = []
    for document in documents[range] {
      try Interruption.check()
      prepared.append(
        try prepare(document, of: portal, maps: maps, content: content, known, in: output))
    }
    return prepared
  }
  var due: [(document: PackDocument, path: String, source: PackSource, inputs: UInt64)] = []
  var paths: Set<String> = []
  for (document, state) in zip(documents, prepared) {
    let path = portal.path(of: document)
    paths.insert(path)
    switch state {
    case .nothing: break
    case .unchanged: report.unchanged += 1
    case .file(let bytes, let sum):
      if try folder.write(path, bytes) == .written {
        report.written += 1
      } else {
        report.unchanged += 1
      }
      built.entries[path] = .init(inputs: sum, sum: sum, pages: 0)
    case .source(let source, let inputs): due.append((document, path, source, inputs))
    }
  }
  if !due.isEmpty {
    let engine = try TypstEngine()
    for (number, each) in due.enumerated() {
      try engine.work.makeFolder("\(number)")
      try engine.work.write("\(number)/main.typ", each.source.main)
      for file in each.source.files { try engine.work.write("\(number)/\(file.path)", file.bytes) }
      for picture in each.source.pictures {
        guard let bytes = readFile("\(content)/\(picture.source)", followsLinks: true) else {
          throw OutputError(description: "“\(content)/\(picture.source)” cannot be read")
        }
        try engine.work.write("\(number)/\(picture.path)", bytes)
      }
    }
    let all = due.enumerated().map { number, each in
      TypstEngine.Job(
        folder: "\(number)", isPicture: each.document.isPicture,
        seconds: seconds(of: each.document, in: portal))
    }
    let workers = max(1, min(jobs, all.count))
    let counter = Counter()
    let faults = await withTaskGroup(of: OutputError?.self) { group in
      for worker in 0..<workers {
        let mine = stride(from: worker, to: all.count, by: workers).map { all[$0] }
        group.addTask {
          do throws(OutputError) {
            try engine.compile(mine, list: "jobs-\(worker)") { progress(counter.next(), all.count) }
            return nil
          } catch {
            return error
          }
        }
      }
      var faults: [OutputError] = []
      for await fault in group { if let fault { faults.append(fault) } }
      return faults
    }
    if let fault = faults.first { throw fault }
    for (number, each) in due.enumerated() {
      try Interruption.check()
      let isPicture = each.document.isPicture
      let made = engine.work.read("\(number)/\(isPicture ? "out.png" : "out.pdf")")
      guard let made, let pages = isPicture ? 0 : pageCount(of: made) else {
        let error = String(decoding: engine.work.read("\(number)/error.txt") ?? [], as: UTF8.self)
        let (briefs, file) = origin(of: each.document, in: portal)
        report.findings += PackFaults(portal: portal, content: content)
          .findings(error, briefs: briefs, file: file)
        continue
      }
      try folder.write(each.path, made)
      built.entries[each.path] = .init(inputs: each.inputs, sum: checksum(made), pages: pages)
      report.written += 1
      // Listed at once: a run that is killed keeps what it has built. Of several runs, each lists its own
      // once the others are done.
      if isAll { try folder.write(PackList.path, list.adding(built).bytes) }
    }
  }
  if !isAll {
    folder.lockAlone()
    list = PackList(readFile("\(output)/\(PackList.path)"))
  }
  list = list.adding(built)
  list.edition = edition
  if isAll {
    for (path, entry) in list.entries.sorted(by: { $0.key < $1.key }) where !paths.contains(path) {
      list.entries[path] = nil
      // One that someone has put in its place is theirs.
      guard let bytes = readFile("\(output)/\(path)"), checksum(bytes) == entry.sum else {
        continue
      }
      try folder.remove(path)
      report.removed += 1
    }
  }
  try folder.write(PackList.path, list.bytes)
  var seen: Set<String> = []
  report.findings = report.findings.filter {
    seen.insert("\($0.location.file):\($0.location.position?.line ?? 0):\($0.message)").inserted
  }
  return report
}

/// The source of documents as files to compile elsewhere: for each, a folder with `main.typ`.
///
/// - Returns: paths below a folder of their own, with their bytes.
public func packSources(
  _ documents: [PackDocument], of portal: Portal, maps: MapDrawings, content: String
) throws(OutputError) -> [(path: String, bytes: [UInt8])] {
  var files: [(path: String, bytes: [UInt8])] = []
  for document in documents {
    guard let source = standardSource(of: document, in: portal, maps: maps) else { continue }
    let folder = portal.path(of: document).dropLast(".pdf".count)
    files.append(("\(folder)/main.typ", source.main))
    files += source.files.map { ("\(folder)/\($0.path)", $0.bytes) }
    for picture in source.pictures {
      guard let bytes = readFile("\(content)/\(picture.source)", followsLinks: true) else {
        throw OutputError(description: "“\(content)/\(picture.source)” cannot be read")
      }
      files.append(("\(folder)/\(picture.path)", bytes))
    }
  }
  return files
}

/// A document before it is compiled.
private enum Prepared: Sendable {
  /// The content has nothing for it.
  case nothing
  /// It stands in the folder already.
  case unchanged
  /// It needs no engine; with its checksum.
  case file([UInt8], UInt64)
  /// With the checksum of all that it is compiled from.
  case source(PackSource, inputs: UInt64)
}

private func prepare(
  _ document: PackDocument, of portal: Portal, maps: MapDrawings, content: String,
  _ known: PackList, in output: String
) throws(OutputError) -> Prepared {
  if case .epub(let brief) = document {
    let bytes = try epub(of: brief, in: portal, maps: maps, content: content)
    return .file(bytes, checksum(bytes))
  }
  guard let source = standardSource(of: document, in: portal, maps: maps) else { return .nothing }
  let inputs = checksum(of: source, content: content)
  let path = portal.path(of: document)
  if let entry = known.entries[path], entry.inputs == inputs,
    let bytes = readFile("\(output)/\(path)"), checksum(bytes) == entry.sum
  {
    return .unchanged
  }
  return .source(source, inputs: inputs)
}

extension PackDocument {
  fileprivate var isPicture: Bool { if case .card = self { true } else { false } }
}

private final class Counter: Sendable {
  private let count = Atomic<Int>(0)
  func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}

/// Of everything that a document is compiled from, in order.
func checksum(of source: PackSource, content: String) -> UInt64 {
  var sums = [checksum(source.main)]
  for file in source.files { sums += [checksum(Array(file.path.utf8)), checksum(file.bytes)] }
  for picture in source.pictures {
    sums.append(checksum(readFile("\(content)/\(picture.source)", followsLinks: true) ?? []))
  }
  return checksum(
    sums.flatMap { sum in (0..<8).map { UInt8(truncatingIfNeeded: sum >> ($0 * 8)) } })
}

/// The briefs that a document is made of, and the file that says so.
private func origin(of document: PackDocument, in portal: Portal) -> ([Brief], file: String) {
  if case .pack(let index) = document {
    let pack = portal.packs[index]
    return (pack.parts.map { portal.briefs[$0.brief] }, pack.file)
  }
  let brief = document.brief.map { portal.briefs[$0] }
  return ([brief].compactMap { $0 }, brief?.file ?? "portal.yaml")
}

/// The date of a document: a pack's own, else that of the brief that changed last.
private func seconds(of document: PackDocument, in portal: Portal) -> Int {
  if case .pack(let index) = document, let date = portal.packs[index].date {
    return seconds(of: date)
  }
  return seconds(of: origin(of: document, in: portal).0.compactMap(\.lastChange).max())
}

/// A day’s midnight UTC, in seconds since 1970; 0 for no date, and for one before.
private func seconds(of date: PartialDate?) -> Int {
  guard let date, date.year >= 1970 else { return 0 }
  return dayNumber(year: date.year, month: date.month ?? 1, day: date.day ?? 1) * 86_400
}

/// The pages of a PDF: the root of its page tree counts them all.
private func pageCount(of pdf: [UInt8]) -> Int? {
  let mark = Array("/Type/Pages/Count ".utf8)
  return pdf.withUnsafeBytes { bytes -> Int? in
    guard let start = bytes.baseAddress else { return nil }
    var most: Int?
    var at = 0
    while let slash = memchr(start + at, 0x2F, bytes.count - at) {
      at = start.distance(to: UnsafeRawPointer(slash)) + 1
      guard at - 1 + mark.count <= bytes.count, memcmp(slash, mark, mark.count) == 0 else {
        continue
      }
      let digits = bytes[(at - 1 + mark.count)...].prefix { (48...57).contains($0) }
      if let count = Int(String(decoding: digits, as: UTF8.self)) { most = max(most ?? 0, count) }
    }
    return most
  }
}
