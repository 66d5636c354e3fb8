/// The lines of a name as they are set, measured once for all the places that they are tried at.
struct LabelBlock: Sendable, Equatable {
  /// At least one.
  var lines: [String]
  /// Of the name in a second language, in smaller letters; often none.
  var secondLines: [String] = []
  /// Of the longest line, in the main letters' ems.
  var width: Double
  /// From the first line's baseline to the last one's, in the main letters' ems.
  var depth: Double

  static let leading = 1.12
  /// Size of the second language's letters as a share of the first's.
  static let secondSize = 0.82

  /// In lines that are not much wider than a number of ems.
  init(_ name: Name, role: Label.Role, within ems: Double) {
    lines = Lettering.lines(of: name.text, within: ems)
    secondLines =
      name.others.first.map { Lettering.lines(of: $0.text, within: ems / Self.secondSize) } ?? []
    let spread = role.spread(name)
    let first = lines.map(Lettering.width).max() ?? 0
    let second = secondLines.map(Lettering.width).max() ?? 0
    width = max(first, second * Self.secondSize) * spread
    depth =
      Double(lines.count - 1) * Self.leading
      + Double(secondLines.count) * Self.leading * Self.secondSize
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
