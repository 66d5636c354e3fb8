/// What words on a drawing keep clear of: other words, signs, and lines of figures.
struct Clearance {
  private var boxes: [Canvas.Box] = []
  private var lines: [(from: Canvas.Point, to: Canvas.Point)] = []

  init(_ canvas: Canvas) {
    for mark in canvas.marks {
      switch mark {
      case .words(let words): boxes.append(words.box)
      case .sign(_, let at, _): take(at)
      case .path(let points, let classes) where classes.hasPrefix("chart-line"):
        lines += zip(points, points.dropFirst()).map { ($0, $1) }
      default: break
      }
    }
  }

  /// Keeps room for a sign.
  mutating func take(_ sign: Canvas.Point) {
    let reach = SeriesSign.reach - 1
    boxes.append(
      .init(x: sign.x - reach, y: sign.y - reach, width: reach * 2, height: reach * 2))
  }

  mutating func take(_ words: Canvas.Words) { boxes.append(words.box) }

  func isFree(_ words: Canvas.Words) -> Bool {
    let box = words.box
    // Most letters do not fill the room of a line, and a line of figures has a width.
    let letters = Canvas.Box(
      x: box.x - 2, y: box.y + 1, width: box.width + 4, height: box.height - 3)
    return !boxes.contains(where: box.overlaps)
      && !lines.contains { letters.isCrossed(from: $0.from, to: $0.to) }
  }
}

extension Canvas.Box {
  /// Whether a straight line passes through it, after Liang and Barsky, “A New Concept and Method for Line Clipping”
  /// (ACM Transactions on Graphics, 1984).
  func isCrossed(from start: Canvas.Point, to end: Canvas.Point) -> Bool {
    var (entry, exit) = (0.0, 1.0)
    for (from, by, low, high) in [
      (start.x, end.x - start.x, x, x + width), (start.y, end.y - start.y, y, y + height),
    ] {
      if by == 0 {
        if from <= low || from >= high { return false }
      } else {
        let (one, other) = ((low - from) / by, (high - from) / by)
        entry = max(entry, min(one, other))
        exit = min(exit, max(one, other))
      }
    }
    return entry < exit
  }
}
