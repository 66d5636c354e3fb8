internal import Cartography
internal import Model
internal import Synchronization

/// A portal's maps, each drawn once, when a page first shows it, for all the pages that do.
final class MapDrawings: Sendable {
  private let portal: Portal
  /// By brief and map.
  private let slots: [[Slot]]

  private final class Slot: Sendable {
    let drawing = Mutex<MapDrawing?>(nil)
  }

  init(of portal: Portal) {
    self.portal = portal
    slots = portal.briefs.map { $0.maps.map { _ in Slot() } }
  }

  func drawing(of map: Int, in brief: Int) -> MapDrawing {
    slots[brief][map].drawing.withLock { drawing in
      if let drawing { return drawing }
      let whole = portal.briefs[brief]
      let made = MapDrawing(
        whole.maps[map], of: whole, in: portal, idPrefix: "m\(whole.maps[map].number)")
      drawing = made
      return made
    }
  }
}
