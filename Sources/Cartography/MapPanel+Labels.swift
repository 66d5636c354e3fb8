import HTML

// Names, keys and numbers, over all else.

extension MapPanel {
  /// The lines that names are written along, for `defs`.
  func writeCurves(to sink: inout Sink) {
    for (index, words) in labels.words.enumerated() where !words.label.curve.isEmpty {
      empty(
        "path", .id(curve(index)), attribute("d", PathData(lines: [words.label.curve]).text)
      ).write(to: &sink)
    }
  }

  func writeLabels(to sink: inout Sink) {
    for sign in labels.badges + labels.keySigns { write(sign.leader, sign.classes, to: &sink) }
    for words in labels.words { write(words.label.leader, words.classes, to: &sink) }
    element("g", .class("map-labels")) {
      Each(
        labels.words.enumerated().map { index, words in
          LabelText(
            words.label, words.classes,
            curve: words.label.curve.isEmpty ? nil : curve(index))
        })
      Streamed(writeSecondNames)
    }.write(to: &sink)
    for key in labels.keySigns { writeKey(key, to: &sink) }
    for badge in labels.badges { writeBadge(badge, to: &sink) }
  }

  /// Names in a second language, in a group whose letters are smaller.
  private func writeSecondNames(to sink: inout Sink) {
    let second = labels.words.compactMap { LabelText(second: $0.label, $0.classes) }
    guard !second.isEmpty else { return }
    element("g", .class("map-second")) { Each(second) }.write(to: &sink)
  }

  private func curve(_ index: Int) -> String { "\(idPrefix)-along-\(index + 1)" }

  private func write(
    _ leader: [Point], _ classes: String, to sink: inout Sink
  ) {
    guard !leader.isEmpty else { return }
    writePath(PathData(lines: [leader]), "map-leader" + classes, to: &sink)
  }

  private func writeKey(_ key: MapLabels.Sign, to sink: inout Sink) {
    let box = Box(around: key.at, width: labels.keyWidth, height: MapSign.keyHeight)
    element("g", .class("map-keysign" + key.classes)) {
      empty(
        "rect", attribute("x", box.minX), attribute("y", box.minY),
        attribute("width", box.width), attribute("height", box.height), attribute("rx", "3"))
      signText(key)
    }.write(to: &sink)
  }

  private func writeBadge(_ badge: MapLabels.Sign, to sink: inout Sink) {
    element("g", .class("map-callout" + badge.classes)) {
      empty(
        "circle", attribute("cx", badge.at.x), attribute("cy", badge.at.y),
        attribute("r", MapSign.badgeSize / 2))
      signText(badge)
    }.write(to: &sink)
  }

  private func signText(_ sign: MapLabels.Sign) -> some Markup {
    element(
      "text", attribute("x", sign.at.x), attribute("y", sign.at.y), attribute("dy", ".35em"),
      attribute("text-anchor", "middle")
    ) { Text(sign.text) }
  }
}

extension MapLabels {
  var hasCurves: Bool { words.contains { !$0.label.curve.isEmpty } }

  /// Whether a word, key or badge of the wide drawing stands in a box.
  func covers(_ box: Box) -> Bool {
    words.contains {
      $0.visibility.isShown(in: .wide) && $0.label.boxes(in: .wide).contains(where: box.overlaps)
    }
      || (keySigns + badges).contains {
        $0.visibility.isShown(in: .wide)
          && Box(around: $0.at, width: keyWidth, height: MapSign.badgeSize).overlaps(box)
      }
  }
}

extension MapLabels.Words {
  /// What all that shows it says of itself, each class with a blank before it.
  fileprivate var classes: String { visibility.rawValue + (layer?.suffix ?? "") }
}

extension MapLabels.Sign {
  fileprivate var classes: String { visibility.rawValue + (layer?.suffix ?? "") }
}
