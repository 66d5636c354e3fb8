public import Diagnostics
public import Model
import Synchronization

/// A portal's maps, each drawn once, when it is first asked for, for all the pages that show it.
public final class MapDrawings: Sendable {
  private let portal: Portal
  /// By brief and map.
  private let slots: [[Slot]]

  private final class Slot: Sendable {
    let drawing = Mutex<MapDrawing?>(nil)
  }

  public init(of portal: Portal) {
    self.portal = portal
    slots = portal.briefs.map { $0.maps.map { _ in Slot() } }
  }

  /// - Parameters:
  ///   - map: index in the brief's maps.
  ///   - brief: index in the portal's briefs.
  public func drawing(of map: Int, in brief: Int) -> MapDrawing {
    slots[brief][map].drawing.withLock { drawing in
      if let drawing { return drawing }
      let whole = portal.briefs[brief]
      let made = MapDrawing(
        whole.maps[map], of: whole, in: portal, idPrefix: "m\(whole.maps[map].number)")
      drawing = made
      return made
    }
  }

  /// Draws all maps, some at once, and tells what is wrong with them that only drawing shows, in the
  /// order of briefs and maps.
  public func findings(jobs: Int) async -> [Finding] {
    let all = portal.briefs.indices.flatMap { brief in
      portal.briefs[brief].maps.indices.map { (brief: brief, map: $0) }
    }
    guard !all.isEmpty else { return [] }
    let size = max(1, all.count / max(1, jobs * 4))
    let chunks = stride(from: 0, to: all.count, by: size).map {
      Array(all[$0..<min($0 + size, all.count)])
    }
    return await withTaskGroup(of: (Int, [Finding]).self) { group in
      var results: [[Finding]] = chunks.map { _ in [] }
      var next = 0
      func start() {
        guard next < chunks.count else { return }
        let (number, chunk) = (next, chunks[next])
        next += 1
        group.addTask {
          (number, chunk.flatMap { self.drawing(of: $0.map, in: $0.brief).findings })
        }
      }
      for _ in 0..<max(1, jobs) { start() }
      for await (number, findings) in group {
        results[number] = findings
        start()
      }
      return results.flatMap(\.self)
    }
  }
}
