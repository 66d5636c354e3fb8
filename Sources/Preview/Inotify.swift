#if os(Linux)
  internal import Glibc

  /// A folder watched by inotify(7), with all folders below it.
  struct Inotify: Sendable {
    private var tree: InotifyTree
    /// Files that are being written, and since when: they count once they are closed, or after a while.
    private var unfinished: [String: ContinuousClock.Instant] = [:]

    /// How long what follows a change is waited for, in milliseconds: an editor that saves makes several.
    private static let gathering: UInt32 = 2
    private static let whileWritten = Duration.milliseconds(100)
    /// Milliseconds between two looks at whether the root is still the same folder.
    private static let rootPause: Int32 = 500

    /// - Returns: `nil` where there is no inotify, or not all can be watched.
    init?(_ folder: WatchedFolder) {
      guard let tree = InotifyTree(folder) else { return nil }
      self.tree = tree
      self.tree.restart()
      if !self.tree.isWhole { return nil }
    }

    /// - Returns: where not all can be watched any more; otherwise it does not.
    mutating func run(_ changed: (Set<String>?) -> Void) {
      while tree.isWhole {
        var paths: Set<String>? = []
        if tree.wait(unfinished.isEmpty ? Self.rootPause : 20) {
          usleep(Self.gathering * 1000)
          paths = gather()
        }
        // All that was watched may be gone, and something else be at its place.
        if tree.isReplaced || paths == nil {
          tree.restart()
          paths = nil
        }
        let now = ContinuousClock.now
        for (path, since) in unfinished where now - since > Self.whileWritten {
          unfinished[path] = nil
          paths?.insert(path)
        }
        if let paths {
          if !paths.isEmpty { changed(tree.withLinks(to: paths)) }
        } else {
          changed(nil)
        }
      }
      tree.close()
      changed(nil)
    }

    /// - Returns: what changed; `nil` where the system lost count.
    private mutating func gather() -> Set<String>? {
      var paths: Set<String> = []
      // Those that come and go at once, such as drafts that are renamed, are nobody's content.
      var passing: Set<String> = []
      for event in tree.read() {
        if event.isOverflow { return nil }
        for path in tree.paths(of: event) {
          if event.isFolder {
            paths.insert(path)
            if event.isArrival { paths.formUnion(tree.add(path)) }
            if event.isDeparture { tree.forget(path) }
          } else if event.isDeparture {
            unfinished[path] = nil
            if passing.remove(path) == nil { paths.insert(path) } else { paths.remove(path) }
          } else if event.has(IN_CREATE), !tree.isWholeAtOnce(path) {
            passing.insert(path)
            unfinished[path] = .now
          } else if event.has(IN_MODIFY) {
            if unfinished[path] == nil { unfinished[path] = .now }
          } else {
            unfinished[path] = nil
            paths.insert(path)
          }
        }
      }
      return paths
    }
  }
#endif
