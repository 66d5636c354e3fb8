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
      + more
  }

  func write(to sink: inout Sink) {
    let language = name.language.map { Attribute.lang($0) }
    let direction = name.isRightToLeft ? Attribute.attribute("direction", "rtl") : nil
    if let curve {
      element("text", .class(classes), language, direction) {
        element(
          "textPath", attribute("href", "#" + curve), attribute("startOffset", "50%"),
          attribute("text-anchor", "middle")
        ) { Text(lines.joined(separator: " ")) }
      }.write(to: &sink)
      return
    }
    let (x, y) = (decimal(label.anchor.x), decimal(label.anchor.y))
    element(
      "text", .class(classes), attribute("x", x), attribute("y", y),
      attribute("dy", Self.ems(drop)), anchor.map { attribute("text-anchor", $0) },
      label.turn == 0
        ? nil : attribute("transform", "rotate(\(decimal(label.turn)) \(x) \(y))"),
      language, direction
    ) {
      Text(lines.first ?? "")
      Each(
        lines.dropFirst().map { line in
          element("tspan", attribute("x", x), attribute("dy", Self.ems(LabelBlock.leading))) {
            Text(line)
          }
        })
    }.write(to: &sink)
  }

  /// `start` and `end` follow the writing's direction; alignment is what the eye sees.
  private var anchor: String? {
    switch label.alignment {
    case .middle: "middle"
    case .left: name.isRightToLeft ? "end" : nil
    case .right: name.isRightToLeft ? nil : "end"
    }
  }

  /// To a hundredth.
  private static func ems(_ value: Double) -> String {
    let hundredths = Int((min(max(value, -100), 100) * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)em"
  }
}
