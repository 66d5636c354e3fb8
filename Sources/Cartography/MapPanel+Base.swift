import HTML

// The ground of a map: graticule and base layers, then the scale bar on top.

extension MapPanel {
  func writeBase(to sink: inout Sink) {
    for layer in contents.layers where layer.theme == .land || layer.theme == .sea {
      group(.base(layer.theme), if: !layer.features.isEmpty, to: &sink) { write(layer, to: &$0) }
    }
    writePath(PathData(lines: contents.graticule?.lines ?? []), "map-graticule", to: &sink)
    for layer in contents.layers where layer.theme != .land && layer.theme != .sea {
      group(.base(layer.theme), if: !layer.features.isEmpty, to: &sink) { write(layer, to: &$0) }
    }
  }

  private func write(_ layer: BaseLayer, to sink: inout Sink) {
    let theme = "map-\(layer.theme.rawValue)"
    var areas = PathData()
    var main = PathData()
    var minor = PathData()
    for feature in layer.features {
      if !layer.theme.isOutline {
        for ring in feature.polygons.flatMap({ $0 }) { areas.add(ring, closed: true) }
      }
      for line in feature.lines {
        // A river without a name is a small one.
        if layer.theme == .rivers, feature.name == nil {
          minor.add(line, closed: false)
        } else {
          main.add(line, closed: false)
        }
      }
    }
    writePath(areas, "map-area \(theme)", to: &sink)
    writePath(minor, "map-line \(theme) map-lesser", to: &sink)
    writePath(main, "map-line \(theme)", to: &sink)
    // The name of a country needs no dot.
    for point in layer.features.flatMap(\.points) where layer.theme != .countries {
      empty(
        "circle", .class("map-dot \(theme)"), attribute("cx", point.x),
        attribute("cy", point.y), attribute("r", "2")
      ).write(to: &sink)
    }
  }

  func writeFurniture(to sink: inout Sink) {
    element("g", .class("map-marks map-wide")) {
      Each((contents.graticule?.marks ?? []).compactMap(degreeMark))
    }.write(to: &sink)
    contents.furniture.inset?.write(to: &sink)
    contents.furniture.northArrow?.write(letter: words.northLetter, to: &sink)
    guard let bar = contents.furniture.scaleBar else { return }
    let start = contents.furniture.scaleBarStart
    let (x, y) = (decimal(start.x), decimal(start.y))
    let half = decimal(bar.length / 2)
    element("g", .class("map-scale")) {
      empty(
        "path", .class("map-scale-line"),
        attribute("d", "M\(x) \(decimal(start.y - 5))v5h\(decimal(bar.length))v-5"))
      empty("path", .class("map-scale-half"), attribute("d", "M\(x) \(y)h\(half)"))
      element(
        "text", attribute("x", start.x + bar.length / 2),
        attribute("y", start.y - 8), attribute("text-anchor", "middle")
      ) { Text(bar.text) }
    }.write(to: &sink)
  }

  /// A degree at the sheet's edge, where it stands clear of corners and of the scale bar.
  private func degreeMark(_ mark: Graticule.Mark) -> (some Markup)? {
    let sheet = contents.frame.sheet
    let at =
      mark.isParallel
      ? Point(x: 4, y: mark.at.y - 4) : Point(x: mark.at.x + 4, y: sheet.maxY - 5)
    let room = Box(minX: at.x, minY: at.y - 12, maxX: at.x + 44, maxY: at.y + 2)
    let isFree =
      sheet.holds(room) && !contents.furniture.rooms(.wide).contains { room.overlaps($0) }
      && !labels.covers(room)
    return isFree
      ? element("text", attribute("x", at.x), attribute("y", at.y)) {
        Text(mark.text)
      } : nil
  }

}
