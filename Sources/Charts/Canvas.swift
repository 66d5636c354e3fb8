/// A drawing as a list of marks, in the order in which they are painted: x grows in the direction in which the
/// language is read, y downwards. Writing it turns it round where that is from right to left.
struct Canvas: Sendable {
  let width: Double
  var height: Double
  private(set) var marks: [Mark] = []

  struct Point: Sendable, Equatable {
    var x: Double
    var y: Double
  }

  struct Box: Sendable, Equatable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    func overlaps(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height
        && other.y < y + height
    }
  }

  /// Which of its ends a text has at its point.
  enum Anchor: Sendable { case start, middle, end }

  struct Words: Sendable {
    var text: String
    var at: Point
    var anchor: Anchor
    var lettering: Lettering
    /// Whether it stands on a mark, from which it has to be set off.
    var isOnMark: Bool

    var box: Box {
      let width = lettering.width(of: text)
      let x =
        switch anchor {
        case .start: at.x
        case .middle: at.x - width / 2
        case .end: at.x - width
        }
      return Box(
        x: x, y: at.y - lettering.ascent, width: width,
        height: lettering.ascent + lettering.descent)
    }
  }

  enum Mark: Sendable {
    /// Filled with the pattern of a series where `pattern` is one.
    case rect(Box, String, pattern: Int?)
    case path([Point], String)
    case sign(SeriesSign, Point, String)
    case words(Words)
    /// A link to an address around the marks up to the next `linkEnd`; none stands in another.
    case linkStart(String)
    case linkEnd
  }

  init(width: Double, height: Double = 0) {
    self.width = width
    self.height = height
  }

  mutating func rect(_ box: Box, _ classes: String, pattern: Int? = nil) {
    marks.append(.rect(box, classes, pattern: pattern))
  }

  mutating func line(_ points: [Point], _ classes: String) { marks.append(.path(points, classes)) }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ classes: String) {
    line([Point(x: x1, y: y1), Point(x: x2, y: y2)], classes)
  }

  mutating func sign(_ sign: SeriesSign, _ at: Point, _ classes: String) {
    marks.append(.sign(sign, at, classes))
  }

  /// What is painted meanwhile is a link, where there is an address.
  mutating func link(to href: String?, _ paint: (inout Canvas) -> Void) {
    guard let href else { return paint(&self) }
    marks.append(.linkStart(href))
    paint(&self)
    marks.append(.linkEnd)
  }

  mutating func words(
    _ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start,
    _ lettering: Lettering = .label, isOnMark: Bool = false
  ) {
    words(
      Words(
        text: text, at: Point(x: x, y: y), anchor: anchor, lettering: lettering,
        isOnMark: isOnMark))
  }

  mutating func words(_ words: Words) {
    if !words.text.isEmpty { marks.append(.words(words)) }
  }

  /// Lines one under the other, from the baseline of the first.
  mutating func words(
    _ lines: [String], _ x: Double, _ y: Double, _ anchor: Anchor = .start,
    _ lettering: Lettering = .label
  ) {
    for (index, line) in lines.enumerated() {
      words(line, x, y + Double(index) * lettering.leading, anchor, lettering)
    }
  }

  /// A paragraph over the whole width, at the foot of what there is; the canvas grows with it.
  mutating func paragraph(_ text: String, _ lettering: Lettering, margin: Double) {
    if text.isEmpty { return }
    for line in lettering.lines(of: text, within: width - margin * 2, most: 40) {
      height += lettering.leading
      words(line, margin, height - lettering.descent, .start, lettering)
    }
    height += 4
  }

  /// Another drawing as a part of this one.
  mutating func add(_ other: Canvas, x: Double, y: Double) {
    func moved(_ point: Point) -> Point { Point(x: point.x + x, y: point.y + y) }
    for mark in other.marks {
      switch mark {
      case .rect(var box, let classes, let pattern):
        (box.x, box.y) = (box.x + x, box.y + y)
        marks.append(.rect(box, classes, pattern: pattern))
      case .path(let points, let classes): marks.append(.path(points.map(moved), classes))
      case .sign(let sign, let at, let classes): marks.append(.sign(sign, moved(at), classes))
      case .linkStart, .linkEnd: marks.append(mark)
      case .words(var words):
        words.at = moved(words.at)
        marks.append(.words(words))
      }
    }
  }

  /// The room that each text takes.
  var textBoxes: [(text: String, box: Box)] {
    marks.compactMap { mark in
      if case .words(let words) = mark { (words.text, words.box) } else { nil }
    }
  }
}
