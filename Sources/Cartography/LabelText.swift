import HTML

/// A placed label as SVG text.
struct LabelText: Markup {
  private let label: Label
  private let name: Name
  private let lines: [String]
  /// Of its own ems, from the anchor to the first baseline.
  private let drop: Double
  private let classes: String
  /// The id of the line that it is written along.
  private let curve: String?

  init(_ label: Label, _ more: String, curve: String?) {
    self.label = label
    self.curve = curve
    name = label.name
    lines = label.block.lines
    drop = label.drop
    classes = Self.classes(label.role, name, more)
  }

  /// The name in the second language, under the first; `nil` where there is none.
  init?(second label: Label, _ more: String) {
    guard let name = label.name.others.first, !label.block.secondLines.isEmpty else { return nil }
    self.label = label
    self.name = name
    curve = nil
    lines = label.block.secondLines
    let first = label.drop + Double(label.block.lines.count - 1) * LabelBlock.leading
    drop = (first + LabelBlock.leading * LabelBlock.secondSize) / LabelBlock.secondSize
    classes = Self.classes(label.role, name, more)
  }

  private static func classes(
    _ role: Label.Role, _ name: Name, _ more: String
  ) -> String {
    let isSpread = role == .area || role == .division || role == .country
    return "map-\(role.rawValue)-name" + (isSpread && !name.maySpread ? " map-joined" : "")
      + (name.isRightToLeft ? " map-rtl" : "") + more
  }

  func write(to sink: inout Sink) {
    let language = name.language.map { Attribute.lang($0) }
    if let curve {
      element("text", .class(classes), language) {
        element(
          "textPath", attribute("href", "#" + curve), attribute("startOffset", "50%"),
          attribute("text-anchor", "middle")
        ) { Text(inItsDirection(lines.joined(separator: " "))) }
      }.write(to: &sink)
      return
    }
    let (x, y) = (decimal(label.anchor.x), decimal(label.anchor.y))
    element(
      "text", .class(classes), attribute("x", x), attribute("y", y),
      attribute("dy", Self.ems(drop)), anchor.map { attribute("text-anchor", $0) },
      label.turn == 0
        ? nil : attribute("transform", "rotate(\(decimal(label.turn)) \(x) \(y))"),
      language
    ) {
      Text(inItsDirection(lines.first ?? ""))
      Each(
        lines.dropFirst().map { line in
          element("tspan", attribute("x", x), attribute("dy", Self.ems(LabelBlock.leading))) {
            Text(inItsDirection(line))
          }
        })
    }.write(to: &sink)
  }

  private var anchor: String? {
    switch label.alignment {
    case .middle: "middle"
    case .left: nil
    case .right: "end"
    }
  }

  /// Drawings run from left to right, by which lines are anchored: not all programs know `direction`. Words that
  /// run the other way are isolated.
  private func inItsDirection(_ line: String) -> String {
    name.isRightToLeft ? line.runningRightToLeft : line
  }

  /// To a hundredth.
  private static func ems(_ value: Double) -> String {
    let hundredths = Int((min(max(value, -100), 100) * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)em"
  }
}
