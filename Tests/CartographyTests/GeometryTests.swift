import Testing

@testable import Cartography

@Suite struct GeometryTests {
  private let context: Geos

  init() throws { context = try #require(Geos()) }

  private func square(_ x: Double, _ y: Double, _ side: Double) -> [Point] {
    Box(minX: x, minY: y, maxX: x + side, maxY: y + side).corners
  }

  @Test func measuresWhatItCombines() throws {
    let a = try #require(Geometry(polygons: [[square(0, 0, 10)]], in: context))
    let b = try #require(Geometry(polygons: [[square(5, 0, 10)]], in: context))
    #expect(a.area == 100)
    #expect(a.union(b)?.area == 150)
    #expect(a.intersection(b)?.area == 50)
    #expect(a.difference(b)?.area == 50)
    #expect(a.clipped(to: Box(minX: 0, minY: 0, maxX: 2, maxY: 20))?.area == 20)
    #expect(a.centroid == Point(x: 5, y: 5))
    let circle = Geometry(points: [Point(x: 0, y: 0)], in: context)?.buffered(by: 10)
    #expect(abs((circle?.area ?? 0) - 314.159) < 0.5)
  }

  @Test func keepsHoles() throws {
    let ring = try #require(
      Geometry(polygons: [[square(0, 0, 10), square(4, 4, 2)]], in: context))
    #expect(ring.area == 96)
    #expect(ring.polygons.first?.count == 2)
  }

  @Test func mendsARingThatCrossesItself() throws {
    let bow = [
      Point(x: 0, y: 0), Point(x: 10, y: 10), Point(x: 10, y: 0), Point(x: 0, y: 10),
    ]
    let mended = try #require(Geometry(polygons: [[bow]], in: context)?.mended)
    #expect(mended.area == 50)
  }

  @Test func hasNothingOfNothing() {
    #expect(Geometry(polygons: [], in: context) == nil)
    #expect(Geometry(polygons: [[[]], [[Point(x: 0, y: 0)]]], in: context) == nil)
    #expect(Geometry(polygons: [[square(0, .nan, 1)]], in: context) == nil)
    #expect(Geometry(lines: [[Point(x: .infinity, y: 0), Point(x: 0, y: 0)]], in: context) == nil)
    #expect(Geometry(points: [Point(x: .nan, y: 0)], in: context) == nil)
    #expect(Geometry(points: [Point(x: 0, y: 0)], in: context)?.buffered(by: .nan) == nil)
  }
}
