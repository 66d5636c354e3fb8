import Testing

@testable import Cartography

@Suite struct RiverCourseTests {
  private func line(_ numbers: (Double, Double)...) -> [Point] {
    numbers.map { Point(x: $0.0, y: $0.1) }
  }

  private func length(_ course: [Point]?) -> Double {
    guard let course else { return -1 }
    return zip(course, course.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
  }

  @Test func cutsALineBetweenThePointsNearest() {
    let river = RiverCourse(lines: [line((0, 0), (100, 0))])
    let course = river.course(from: Point(x: 20, y: 5), to: Point(x: 70, y: -3))
    #expect(course == line((20, 0), (70, 0)))
  }

  @Test func joinsLinesThatRunAgainstEachOther() {
    let river = RiverCourse(lines: [
      line((0, 0), (10, 0)), line((20, 0), (10, 0)), line((20, 0), (30, 0)),
    ])
    let course = river.course(from: Point(x: 1, y: 0), to: Point(x: 29, y: 0))
    #expect(course == line((1, 0), (10, 0), (20, 0), (29, 0)))
  }

  @Test func crossesAGap() {
    let river = RiverCourse(lines: [line((0, 0), (10, 0)), line((12, 0), (30, 0))])
    let course = river.course(from: Point(x: 0, y: 0), to: Point(x: 30, y: 0))
    #expect(abs(length(course) - 30) < 1e-9)
  }

  @Test func takesTheShorterWayRoundAnIsland() {
    let river = RiverCourse(lines: [
      line((0, 0), (10, 0)), line((10, 0), (15, 20), (20, 0)), line((10, 0), (15, -2), (20, 0)),
      line((20, 0), (30, 0)),
    ])
    let course = river.course(from: Point(x: 0, y: 0), to: Point(x: 30, y: 0))
    #expect(course?.contains(Point(x: 15, y: -2)) == true)
    #expect(course?.contains(Point(x: 15, y: 20)) == false)
  }

  @Test func hasNoneWithoutLinesOrLength() {
    let place = Point(x: 1, y: 1)
    #expect(RiverCourse(lines: []).course(from: place, to: Point(x: 2, y: 2)) == nil)
    #expect(RiverCourse(lines: [[place], []]).course(from: place, to: place) == nil)
    let river = RiverCourse(lines: [line((0, 0), (10, 0))])
    #expect(river.course(from: place, to: place) == nil)
    #expect(RiverCourse(lines: [line((.nan, 0), (1, 1))]).course(from: place, to: place) == nil)
  }
}
