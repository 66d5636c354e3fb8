/// What stands on a map for a name or an event.
enum MapSign: Sendable, Equatable {
  case name(Label)
  /// A letter that the legend explains, at a point, with a leader where it stands off what it names.
  case key(Point, leader: [Point])
  /// A numbered event.
  case badge(Point, leader: [Point])

  static let badgeSize = 20.0
  static let keyHeight = 18.0

  /// Units in the wide drawing, for keys of so many letters.
  static func keyWidth(letters: Int) -> Double { 8 + 10 * Double(letters) }

  var isKey: Bool { if case .key = self { true } else { false } }

  var label: Label? { if case .name(let label) = self { label } else { nil } }

  /// In which of the two drawings a sign stands.
  enum Visibility: String, Sendable {
    case both = ""
    case wide = " map-wide"
    case narrow = " map-narrow"

    func isShown(in lettering: Lettering) -> Bool {
      switch self {
      case .both: true
      case .wide: lettering == .wide
      case .narrow: lettering == .narrow
      }
    }
  }
}

/// One way to show a name or an event: what it covers, and how much worse it is than the best.
struct LabelCandidate: Sendable {
  var sign: MapSign
  /// Units. The first is the words' own where they stand on level lines.
  var boxes: [Box]
  var cost: Double
  /// The point of an area's edge that it stands at.
  var foot: Point?

  init(_ label: Label, in lettering: Lettering, cost: Double) {
    sign = .name(label)
    boxes = label.boxes(in: lettering)
    self.cost = cost
    if let a = label.leader.first, let b = label.leader.last { boxes += Self.line(a, b) }
  }

  init(sign: MapSign, box: Box, leader: [Point], cost: Double) {
    self.sign = sign
    boxes = [box]
    self.cost = cost
    if let a = leader.first, let b = leader.last { boxes += Self.line(a, b) }
  }

  /// A row of small boxes, so that nothing can stand on a leader or cross it.
  private static func line(_ a: Point, _ b: Point) -> [Box] {
    let count = min(60, max(1, Int((a.distance(to: b) / 3).rounded(.up))))
    return (0..<count).map {
      Box(around: a.toward(b, (Double($0) + 0.5) / Double(count)), width: 3.4, height: 3.4)
    }
  }
}

/// A name or an event that is to be shown, and the ways to do it.
struct LabelRequest: Sendable {
  enum Subject: Sendable, Hashable {
    /// Positions in `MapContents.zones`, `marks`, `routes`, `words` and `callouts`.
    case zone(Int)
    case mark(Int)
    case route(Int)
    case words(Int)
    case callout(Int)
    /// A name of a base layer.
    case feature(Int)
  }

  var subject: Subject
  /// What it costs to show nothing.
  var absence: Double
  var candidates: [LabelCandidate] = []
}
