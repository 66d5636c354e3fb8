#if os(Linux)
  internal import Glibc

  /// One event of inotify(7).
  struct InotifyEvent: Sendable {
    let watch: Int32
    let mask: UInt32
    /// Empty where it is about the watched folder itself.
    let name: String

    func has(_ flags: Int32...) -> Bool { flags.contains { mask & UInt32(bitPattern: $0) != 0 } }

    var isOverflow: Bool { has(IN_Q_OVERFLOW) }
    var isFolder: Bool { has(Int32(IN_ISDIR)) }
    var isArrival: Bool { has(IN_CREATE, IN_MOVED_TO) }
    var isDeparture: Bool { has(IN_DELETE, IN_MOVED_FROM) }
  }

  /// The watches of a folder and all folders below it.
  struct InotifyTree: Sendable {
    private let folder: WatchedFolder
    private let descriptor: Int32
    /// By watch; more than one where a symbolic link leads to a folder that is watched.
    private var folders: [Int32: Set<String>] = [:]
    /// Symbolic links by the file that they lead to: it is the file that changes.
    private var links: [String: Set<String>] = [:]
    private var root: PathStamp?
    private var realRoot = ""
    /// Whether every folder is watched.
    private(set) var isWhole = true

    private static let flags =
      IN_CREATE | IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE
    /// Links to folders may lead in circles.
    private static let depth = 32

    /// - Returns: `nil` where there is no inotify.
    init?(_ folder: WatchedFolder) {
      descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
      guard descriptor >= 0 else { return nil }
      self.folder = folder
    }

    func close() { _ = Glibc.close(descriptor) }

    /// Watches all anew.
    mutating func restart() {
      for watch in folders.keys { inotify_rm_watch(descriptor, watch) }
      folders = [:]
      links = [:]
      root = PathStamp(folder.root)
      realRoot = realPath(folder.root) ?? folder.root
      if root != nil { _ = add("") }
    }

    /// Whether another folder, or none, is where the root was.
    var isReplaced: Bool {
      let now = PathStamp(folder.root)
      return now.map { !$0.isSameFile(as: root) } ?? (root != nil)
    }

    /// - Returns: false where nothing happened in that time, in milliseconds.
    func wait(_ time: Int32) -> Bool {
      var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      return poll(&state, 1, time) > 0
    }

    // MARK: Folders

    /// Watches a folder and those below it.
    ///
    /// - Returns: the files in them.
    mutating func add(_ name: String, depth: Int = 0) -> Set<String> {
      let mask = UInt32(Self.flags) | UInt32(IN_ONLYDIR) | UInt32(IN_EXCL_UNLINK)
      let watch = inotify_add_watch(descriptor, folder.path(name), mask)
      guard watch >= 0 else {
        if errno == ENOSPC || errno == ENOMEM { isWhole = false }
        return []
      }
      folders[watch, default: []].insert(name)
      var files: Set<String> = []
      for entry in folder.entries(name) {
        switch kind(of: entry) {
        case S_IFDIR: if depth < Self.depth { files.formUnion(add(entry, depth: depth + 1)) }
        case S_IFLNK: files.formUnion(addLink(entry, depth: depth + 1))
        default: files.insert(entry)
        }
      }
      return files
    }

    private mutating func addLink(_ name: String, depth: Int) -> Set<String> {
      guard let real = realPath(folder.path(name)), real.hasPrefix(realRoot + "/") else {
        return [name]
      }
      let target = String(real.dropFirst(realRoot.utf8.count + 1))
      if kind(of: target) != S_IFDIR {
        links[target, default: []].insert(name)
        return [name]
      }
      // One that leads to where it stands would be followed for ever.
      guard depth < Self.depth, !"\(name)/".hasPrefix("\(target)/") else { return [name] }
      return add(name, depth: depth)
    }

    /// Watches a folder and those below it no longer.
    mutating func forget(_ name: String) {
      for (watch, names) in folders {
        let left = names.filter { $0 != name && !$0.hasPrefix("\(name)/") }
        if left.isEmpty { inotify_rm_watch(descriptor, watch) }
        folders[watch] = left.isEmpty ? nil : left
      }
    }

    func withLinks(to paths: Set<String>) -> Set<String> {
      links.isEmpty ? paths : paths.union(paths.flatMap { links[$0] ?? [] })
    }

    /// Whether a file that has just come is not going to be written: a link of either kind.
    mutating func isWholeAtOnce(_ name: String) -> Bool {
      var info = stat()
      guard lstat(folder.path(name), &info) == 0 else { return false }
      if info.st_mode & S_IFMT == S_IFLNK { _ = addLink(name, depth: 1) }
      return info.st_mode & S_IFMT == S_IFLNK || info.st_nlink > 1
    }

    private func kind(of name: String) -> mode_t {
      var info = stat()
      return lstat(folder.path(name), &info) == 0 ? info.st_mode & S_IFMT : 0
    }

    // MARK: Events

    /// Where an event happened: below the root, of what counts.
    func paths(of event: InotifyEvent) -> [String] {
      guard !event.name.isEmpty else { return [] }
      return (folders[event.watch] ?? [])
        .map { $0.isEmpty ? event.name : "\($0)/\(event.name)" }.filter(folder.counts)
    }

    /// All that are there.
    func read() -> [InotifyEvent] {
      var events: [InotifyEvent] = []
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = bytes.withUnsafeMutableBytes {
          Glibc.read(descriptor, $0.baseAddress, $0.count)
        }
        guard count > 0 else { return events }
        bytes.withUnsafeBytes { bytes in
          var at = 0
          // struct inotify_event: watch, mask, cookie, length of the name, the name padded with NUL.
          while at + 16 <= count {
            let length = Int(bytes.loadUnaligned(fromByteOffset: at + 12, as: UInt32.self))
            let name = bytes[(at + 16)..<min(count, at + 16 + length)].prefix { $0 != 0 }
            events.append(
              InotifyEvent(
                watch: bytes.loadUnaligned(fromByteOffset: at, as: Int32.self),
                mask: bytes.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self),
                name: String(decoding: name, as: UTF8.self)))
            at += 16 + length
          }
        }
      }
    }
  }

  private func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
#endif
