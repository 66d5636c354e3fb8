#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension OutputFolder {
  /// Writes a file where there is none: without a name until it is whole, which spares the file system a
  /// name among the drafts and its removal.
  ///
  /// - Returns: whether it was written; `false` where it has to be written otherwise.
  func writeNew(
    _ path: String, _ bytes: UnsafeBufferPointer<UInt8>,
    noting note: () throws(OutputError) -> Void
  ) throws(OutputError) -> Bool {
    #if os(Linux)
      guard isNew || kind(of: path) == .nothing else { return false }
      let folder = Self.folders(of: path).last.map(full) ?? root
      let descriptor = open(folder, Self.nameless | O_WRONLY | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { return false }
      defer { close(descriptor) }
      try writeAll(descriptor, bytes, naming: full(path))
      try note()
      let name = "/proc/self/fd/\(descriptor)"
      return linkat(AT_FDCWD, name, AT_FDCWD, full(path), AT_SYMLINK_FOLLOW) == 0
    #else
      return false
    #endif
  }

  #if os(Linux)
    /// `O_TMPFILE`, which is not imported.
    private static let nameless: Int32 = 0o20_000_000 | O_DIRECTORY
  #endif
}
