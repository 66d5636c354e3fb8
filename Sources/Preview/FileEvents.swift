#if os(macOS)
  internal import CoreServices
  internal import Dispatch

  /// Watches a folder by FSEvents until the program ends.
  ///
  /// - Returns: false where it cannot be watched.
  func watchFileEvents(
    _ folder: WatchedFolder, _ changed: @escaping @Sendable (Set<String>?) -> Void
  ) -> Bool {
    guard let real = realpath(folder.root, nil) else { return false }
    defer { free(real) }
    let watch = FileEventWatch(folder: folder, root: String(cString: real), changed: changed)
    var context = FSEventStreamContext(
      version: 0, info: Unmanaged.passRetained(watch).toOpaque(), retain: nil, release: nil,
      copyDescription: nil)
    let flags =
      kFSEventStreamCreateFlagFileEvents | kFSEventStreamCreateFlagUseCFTypes
      | kFSEventStreamCreateFlagNoDefer | kFSEventStreamCreateFlagWatchRoot
    let stream = FSEventStreamCreate(
      nil,
      { _, info, count, paths, flags, _ in
        guard let info else { return }
        let watch = Unmanaged<FileEventWatch>.fromOpaque(info).takeUnretainedValue()
        let names = Unmanaged<CFArray>.fromOpaque(paths).takeUnretainedValue() as? [String] ?? []
        watch.tell(names, UnsafeBufferPointer(start: flags, count: count))
      },
      &context, [watch.root] as CFArray, FSEventStreamEventId(kFSEventStreamEventIdSinceNow), 0.002,
      FSEventStreamCreateFlags(flags))
    guard let stream else { return false }
    FSEventStreamSetDispatchQueue(stream, DispatchQueue(label: "chancery.watch"))
    return FSEventStreamStart(stream)
  }

  private final class FileEventWatch: Sendable {
    let folder: WatchedFolder
    let root: String
    let changed: @Sendable (Set<String>?) -> Void

    init(
      folder: WatchedFolder, root: String, changed: @escaping @Sendable (Set<String>?) -> Void
    ) {
      (self.folder, self.root, self.changed) = (folder, root, changed)
    }

    func tell(_ names: [String], _ flags: UnsafeBufferPointer<FSEventStreamEventFlags>) {
      let unknown = kFSEventStreamEventFlagMustScanSubDirs | kFSEventStreamEventFlagRootChanged
      if flags.contains(where: { $0 & FSEventStreamEventFlags(unknown) != 0 }) {
        changed(nil)
        return
      }
      let paths = names.filter { $0.hasPrefix(root + "/") }
        .map { String($0.dropFirst(root.count + 1)) }.filter(folder.counts)
      if !paths.isEmpty { changed(Set(paths)) }
    }
  }
#endif
