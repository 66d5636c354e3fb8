/// What every map carries beside its contents: the scale bar, in the corner where least stands.
enum Furniture {
  /// The scale bar's left end on the sheet, units.
  static func scaleBarStart(_ contents: MapContents) -> Point {
    let frame = contents.frame
    let length = ScaleBar(of: frame)?.length ?? 0
    let y = frame.height - 18
    let corners = [16, Frame.width - 16 - length].map { Point(x: $0, y: y) }
    let busy = { (start: Point) in
      let room = Box(minX: start.x - 20, minY: y - 50, maxX: start.x + length + 20, maxY: y + 18)
      return contents.marks.count { room.holds($0.at) }
        + contents.callouts.count { room.holds($0.at) }
    }
    return busy(corners[0]) <= busy(corners[1]) ? corners[0] : corners[1]
  }

  /// What labels must leave free.
  static func rooms(_ lettering: Lettering, _ contents: MapContents) -> [Box] {
    [scaleBarRoom(lettering, contents)]
  }

  /// What the scale bar covers.
  static func scaleBarRoom(_ lettering: Lettering, _ contents: MapContents) -> Box {
    let start = scaleBarStart(contents)
    let length = ScaleBar(of: contents.frame)?.length ?? 0
    return Box(
      minX: start.x - 6, minY: start.y - 10 - lettering.em, maxX: start.x + length + 6,
      maxY: start.y + 12)
  }
}
