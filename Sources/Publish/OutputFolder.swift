internal import Cache

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The folder that a site is written to. Each file is written under another name and renamed, so
/// that it is there whole or not at all; one whose bytes are the same is not touched.
///
/// One build at a time, or several of some briefs each: the folder is locked for as long as a value of it
/// is held, and the kernel takes the lock away from a build that was killed.
package struct OutputFolder: Sendable {
  let root: String
  /// Where files are written before they are renamed: on the same file system.
  private let pending: String
  private let lock: FolderLock
  /// Whether nothing was in it when it was locked: then what is not this build's is nothing to look for.
  let isNew: Bool
  private static let pendingPrefix = ".chancery-pending-"

  /// Whether a name is that of a folder of drafts.
  static func isPending(_ name: String) -> Bool { name.hasPrefix(pendingPrefix) }

  /// Makes the folder where there is none, and waits for another build that is writing to it.
  ///
  /// - Parameter isShared: whether others that share it may write at the same time.
  package init(_ path: String, isShared: Bool = false) throws(OutputError) {
    root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    pending = "\(Self.pendingPrefix)\(getpid())"
    try Self.makeFolders(root)
    lock = try FolderLock(root, isShared: isShared)
    isNew = !isShared && names(in: root).isEmpty
  }

  package enum Change: Sendable { case written, unchanged }

  /// Writes a file below the root.
  ///
  /// - Parameter note: called where the file changes, just before it does.
  func write(
    _ path: String, _ bytes: UnsafeBufferPointer<UInt8>,
    noting note: () throws(OutputError) -> Void = { () throws(OutputError) in }
  ) throws(OutputError) -> Change {
    if !isNew, isFile(full(path), holding: bytes) { return .unchanged }
    if try writeNew(path, bytes, noting: note) { return .written }
    let draft = full("\(pending)/\(String(checksum(Array(path.utf8)), radix: 16))")
    try writeDraft(draft, bytes, for: path)
    do throws(OutputError) {
      try note()
      try move(draft, to: path)
    } catch {
      unlink(draft)
      throw error
    }
    return .written
  }

  @discardableResult
  package func write(_ path: String, _ bytes: [UInt8]) throws(OutputError) -> Change {
    try bytes.withUnsafeBufferPointer { buffer throws(OutputError) in try write(path, buffer) }
  }

  /// Writes a file anew even where its bytes are the same.
  func replace(_ path: String, _ bytes: [UInt8]) throws(OutputError) {
    let draft = full("\(pending)/\(String(checksum(Array(path.utf8)), radix: 16))")
    try bytes.withUnsafeBufferPointer { buffer throws(OutputError) in
      try writeDraft(draft, buffer, for: path)
    }
    try move(draft, to: path)
  }

  /// A descriptor that writes at a file's end; the file is made where there is none.
  func openToAppend(_ path: String) throws(OutputError) -> Int32 {
    let descriptor = open(
      full(path), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw .fault(full(path)) }
    return descriptor
  }

  /// Bytes of a file below the root; `nil` where there is none.
  package func read(_ path: String) -> [UInt8]? { readFile(full(path)) }

  func kind(of path: String) -> FileKind { FileKind(of: full(path)) }

  /// Whether nothing is in the folder.
  var isEmpty: Bool { names(in: root).isEmpty }

  /// Removes a file, and the folders that it leaves empty.
  package func remove(_ path: String) throws(OutputError) {
    guard unlink(full(path)) == 0 else { throw .fault(full(path), "removed") }
    for folder in Self.folders(of: path).reversed() {
      guard rmdir(full(folder)) == 0 else { return }
    }
  }

  /// The folders that a path leads through, the outermost first.
  static func folders(of path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
  }

  /// Waits for those that share the folder to be done, and keeps others out from here on.
  package func lockAlone() { lock.takeAlone() }

  /// Removes this build's drafts, and those of builds that were killed.
  package func removePending() {
    for name in names(in: root) where Self.isPending(name) {
      // Nobody else is writing where the lock is held alone.
      guard lock.isHeldAlone || name == pending, kind(of: name) == .folder else { continue }
      for draft in names(in: full(name)) { unlink(full("\(name)/\(draft)")) }
      rmdir(full(name))
    }
  }

  // MARK: System calls

  func full(_ path: String) -> String { "\(root)/\(path)" }

  private func writeDraft(
    _ draft: String, _ bytes: UnsafeBufferPointer<UInt8>, for path: String
  ) throws(OutputError) {
    func opened() -> Int32 {
      open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    }
    var descriptor = opened()
    if descriptor < 0, errno == ENOENT {
      guard mkdir(full(pending), 0o755) == 0 || errno == EEXIST else { throw .fault(full(path)) }
      descriptor = opened()
    }
    guard descriptor >= 0 else { throw .fault(full(path)) }
    do throws(OutputError) {
      try writeAll(descriptor, bytes, naming: full(path))
    } catch {
      close(descriptor)
      unlink(draft)
      throw error
    }
    guard close(descriptor) == 0 else {
      let fault = OutputError.fault(full(path))
      unlink(draft)
      throw fault
    }
  }

  private func move(_ draft: String, to path: String) throws(OutputError) {
    if rename(draft, full(path)) == 0 { return }
    if errno == ENOENT, let folder = Self.folders(of: path).last {
      try Self.makeFolders(full(folder))
      if rename(draft, full(path)) == 0 { return }
    }
    throw .fault(full(path))
  }

  /// Makes a folder, and those above it that are missing.
  private static func makeFolders(_ folder: String) throws(OutputError) {
    if mkdir(folder, 0o755) == 0 { return }
    if errno == ENOENT, let above = folders(of: folder).last, !above.isEmpty {
      try makeFolders(above)
      if mkdir(folder, 0o755) == 0 { return }
    }
    guard errno == EEXIST else { throw .fault(folder) }
    var info = stat()
    guard stat(folder, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else {
      throw OutputError(description: "“\(folder)” is not a folder")
    }
  }
}

/// The lock on a folder, let go with the last reference.
private final class FolderLock: Sendable {
  private let descriptor: Int32
  /// False where it is shared, and on a file system that has no locks.
  let isHeldAlone: Bool

  init(_ folder: String, isShared: Bool) throws(OutputError) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      isHeldAlone = false
      throw .fault(folder)
    }
    isHeldAlone = Self.lock(descriptor, isShared ? LOCK_SH : LOCK_EX) && !isShared
  }

  func takeAlone() { _ = Self.lock(descriptor, LOCK_EX) }

  private static func lock(_ descriptor: Int32, _ operation: Int32) -> Bool {
    var result = flock(descriptor, operation)
    while result != 0, errno == EINTR { result = flock(descriptor, operation) }
    return result == 0
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }
}
