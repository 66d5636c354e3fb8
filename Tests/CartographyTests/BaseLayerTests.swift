import Model
import Testing

@testable import Cartography

@Suite("Base layers")
struct BaseLayerTests {
  private static func layer(_ name: String, _ geometries: GeoLayer.Geometry...) -> GeoLayer {
    GeoLayer(
      name: name, attribution: nil, licence: nil,
      features: geometries.map { .init(name: nil, geometry: $0) })
  }

  private static let west = Fixture.line(
    (40.2, 34.8), (40.5, 34.8), (40.5, 35.4), (40.2, 35.4), (40.2, 34.8))
  private static let east = Fixture.line(
    (40.5, 34.8), (40.8, 34.8), (40.8, 35.4), (40.5, 35.4), (40.5, 34.8))
  private static let districts = layer("districts", .polygons([[west]]), .polygons([[east]]))

  /// Lengths of the lines drawn for each layer, in heights of the two districts.
  private func lengths(_ layers: GeoLayer...) -> [Double] {
    var portal = Fixture.portal()
    portal.layers = layers
    var map = Fixture.map()
    map.layers = Array(layers.indices)
    let drawn = Fixture.drawing(map, in: portal).contents.layers.map { layer in
      layer.features.flatMap(\.lines).reduce(0.0) { sum, line in
        zip(line, line.dropFirst()).reduce(sum) { $0 + $1.0.distance(to: $1.1) }
      }
    }
    let height = drawn.last ?? 0
    return drawn.map { ($0 / height * 100).rounded() / 100 }
  }

  /// As long as the side that both have, so that other lengths can be told in it.
  private static let side = layer("rivers", .lines([Fixture.line((40.5, 34.8), (40.5, 35.4))]))

  @Test func drawsOnceWhatTwoAreasShare() {
    let apart = lengths(Self.layer("districts", .polygons([[Self.west]])), Self.side)
    let both = lengths(Self.districts, Self.side)
    // Two outlines, less the side they share.
    #expect(abs(both[0] - (2 * apart[0] - 1)) < 0.02)
  }

  @Test func leavesToBordersWhatTheyDraw() {
    let border = Self.layer("borders", .lines([Fixture.line((40.5, 35.4), (40.5, 34.8))]))
    let without = lengths(Self.districts, Self.side)
    #expect(lengths(Self.districts, border, Self.side) == [without[0] - 1, 1, 1])
    #expect(lengths(border, Self.districts, Self.side) == [1, without[0] - 1, 1])
  }
}
