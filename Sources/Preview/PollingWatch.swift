#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Looks at every file again and again, where the system does not tell of changes.
struct PollingWatch {
  let folder: WatchedFolder
  /// Milliseconds between two looks, at least.
  private static let pause: Int64 = 200
  /// Links to folders may lead in circles.
  private static let depth = 32

  /// Does not return.
  func run(_ changed: (Set<String>?) -> Void) {
    var known = stamps()
    while true {
      let start = ContinuousClock.now
      let now = stamps()
      var paths = Set(now.keys.filter { now[$0] != known[$0] })
      paths.formUnion(known.keys.filter { now[$0] == nil })
      known = now
      if !paths.isEmpty { changed(paths) }
      // A tenth of the time at most is spent on looking.
      let taken = Int64((ContinuousClock.now - start) / .milliseconds(1))
      usleep(useconds_t(max(Self.pause, taken * 10) * 1000))
    }
  }

  private func stamps() -> [String: PathStamp] {
    var stamps: [String: PathStamp] = [:]
    var folders = [(name: "", depth: 0)]
    while let (name, depth) = folders.popLast() {
      for entry in folder.entries(name) {
        guard let stamp = PathStamp(folder.path(entry)) else { continue }
        // A folder's own time says no more than its entries.
        guard stamp.isFolder else {
          stamps[entry] = stamp
          continue
        }
        if depth < Self.depth { folders.append((entry, depth + 1)) }
      }
    }
    if let root = PathStamp(folder.root), root.isFolder { return stamps }
    return [:]
  }
}
