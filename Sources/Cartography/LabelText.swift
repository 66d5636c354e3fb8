import HTML

/// A placed label as SVG text.
struct LabelText: Markup {
  let label: Label

  init(_ label: Label) { self.label = label }

  func write(to sink: inout Sink) {
    let (x, y) = (decimal(label.anchor.x), decimal(label.anchor.y))
    let role = "map-\(label.role.rawValue)-name"
    element(
      "text", .class(label.isWideOnly ? role + " map-wide" : role), attribute("x", x),
      attribute("y", y), attribute("dy", Self.ems(label.drop)),
      anchor.map { attribute("text-anchor", $0) },
      label.turn == 0
        ? TextAttribute?.none : attribute("transform", "rotate(\(decimal(label.turn)) \(x) \(y))"),
      label.name.language.map { .lang($0) },
      label.name.isRightToLeft ? TextAttribute.attribute("direction", "rtl") : nil
    ) {
      Text(label.lines.first ?? "")
      Each(
        label.lines.dropFirst().map { line in
          element("tspan", attribute("x", x), attribute("dy", Self.ems(Label.leading))) {
            Text(line)
          }
        })
    }.write(to: &sink)
  }

  /// `start` and `end` follow the writing's direction; alignment is what the eye sees.
  private var anchor: String? {
    switch label.alignment {
    case .middle: "middle"
    case .left: label.name.isRightToLeft ? "end" : nil
    case .right: label.name.isRightToLeft ? nil : "end"
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
