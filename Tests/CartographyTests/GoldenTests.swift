import Model
import Testing

@testable import Cartography

@Suite("Recorded drawings, one for each feature")
struct GoldenTests {
  @Test func corridorAlongARiver() throws {
    let map = Fixture.map([
      Fixture.zone(
        "strip",
        .riverCorridor(river: "Khabur", from: Fixture.west, to: Fixture.east, width: 15))
    ])
    try expectGolden(Fixture.drawing(map), "river-corridor")
  }
}
