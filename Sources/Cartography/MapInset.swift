import HTML
import Model

/// A small map of where a map lies: what the map shows is a frame on it or, where that is too small to
/// see, a ring.
struct MapInset: Sendable {
  /// Where it stands on the sheet; units.
  var box: Box
  private let overview: Overview
  /// Units from the inset's corner.
  private let outline: [Point]

  /// `nil` where it would show no more than the map itself, or nothing.
  init?(_ inset: ZoneMap.Inset, of frame: Frame, in portal: Portal, context: Geos) {
    var extent: Extent?
    if case .extent(let given) = inset { extent = given }
    guard let overview = Overview(of: extent, in: portal, context: context) else { return nil }
    self.overview = overview
    box = overview.box
    outline = frame.outline.compactMap { overview.place(frame.projection.inverse($0)) }
    guard let shown = Box(holding: outline), shown.overlaps(box),
      shown.width < box.width * 0.8 || shown.height < box.height * 0.8
    else { return nil }
  }

  func write(to sink: inout Sink) {
    let (width, height) = (decimal(box.width), decimal(box.height))
    element(
      "svg", .class("map-inset"), attribute("x", box.minX), attribute("y", box.minY),
      attribute("width", width), attribute("height", height),
      attribute("viewBox", "0 0 \(width) \(height)")
    ) {
      Streamed(overview.write)
      Streamed(writeOutline)
      empty(
        "rect", .class("map-inset-edge"), attribute("width", width), attribute("height", height))
    }.write(to: &sink)
  }

  private func writeOutline(to sink: inout Sink) {
    guard let shown = Box(holding: outline) else { return }
    if max(shown.width, shown.height) >= 9 {
      var data = PathData()
      data.add(outline, closed: true)
      writePath(data, "map-inset-frame", to: &sink)
    } else {
      empty(
        "circle", .class("map-inset-frame"), attribute("cx", shown.centre.x),
        attribute("cy", shown.centre.y), attribute("r", "5")
      ).write(to: &sink)
    }
  }
}

extension Frame {
  /// The edge of what is shown, with points between its corners, in projected kilometres.
  fileprivate var outline: [Point] {
    zip(ground.corners, ground.corners.dropFirst() + ground.corners.prefix(1)).flatMap { a, b in
      (0..<8).map { a.toward(b, Double($0) / 8) }
    }
  }
}
