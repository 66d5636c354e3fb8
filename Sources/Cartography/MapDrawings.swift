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
  ///   - earlier: those of the portal as it was.
  ///   - isSame: whether a brief, and all that its maps show, is as it was and where it was: an index in
  ///     the briefs of both portals.
  public init(of portal: Portal, keeping earlier: MapDrawings, where isSame: (Int) -> Bool) {
    self.portal = portal
    slots = portal.briefs.enumerated().map { index, brief in
      guard earlier.slots.indices.contains(index),
        earlier.slots[index].count == brief.maps.count, isSame(index)
      else { return brief.maps.map { _ in Slot() } }
      return earlier.slots[index]
    }
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
    let workers = min(max(1, jobs), all.count)
    return await withTaskGroup(of: [(Int, [Finding])].self) { group in
      for worker in 0..<workers {
        group.addTask {
          stride(from: worker, to: all.count, by: workers).map {
            ($0, self.drawing(of: all[$0].map, in: all[$0].brief).findings)
          }
        }
      }
      var results = [[Finding]](repeating: [], count: all.count)
      for await found in group {
        for (index, findings) in found { results[index] = findings }
      }
      return results.flatMap(\.self)
    }
  }
}
