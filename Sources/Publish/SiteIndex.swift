internal import Cache

/// Files that are made of a site's pages once these are in place.
public struct SiteIndex: Sendable {
  /// Below the site's root, with a slash at its end: holds nothing else.
  let folder: String
  let files: @Sendable (_ site: String) throws(OutputError) -> [(path: String, bytes: [UInt8])]

  /// - Parameters:
  ///   - folder: below the site's root, with a slash at its end.
  ///   - files: given the site's folder, gives files by their paths below `folder`, in the order in
  ///     which they are to be written.
  public init(
    folder: String,
    files:
      @escaping @Sendable (_ site: String) throws(OutputError) -> [(path: String, bytes: [UInt8])]
  ) {
    self.folder = folder
    self.files = files
  }
}

/// Writes an index into a site whose pages are in place, and no others.
struct IndexWriter {
  let index: SiteIndex
  let folder: OutputFolder
  let log: ManifestLog
  /// What stood there before the build.
  let old: Manifest

  struct Written {
    var sum: UInt64
    var isWritten: Bool
  }

  /// - Parameter files: the site's, checksums by path.
  /// - Returns: those of the index: checksums by path below the site's root, and whether each changed.
  func write(
    after files: [String: UInt64]
  ) throws(OutputError) -> [String: Written] {
    if let kept = kept(files) { return kept }
    var written: [String: Written] = [:]
    for (name, bytes) in try index.files(folder.root) {
      try Interruption.check()
      let path = index.folder + name
      if folder.kind(of: path) != .nothing, !old.contains(path), folder.read(path) != bytes {
        throw OutputError(
          description: "“\(folder.root)/\(path)” was not written by Chancery, and would be written "
            + "over; move it away")
      }
      let sum = checksum(bytes)
      let change = try bytes.withUnsafeBufferPointer { buffer throws(OutputError) in
        try folder.write(path, buffer) { () throws(OutputError) in try log.add(path, sum) }
      }
      written[path] = Written(sum: sum, isWritten: change == .written)
    }
    return written
  }

  /// The index that is there, where it is whole and no page changed since.
  private func kept(_ files: [String: UInt64]) -> [String: Written]? {
    func pages<Sum>(_ files: [String: Sum]) -> [String: Sum] {
      files.filter { $0.key.hasSuffix(".html") }
    }
    guard pages(old.files) == pages(files).mapValues({ [$0] }) else { return nil }
    var kept: [String: Written] = [:]
    for (path, sums) in old.files where path.hasPrefix(index.folder) {
      if siblings(of: String(path.dropLast(3))).contains(where: { $0.path == path }) { continue }
      guard sums.count == 1, let bytes = folder.read(path), checksum(bytes) == sums[0] else {
        return nil
      }
      kept[path] = Written(sum: sums[0], isWritten: false)
    }
    return kept.isEmpty ? nil : kept
  }
}
