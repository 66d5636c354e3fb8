import Diagnostics
import Ingest
import Model
import Testing

/// Polygons of points in YAML, and what is wrong with them.
@Suite struct PolygonTests {
  private func zone(_ polygon: String) -> String {
    "zones:\n  z: { category: x, polygon: \(polygon) }"
  }

  @Test(arguments: [
    ("[[1, 1], ‸[2], [‸200, 3], ‸x, [1, ‸95.5], ‸[1, 2, 3], ‸[a, 2]]", "error coordinates"),
    ("‸[[1, 1], [2, 1]]", "error zone-shape"),
    ("‸[[1, 1], [2, 1], [1, 1], [2, 1]]", "error zone-shape"),
    ("‸[[1, 1], [2, 2], [3, 3], [1, 1]]", "error zone-shape"), ("‸[]", "error zone-shape"),
    ("‸a", "error yaml-type"),
    ("[[0, 0], [2, 2], ‸[2, 0], [0, 2]]", "warning polygon-crosses"),
    ("[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]", ""),
    // Edges that only touch: a ring that comes back to one of its points.
    ("[[0, 0], [2, 2], [4, 0], [4, 4], [2, 2], [0, 4]]", ""),
    // Across the antimeridian, the short way round.
    ("[[179, 0], [-179, 0], [-179, 2], [179, 2]]", ""),
    ("[[179, 0], [-179, 2], ‸[-179, 0], [179, 2]]", "warning polygon-crosses"),
  ])
  func faults(_ polygon: String, _ rule: String) async throws {
    let (found, marks) = try await mapFindings(zone(polygon))
    #expect(found.map(\.line) == marks.map { "\(rule) \($0)" })
  }

  @Test func whereItCrosses() async throws {
    let (found, _) = try await mapFindings(zone("[[0, 0], [2, 2], [2, 0], [0, 2]]"))
    #expect(found.map(\.message) == ["the polygon crosses itself near 1.000° E, 1.000° N"])
    #expect(found[0].hint?.hasPrefix("edges 1 and 3 cross") == true)
    let (across, _) = try await mapFindings(zone("[[179, 0], [-179, -2], [-179, 0], [179, -2]]"))
    #expect(across[0].message.hasSuffix("near 180.000° W, 1.000° S"))
  }

  @Test func swappedAndOutside() async throws {
    let extent = "extent: [38, 33, 42, 36]\n"
    let (found, marks) = try await mapFindings(
      extent + zone("‸[[34, 39], [35, 39], [35, 40]]"))
    #expect(found.map(\.line) == marks.map { "warning coordinates \($0)" })
    #expect(found[0].hint?.contains("swapped") == true)
    // Outside either way, or partly inside: nothing is said here.
    for polygon in ["[[1, 2], [3, 2], [3, 4]]", "[[39, 34], [34, 39], [35, 40]]"] {
      #expect(try await mapFindings(extent + zone(polygon)).found == [])
    }
  }

  /// A star-shaped ring, its points in order around it: it does not cross itself.
  private static func star(_ count: Int) -> [String] {
    (0..<count).map { index in
      // Quarter by quarter along a square, in and out.
      let (side, step) = (index * 4 / count, Double(index * 4 % count) / Double(count) * 20 - 10)
      let reach = index % 2 == 0 ? 1.0 : 0.6
      let (x, y) = [(step, -10.0), (10, step), (-step, 10), (-10, -step)][side]
      return "[\(x * reach), \(y * reach)]"
    }
  }

  /// Teeth on two axes, so that a line swept either way meets very many edges at once.
  private static func combs(_ count: Int) -> [String] {
    var points: [String] = ["[-60, -60]"]
    for tooth in 0..<(count / 4) {
      let x = Double(tooth) / Double(count) * 100
      points += ["[\(x), -50]", "[\(x + 0.0001), -1]"]
    }
    for tooth in 0..<(count / 4) {
      let y = Double(tooth) / Double(count) * 100
      points += ["[60, \(y)]", "[30, \(y + 0.0001)]"]
    }
    return points + ["[-60, 60]"]
  }

  @Test(.timeLimit(.minutes(5)), arguments: [false, true])
  func aHundredThousandPoints(_ isComb: Bool) async throws {
    let points = isComb ? Self.combs(100_000) : Self.star(100_000)
    #expect(try await mapFindings(zone("[\(points.joined(separator: ", "))]")).found == [])
    // Two points exchanged.
    var crossed = points
    crossed.swapAt(60_000, 60_004)
    let (found, _) = try await mapFindings(zone("[\(crossed.joined(separator: ", "))]"))
    #expect(found.map(\.rule) == ["polygon-crosses"])
  }

  /// What the sweep finds is what comparing all pairs of edges finds.
  @Test func sameAsComparingAll() async throws {
    var seed: UInt64 = 7
    func random(_ count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % count
    }
    var zones: [String] = []
    var expected: [Bool] = []
    for index in 0..<600 {
      let ring = (0..<(4 + random(6))).map { _ in (Double(random(40)), Double(random(40))) }
      let sides = ring.indices.map { (ring[$0], ring[($0 + 1) % ring.count]) }
      func side(_ a: (Double, Double), _ b: (Double, Double), _ c: (Double, Double)) -> Double {
        (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)
      }
      let crosses = sides.contains { p in
        sides.contains { q in
          side(p.0, p.1, q.0) * side(p.0, p.1, q.1) < 0
            && side(q.0, q.1, p.0) * side(q.0, q.1, p.1) < 0
        }
      }
      zones.append("  z\(index): { category: x, polygon: \(ring.map { [$0.0, $0.1] }) }")
      expected.append(crosses)
    }
    let (found, _) = try await mapFindings("zones:\n" + zones.joined(separator: "\n"))
    let lines = Set(
      found.filter { $0.rule == "polygon-crosses" }.compactMap(\.location.position?.line))
    for (index, crosses) in expected.enumerated() {
      #expect(lines.contains(Int32(index + 3)) == crosses, "\(zones[index])")
    }
  }
}
