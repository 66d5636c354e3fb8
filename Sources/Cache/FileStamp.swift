#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What the file system says of a file: while it says the same, the file holds the same.
///
/// The times that it keeps advance in steps of some milliseconds, so that a file that has just been
/// changed may be changed again without showing it: its stamp is not to be trusted.
package struct FileStamp: Sendable, Equatable {
  /// Nanoseconds after which a further change is sure to show: more than a tick of the kernel's clock;
  /// for file systems that keep whole seconds, or every second one, more than these.
  private var step: Int64 {
    modified % 1_000_000_000 == 0 && changed % 1_000_000_000 == 0 ? 2_100_000_000 : 20_000_000
  }

  /// Bytes.
  package var size: Int64
  /// Nanoseconds since 1970: when its bytes, and when anything of it was changed.
  package var modified: Int64
  package var changed: Int64
  package var inode: UInt64
  package var device: UInt64

  init(size: Int64, modified: Int64, changed: Int64, inode: UInt64, device: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
    self.device = device
  }

  private init(_ info: stat) {
    #if canImport(Glibc)
      let (modified, changed) = (info.st_mtim, info.st_ctim)
    #else
      let (modified, changed) = (info.st_mtimespec, info.st_ctimespec)
    #endif
    size = Int64(info.st_size)
    self.modified = Int64(modified.tv_sec) &* 1_000_000_000 &+ Int64(modified.tv_nsec)
    self.changed = Int64(changed.tv_sec) &* 1_000_000_000 &+ Int64(changed.tv_nsec)
    inode = UInt64(info.st_ino)
    device = UInt64(truncatingIfNeeded: info.st_dev)
  }

  /// Of a regular file; `nil` where there is none.
  package init?(of path: String, followsLinks: Bool = false) {
    var info = stat()
    guard (followsLinks ? stat(path, &info) : lstat(path, &info)) == 0,
      info.st_mode & S_IFMT == S_IFREG
    else { return nil }
    self.init(info)
  }

  /// Of an open file.
  package init?(of descriptor: Int32) {
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(info)
  }

  /// Whether a change from now on would show.
  package var isSettled: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let time = Int64(now.tv_sec) &* 1_000_000_000 &+ Int64(now.tv_nsec)
    return changed < time - step && modified < time - step
  }

  /// The stamp, where it may be trusted.
  package var settled: FileStamp? { isSettled ? self : nil }
}
