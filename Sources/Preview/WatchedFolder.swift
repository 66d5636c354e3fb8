internal import Cache
internal import Dispatch

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A folder whose changes are told as they happen.
struct WatchedFolder: Sendable {
  let root: String
  /// Names at the top of it that count; `nil` for all.
  var names: Set<String>?

  /// Watches until the program ends.
  ///
  /// - Parameters:
  ///   - polling: whether to look again and again instead of being told by the system.
  ///   - changed: given paths relative to the folder, `""` for itself, or `nil` where they are not
  ///     known. Called in turn.
  func watch(polling: Bool, changed: @escaping @Sendable (Set<String>?) -> Void) {
    if !polling {
      #if os(Linux)
        if let notifier = Inotify(self) {
          DispatchQueue(label: "chancery.watch").async {
            var notifier = notifier
            notifier.run(changed)
            PollingWatch(folder: self).run(changed)
          }
          return
        }
      #elseif os(macOS)
        if watchFileEvents(self, changed) { return }
      #endif
    }
    DispatchQueue(label: "chancery.watch").async { PollingWatch(folder: self).run(changed) }
  }

  func path(_ name: String) -> String { name.isEmpty ? root : "\(root)/\(name)" }

  /// Whether something below the folder counts: not what is hidden, nor backups that editors leave,
  /// which are no content either.
  func counts(_ name: String) -> Bool {
    let parts = name.split(separator: "/")
    if let names, let first = parts.first, !names.contains(String(first)) { return false }
    return parts.allSatisfy { !$0.hasPrefix(".") && !$0.hasSuffix("~") }
  }

  /// What is in a folder below this one, by paths relative to this one, in no order.
  func entries(_ folder: String) -> [String] {
    guard let directory = opendir(path(folder)) else { return [] }
    defer { closedir(directory) }
    var entries: [String] = []
    while let entry = readdir(directory) {
      let name = String(decoding: nameBytes(of: entry), as: UTF8.self)
      if name == "." || name == ".." { continue }
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      if counts(path) { entries.append(path) }
    }
    return entries
  }
}

/// What tells a version of a file from another.
struct PathStamp: Equatable {
  let device: UInt64
  let inode: UInt64
  let size: Int
  /// Of the last change of the file or of what it may be used for, which no program can set.
  let seconds: Int
  let nanoseconds: Int
  let isFolder: Bool

  /// Of what a path leads to, through symbolic links; `nil` where it leads nowhere.
  init?(_ path: String) {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    device = UInt64(info.st_dev)
    inode = UInt64(info.st_ino)
    size = Int(info.st_size)
    #if canImport(Darwin)
      (seconds, nanoseconds) = (info.st_ctimespec.tv_sec, info.st_ctimespec.tv_nsec)
    #else
      (seconds, nanoseconds) = (info.st_ctim.tv_sec, info.st_ctim.tv_nsec)
    #endif
    isFolder = info.st_mode & S_IFMT == S_IFDIR
  }

  func isSameFile(as other: PathStamp?) -> Bool { device == other?.device && inode == other?.inode }
}
