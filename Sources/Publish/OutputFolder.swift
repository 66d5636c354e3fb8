#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What keeps a site from being written.
public struct OutputError: Error, CustomStringConvertible {
  public let description: String
}

/// The folder that a site is written to. Each file is written under another name and renamed, so
/// that it is there whole or not at all; one whose bytes are the same is not touched.
struct OutputFolder: Sendable {
  let root: String
  /// Where files are written before they are renamed: on the same file system, one for each process.
  private let pending: String
  private static let pendingPrefix = ".chancery-pending-"

  init(_ path: String) throws(OutputError) {
    root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    pending = "\(Self.pendingPrefix)\(getpid())"
    try makeFolders(for: "x")
  }

  enum Change: Sendable { case written, unchanged }

  /// Writes a file, below the root.
  func write(_ path: String, _ bytes: UnsafeBufferPointer<UInt8>) throws(OutputError) -> Change {
    if isSame(path, bytes) { return .unchanged }
    try makeFolders(for: path)
    try makeFolders(for: "\(pending)/x")
    let draft = full("\(pending)/\(String(checksum(Array(path.utf8)), radix: 16))")
    try writeWhole(draft, bytes)
    guard rename(draft, full(path)) == 0 else { throw fault(path) }
    return .written
  }

  @discardableResult
  func write(_ path: String, _ bytes: [UInt8]) throws(OutputError) -> Change {
    try bytes.withUnsafeBufferPointer { buffer throws(OutputError) in try write(path, buffer) }
  }

  /// Bytes of a file below the root; `nil` where there is none.
  func read(_ path: String) -> [UInt8]? {
    let descriptor = open(full(path), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return Self.readAll(descriptor)
  }

  func contains(_ path: String) -> Bool {
    var info = stat()
    return lstat(full(path), &info) == 0
  }

  /// Whether nothing is in the folder.
  var isEmpty: Bool {
    guard let directory = opendir(root) else { return true }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { return false }
    }
    return true
  }

  /// Removes a file, and the folders that it leaves empty.
  func remove(_ path: String) {
    guard unlink(full(path)) == 0 else { return }
    var parts = path.split(separator: "/").dropLast()
    while !parts.isEmpty, rmdir(full(parts.joined(separator: "/"))) == 0 { parts = parts.dropLast() }
  }

  /// Removes what builds that were killed left behind, this process's own drafts too.
  func removePending() {
    guard let directory = opendir(root) else { return }
    defer { closedir(directory) }
    var stale: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasPrefix(Self.pendingPrefix),
        let process = pid_t(name.dropFirst(Self.pendingPrefix.count))
      else { continue }
      if process == getpid() || (kill(process, 0) != 0 && errno == ESRCH) { stale.append(name) }
    }
    for name in stale {
      if let inner = opendir(full(name)) {
        while let entry = readdir(inner) {
          let file = withUnsafeBytes(of: entry.pointee.d_name) {
            String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
          }
          if file != ".", file != ".." { unlink(full("\(name)/\(file)")) }
        }
        closedir(inner)
      }
      rmdir(full(name))
    }
  }

  // MARK: System calls

  private func full(_ path: String) -> String { "\(root)/\(path)" }

  private func isSame(_ path: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let descriptor = open(full(path), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG,
      Int(info.st_size) == bytes.count, let old = Self.readAll(descriptor)
    else { return false }
    return old.elementsEqual(bytes)
  }

  private static func readAll(_ descriptor: Int32) -> [UInt8]? {
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(info.st_size)
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      while count < size {
        let got = systemRead(descriptor, base + count, size - count)
        if got < 0, errno == EINTR { continue }
        if got <= 0 {
          isWhole = false
          return
        }
        count += got
      }
    }
    return isWhole ? bytes : nil
  }

  private func writeWhole(
    _ path: String, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(OutputError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw fault(path) }
    var written = 0
    while written < bytes.count, let base = bytes.baseAddress {
      let count = systemWrite(descriptor, base + written, bytes.count - written)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let error = fault(path)
        close(descriptor)
        unlink(path)
        throw error
      }
      written += count
    }
    guard close(descriptor) == 0 else { throw fault(path) }
  }

  private func makeFolders(for path: String) throws(OutputError) {
    var folder = root
    var parts = path.split(separator: "/").dropLast()[...]
    while true {
      if mkdir(folder, 0o755) != 0, errno != EEXIST {
        // The folder above may be missing too: the root may be several folders deep.
        guard errno == ENOENT, folder == root else { throw fault(folder) }
        try makeRoot()
      }
      guard let next = parts.popFirst() else { return }
      folder += "/\(next)"
    }
  }

  private func makeRoot() throws(OutputError) {
    var path = root.hasPrefix("/") ? "" : "."
    for part in root.split(separator: "/") {
      path += "/\(part)"
      if mkdir(path, 0o755) != 0, errno != EEXIST { throw fault(path) }
    }
  }

  private func fault(_ path: String) -> OutputError {
    OutputError(description: "“\(path)” cannot be written: \(String(cString: strerror(errno)))")
  }
}

/// `read(2)` and `write(2)`, under names that do not clash with methods.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
