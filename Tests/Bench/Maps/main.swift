// Times the drawing of maps: those of a content folder, and one of 500 places, each from data to SVG.
// Prints a line for each: its name, a tab, the median of 21 times in milliseconds.
//
//     map-bench CONTENT
import Cartography
import HTML
import Ingest
import Model

/// Draws a map anew and writes it, 21 times after one to warm up.
func report(_ name: String, _ map: ZoneMap, of brief: Brief, in portal: Portal) {
  var times: [Duration] = []
  for _ in 0..<22 {
    var sink = Sink(capacity: 1 << 18)
    let time = ContinuousClock().measure {
      MapDrawing(map, of: brief, in: portal, idPrefix: "m1").write(to: &sink)
    }
    times.append(time)
  }
  let median = times.dropFirst().sorted()[10]
  let microseconds = median.components.attoseconds / 1_000_000_000_000
  let thousandths = String(1000 + microseconds % 1000).dropFirst()
  print("\(name)\t\(median.components.seconds * 1000 + microseconds / 1000).\(thousandths)")
}

/// A sheet of 500 towns and villages, scattered as towns are: some close together, names of all lengths.
func crowd() -> (ZoneMap, Brief, Portal) {
  var seed: UInt64 = 2022
  func next(_ limit: Int) -> Int {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(seed >> 33) % limit
  }
  let syllables = [
    "al-", "dey", "ra ", "sha", "mar", "ki", "buk", "hajin", "su", "war", "tel ", "o",
  ]
  var portal = Portal()
  for index in 0..<500 {
    let name = (0...(1 + next(3))).map { _ in syllables[next(syllables.count)] }.joined()
    let isNearRiver = next(3) == 0
    let longitude = 36 + Double(next(10_000)) / 1000
    let latitude =
      isNearRiver ? 36.5 - (longitude - 36) * 0.4 : 32 + Double(next(5500)) / 1000
    portal.places.append(
      Place(
        id: "p\(index)", name: LocalizedName(name), kind: index % 9 == 0 ? "city" : "town",
        coordinate: Coordinate(longitude: longitude, latitude: latitude), isApproximate: false,
        reason: nil, source: nil, within: nil, description: Prose()))
  }
  var map = ZoneMap(id: "crowd", number: 1, title: "Five hundred places")
  map.extent = Extent(west: 35.8, south: 31.8, east: 46.2, north: 37.7)
  map.places = Array(portal.places.indices)
  var brief = Brief(id: "b", slug: "b", title: "B", language: "en", file: "b.md")
  brief.maps = [map]
  return (map, brief, portal)
}

guard CommandLine.arguments.count == 2,
  let read = try? await readPortal(at: CommandLine.arguments[1], jobs: 1)
else {
  print("usage: map-bench CONTENT")
  throw CancellationError()
}
for brief in read.portal.briefs {
  for map in brief.maps { report("map “\(map.id)”", map, of: brief, in: read.portal) }
}
let (map, brief, portal) = crowd()
report("map of 500 places", map, of: brief, in: portal)
