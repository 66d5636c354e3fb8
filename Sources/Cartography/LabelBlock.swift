import TextMetrics

/// The lines of a name as they are set, measured once for all the places that they are tried at, and
/// shared by them.
final class LabelBlock: Sendable, Equatable {
  let role: Label.Role
  let name: Name
  /// At least one.
  let lines: [String]
  /// Of the name in a second language, in smaller letters; often none.
  let secondLines: [String]
  /// Of the longest line, in the main letters' ems.
  let width: Double
  /// From the first line's baseline to the last one's, in the main letters' ems.
  let depth: Double

  static let leading = 1.12
  /// Size of the second language's letters as a share of the first's.
  static let secondSize = 0.88

  /// In lines that are not much wider than a number of ems.
  init(_ name: Name, role: Label.Role, within ems: Double) {
    self.role = role
    self.name = name
    lines = TextMeasure.lines(of: name.text, within: ems)
    secondLines =
      name.others.first.map { TextMeasure.lines(of: $0.text, within: ems / Self.secondSize) } ?? []
    let spread = role.spread(name)
    let first = lines.map(TextMeasure.width).max() ?? 0
    let second = secondLines.map(TextMeasure.width).max() ?? 0
    width = max(first, second * Self.secondSize) * spread
    depth =
      Double(lines.count - 1) * Self.leading
      + Double(secondLines.count) * Self.leading * Self.secondSize
  }

  static func == (a: LabelBlock, b: LabelBlock) -> Bool {
    a === b
      || a.lines == b.lines && a.secondLines == b.secondLines && a.role == b.role
        && a.name == b.name
  }

  /// The ways to divide a name, each different, the first that which is tried first.
  static func all(_ name: Name, role: Label.Role, within widths: [Double]) -> [LabelBlock] {
    var blocks: [LabelBlock] = []
    for width in widths {
      let block = LabelBlock(name, role: role, within: width)
      if !blocks.contains(block) { blocks.append(block) }
    }
    return blocks
  }
}
