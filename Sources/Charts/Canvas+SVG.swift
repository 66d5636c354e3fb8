import HTML

extension Canvas {
  /// Writes the marks, without the `svg` element around them.
  ///
  /// - Parameter isMirrored: whether they run from right to left.
  func write(isMirrored: Bool, idPrefix: String, to sink: inout Sink) {
    let patterns = Set(
      marks.compactMap { mark in if case .rect(_, _, let pattern) = mark { pattern } else { nil } })
    if !patterns.isEmpty {
      element("defs") {
        Each(patterns.sorted().map { SeriesPattern(series: $0, idPrefix: idPrefix) })
      }.write(to: &sink)
    }
    for mark in marks { write(mark, isMirrored, idPrefix, to: &sink) }
  }

  private func write(
    _ mark: Mark, _ isMirrored: Bool, _ idPrefix: String, to sink: inout Sink
  ) {
    func turned(_ x: Double) -> Double { isMirrored ? width - x : x }
    switch mark {
    case .rect(let box, let classes, let pattern):
      let x = isMirrored ? width - box.x - box.width : box.x
      let isBar = classes.hasPrefix("chart-bar")
      empty(
        "rect", .class(classes + (isBar && pattern == nil ? " chart-solid" : "")),
        attribute("x", x), attribute("y", box.y),
        attribute("width", max(0, box.width)), attribute("height", max(0, box.height)),
        pattern.map { attribute("fill", "url(#\(SeriesPattern.id($0, idPrefix)))") }
      ).write(to: &sink)
    case .path(let points, let classes):
      guard points.count > 1 else { return }
      var data = ""
      for (index, point) in points.enumerated() {
        data += "\(index == 0 ? "M" : "L")\(decimal(turned(point.x))) \(decimal(point.y))"
      }
      empty("path", .class(classes), attribute("d", data)).write(to: &sink)
    case .sign(let sign, let at, let classes):
      empty(
        "path", .class(classes + (sign.isOpen ? " chart-sign chart-open-sign" : " chart-sign")),
        attribute("d", sign.path(around: turned(at.x), at.y))
      ).write(to: &sink)
    // What comes between is written in its turn.
    case .linkStart(let href):
      sink.append("<a href=\"")
      sink.append(text: href)
      sink.append("\">")
    case .linkEnd: sink.append("</a>")
    case .words(let words):
      let anchor: String? =
        switch (words.anchor, isMirrored) {
        case (.start, false), (.end, true): nil
        case (.middle, _): "middle"
        case (.end, false), (.start, true): "end"
        }
      element(
        "text", .class(words.lettering.style + (words.isOnMark ? " chart-on-mark" : "")),
        attribute("x", turned(words.at.x)), attribute("y", words.at.y),
        anchor.map { attribute("text-anchor", $0) }
      ) {
        // Isolated, it runs the way of its language in a drawing whose own way is from left to right.
        Text(isMirrored ? "\u{2067}\(words.text)\u{2069}" : words.text)
      }.write(to: &sink)
    }
  }
}
