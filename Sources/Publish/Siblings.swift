internal import Cache
internal import Compression
internal import Diagnostics
internal import HTML

// A file's sibling is its compressed form beside it (`index.html.br`), which a server sends in its
// place. One that is older than its file would be a page of other words, perhaps of a stylesheet that
// is gone. So the order is: the old siblings are removed before a file changes, whether or not this
// build writes new ones, and new ones are written once the file is in place. Between the two the file
// is sent as it is; a build that is killed there leaves no more than that, and the next makes up for
// it. To replace the sibling first would show the new page to some before it is there for all.

/// Files smaller than this fit into one packet of a network whatever is done to them.
private let leastSize = 1024

/// What shrinks. Pictures, documents and Pagefind's index are compressed already.
private let shrinking: Set<String> = [
  "bib", "css", "csv", "geojson", "html", "js", "json", "ris", "svg", "txt", "webmanifest", "xml",
]

/// What a file's siblings are called, where it may have any.
func siblings(of path: String) -> [(coding: Encoding, path: String)] {
  guard let dot = path.lastIndex(of: "."),
    shrinking.contains(String(path[path.index(after: dot)...]))
  else { return [] }
  return Encoding.allCases.map { ($0, path + $0.suffix) }
}

/// Siblings that an earlier build wrote, apart from those paths that are files of their own.
func siblings(listedIn manifest: Manifest, apart plan: Set<String>) -> Set<String> {
  var found: Set<String> = []
  for path in manifest.files.keys {
    for (_, sibling) in siblings(of: path)
    where manifest.contains(sibling) && !plan.contains(sibling) {
      found.insert(sibling)
    }
  }
  return found
}

/// Writes the siblings of files that are in place.
struct SiblingWriter: Sendable {
  let folder: OutputFolder
  let log: ManifestLog
  /// What stood there before the build.
  let old: Manifest
  let work: WorkLog?

  struct Sibling: Sendable {
    var path: String
    var sum: UInt64
    var isWritten: Bool
  }

  /// - Parameter files: checksums by path.
  /// - Throws: where a sibling cannot be written.
  func write(
    _ files: [String: UInt64], jobs: Int
  ) async throws(OutputError) -> [Sibling] {
    let candidates = files.keys.sorted()
    return try await inChunks(candidates.count, jobs: jobs) { range throws(OutputError) in
      var written: [Sibling] = []
      for path in candidates[range] {
        guard let sum = files[path] else { continue }
        defer { work?.advance() }
        written += try write(path, sum, among: files)
      }
      return written
    }
  }

  private func write(
    _ path: String, _ sum: UInt64, among files: [String: UInt64]
  ) throws(OutputError) -> [Sibling] {
    let due = siblings(of: path).filter { files[$0.path] == nil }
    guard !due.isEmpty else { return [] }
    var written: [Sibling] = []
    var content: [UInt8]?
    for (coding, sibling) in due {
      try Interruption.check()
      if let kept = kept(sibling, of: path, sum) {
        written.append(Sibling(path: sibling, sum: kept, isWritten: false))
        continue
      }
      content = content ?? folder.read(path)
      guard let bytes = content, bytes.count >= leastSize else { return [] }
      let packed = try encoded(bytes, coding, naming: sibling)
      guard packed.count < bytes.count else { continue }
      let packedSum = checksum(packed)
      let change = try packed.withUnsafeBufferPointer { buffer throws(OutputError) in
        try folder.write(sibling, buffer) { () throws(OutputError) in
          try log.add(sibling, packedSum)
        }
      }
      written.append(Sibling(path: sibling, sum: packedSum, isWritten: change == .written))
    }
    return written
  }

  /// The checksum of a sibling that is still that of its file: of one that did not change since a
  /// build that came to its end, and as that build left it. A path has several checksums where the
  /// last build was killed.
  private func kept(_ sibling: String, of path: String, _ sum: UInt64) -> UInt64? {
    guard old.files[path] == [sum], let sums = old.files[sibling], sums.count == 1,
      let bytes = folder.read(sibling), checksum(bytes) == sums[0]
    else { return nil }
    return sums[0]
  }
}

/// Refuses to write siblings over files that Chancery did not write.
func refuseForeignSiblings(
  _ plan: SitePlan, _ known: Manifest?, _ renderer: Renderer, _ folder: OutputFolder
) throws(OutputError) {
  let files = Set(plan.outputs.map(\.path))
  for output in plan.outputs {
    for (coding, sibling) in siblings(of: output.path) where !files.contains(sibling) {
      let isKnown = known.map { $0.contains(sibling) || !$0.isWhole } ?? false
      if isKnown || folder.kind(of: sibling) == .nothing { continue }
      if known == nil,
        folder.read(sibling) == (try encoded(renderer.bytes(of: output), coding, naming: sibling))
      {
        continue
      }
      throw OutputError(
        description:
          "“\(folder.root)/\(sibling)” was not written by Chancery, and would be written "
          + "over; move it away")
    }
  }
}

private func encoded(
  _ content: [UInt8], _ coding: Encoding, naming path: String
) throws(OutputError) -> [UInt8] {
  do throws(CompressionFault) {
    return try coding.encoded(content)
  } catch {
    throw OutputError(description: "“\(path)” cannot be made: there is too little memory")
  }
}

extension Renderer {
  fileprivate func bytes(of output: SitePlan.Output) throws(OutputError) -> [UInt8] {
    var sink = Sink()
    try render(output, to: &sink)
    return sink.bytes
  }
}
