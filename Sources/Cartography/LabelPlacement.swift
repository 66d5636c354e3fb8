/// Gives labels room, the most important first, and keeps them off each other, off symbols and
/// inside the sheet.
///
/// Every label is tried at its candidates in their order. First at the narrow drawing's size, among
/// what stands there: a label that fits is shown in both. One that does not is tried at the wide
/// drawing's size and shown in that alone. What fits nowhere is left out: the legend and the table
/// beside the map name it.
struct LabelPlacement {
  private let sheet: Box
  private var takenNarrow: [Box] = []
  private var takenWide: [Box] = []
  /// Points of lines that labels had better not cover.
  private var lines: [Point] = []
  private(set) var labels: [Label] = []

  init(sheet: Box) { self.sheet = sheet.grown(by: -3) }

  /// Keeps labels off a symbol of a size in units in the wide drawing.
  mutating func reserve(_ centre: Point, size: Double) {
    takenWide.append(Box(around: centre, width: size, height: size))
    let larger = size * Lettering.narrow.enlargement
    takenNarrow.append(Box(around: centre, width: larger, height: larger))
  }

  /// Keeps labels off a rectangle of the sheet.
  mutating func reserve(wide: Box, narrow: Box) {
    takenWide.append(wide)
    takenNarrow.append(narrow)
  }

  /// Lets labels avoid a line, where another candidate is nearly as good.
  mutating func avoid(_ line: [Point]) {
    for (a, b) in zip(line, line.dropFirst()) {
      let steps = min(max(1, Int(a.distance(to: b) / 6)), 200)
      lines += (0..<steps).map { a.toward(b, Double($0) / Double(steps)) }
    }
  }

  /// The first of the candidates that fits is placed; whether one did. One that covers a line that
  /// is to be avoided counts as if it stood so many candidates later.
  @discardableResult
  mutating func place(_ candidates: [Label], covering cost: Int = 6) -> Bool {
    let candidates = candidates.enumerated()
      .map { (rank: covers($0.element) ? $0.offset + cost : $0.offset, label: $0.element) }
      .sorted { $0.rank < $1.rank }
      .map(\.label)
    if let label = candidates.first(where: { fits($0, .narrow) && fits($0, .wide) }) {
      takenNarrow += boxes(of: label, .narrow)
      takenWide += boxes(of: label, .wide)
      labels.append(label)
      return true
    }
    guard var label = candidates.first(where: { fits($0, .wide) }) else { return false }
    label.isWideOnly = true
    takenWide += boxes(of: label, .wide)
    labels.append(label)
    return true
  }

  /// Whether a badge of a size in units finds room at a point; if so it takes it.
  mutating func placeBadge(_ centre: Point, size: Double) -> Bool {
    let wide = Box(around: centre, width: size, height: size)
    let larger = size * Lettering.narrow.enlargement
    let narrow = Box(around: centre, width: larger, height: larger)
    guard sheet.holds(wide), !takenWide.contains(where: wide.overlaps),
      !takenNarrow.contains(where: narrow.overlaps)
    else { return false }
    reserve(wide: wide, narrow: narrow)
    return true
  }

  private func covers(_ label: Label) -> Bool {
    guard !lines.isEmpty else { return false }
    return boxes(of: label, .wide).contains { box in lines.contains(where: box.holds) }
  }

  private func fits(_ label: Label, _ lettering: Lettering) -> Bool {
    let taken = lettering == .narrow ? takenNarrow : takenWide
    return boxes(of: label, lettering).allSatisfy { box in
      sheet.holds(box) && !taken.contains(where: box.overlaps)
    }
  }

  /// What a label covers: its box, or for a turned one a row of small boxes along it.
  private func boxes(of label: Label, _ lettering: Lettering) -> [Box] {
    let box = label.box(in: lettering)
    guard label.turn != 0 else { return [box.grown(by: 1)] }
    let (cosine, sine) = (cosine(label.turn.radians), sine(label.turn.radians))
    let side = box.height
    let count = max(1, Int((box.width / side).rounded(.up)))
    return (0..<count).map { index in
      let along = box.minX + (Double(index) + 0.5) * box.width / Double(count) - label.anchor.x
      let across = box.centre.y - label.anchor.y
      let centre = Point(
        x: label.anchor.x + along * cosine - across * sine,
        y: label.anchor.y + along * sine + across * cosine)
      return Box(around: centre, width: side, height: side)
    }
  }
}
