/// One way to show a name or an event: what it covers, and how much worse it is than the best.
struct LabelCandidate: Sendable {
  var sign: MapSign
  /// What the words cover where they stand on level lines, else the first of the row of boxes that they
  /// cover; units.
  let box: Box
  /// The rest of that row, then those of the leader. Most candidates have none, and cost no memory.
  private(set) var others: [Box] = []
  var cost: Double
  /// The point of an area's edge that it stands at.
  var foot: Point?

  /// `nil` where what stands on the ground is in the way.
  init?(_ label: Label, on ground: LabelGround, cost: Double) {
    if label.turn == 0, label.curve.isEmpty {
      // Most ways fail here: nothing else is made for them.
      box = label.box(in: ground.lettering).grown(by: 1)
      guard ground.hasRoom(for: box) else { return nil }
    } else {
      let boxes = label.boxes(in: ground.lettering)
      guard let first = boxes.first, boxes.allSatisfy(ground.hasRoom) else { return nil }
      box = first
      others = Array(boxes.dropFirst())
    }
    sign = .name(label)
    self.cost = cost
    guard addLeader(label.leader, on: ground) else { return nil }
  }

  init?(sign: MapSign, box: Box, leader: [Point], on ground: LabelGround, cost: Double) {
    guard ground.hasRoom(for: box) else { return nil }
    self.sign = sign
    self.box = box
    self.cost = cost
    guard addLeader(leader, on: ground) else { return nil }
  }

  private mutating func addLeader(_ leader: [Point], on ground: LabelGround) -> Bool {
    guard let a = leader.first, let b = leader.last else { return true }
    let line = Self.line(a, b)
    others += line
    return line.allSatisfy(ground.hasRoom)
  }

  /// For what is known to have room.
  init(sign: MapSign, box: Box, cost: Double) {
    self.sign = sign
    self.box = box
    self.cost = cost
  }

  /// A row of small boxes, so that nothing can stand on a leader or cross it.
  private static func line(_ a: Point, _ b: Point) -> [Box] {
    if abs(a.x - b.x) < 2 || abs(a.y - b.y) < 2 {
      return [
        Box(
          minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y)
        ).grown(by: 1.5)
      ]
    }
    let count = min(40, max(1, Int((a.distance(to: b) / 5).rounded(.up))))
    return (0..<count).map {
      Box(around: a.toward(b, (Double($0) + 0.5) / Double(count)), width: 4.6, height: 4.6)
    }
  }
}
