import Diagnostics
import Model

/// What is wrong with a map that can only be told once it is drawn, each where the content gives it.
struct MapFindings {
  private(set) var findings: [Finding] = []
  private let map: ZoneMap
  private let contents: MapContents
  private let brief: Brief
  private let portal: Portal

  init(_ map: ZoneMap, _ contents: MapContents, _ brief: Brief, _ portal: Portal) {
    self.map = map
    self.contents = contents
    self.brief = brief
    self.portal = portal
    checkZones()
    checkPlaces()
    checkContents()
  }

  private mutating func checkZones() {
    for (index, zone) in map.zones.enumerated() {
      let name = zone.name.text(in: brief.language)
      guard let drawn = contents.zones.first(where: { $0.zone == index }) else {
        // Why a zone of places has no ground is told where its places are read.
        if zone.shape.isMadeOfZones {
          warn(
            "zone-empty", at: zone.location, "nothing is left of the zone “\(name)”",
            hint: "the zones that it is made of do not meet, or the first is taken away whole")
        }
        continue
      }
      if drawn.polygons.isEmpty {
        warn(
          "zone-outside", at: zone.location, "the zone “\(name)” lies outside what the map shows",
          hint: drawn.extent.map { "it lies in \($0.words); the map shows \(shown)" })
      }
      if drawn.isCoarse {
        warn(
          "zone-detail", at: zone.location,
          "the outline of the zone “\(name)” winds or crosses itself too densely to be drawn; "
            + "it is drawn coarsely",
          hint: "simplify its polygons; what lies closer together than a pixel cannot be seen")
      }
      for stray in drawn.strays {
        let place = portal.places[stray.place].name.text(in: brief.language)
        let kilometres = roundedText(roundedToTwoDigits(stray.distance))
        warn(
          "corridor-off-river", at: zone.location,
          "“\(place)” lies \(kilometres) km from the river that the corridor “\(name)” follows",
          hint: "the corridor ends at the point of the river nearest to it; name a nearer place")
      }
      if drawn.leavesRiver {
        warn(
          "corridor-off-river", at: zone.location,
          "the corridor “\(name)” cannot follow its river between its places, and runs straight",
          hint: "the river's line in geo/ may not reach so far; “along: […]” follows places")
      }
    }
  }

  private mutating func checkPlaces() {
    for index in map.places.indices {
      check(
        place: map.places[index],
        at: map.locations.places.indices.contains(index)
          ? map.locations.places[index] : nil)
    }
    for callout in map.callouts { check(place: callout.at, at: callout.location) }
  }

  private mutating func check(place: Int, at location: SourceLocation?) {
    guard portal.places.indices.contains(place), let coordinate = portal.places[place].coordinate,
      let point = contents.frame.place(coordinate), !contents.frame.sheet.holds(point)
    else { return }
    let name = portal.places[place].name.text(in: brief.language)
    let extent = Extent(holding: [coordinate])
    warn(
      "place-outside", at: location, "“\(name)” lies outside what the map shows",
      hint: "it lies at \(extent.words); the map shows \(shown)")
  }

  private mutating func checkContents() {
    for label in map.labels {
      guard let point = contents.frame.place(label.at), !contents.frame.sheet.holds(point) else {
        continue
      }
      warn(
        "place-outside", at: label.location,
        "the label “\(label.name.text(in: brief.language))” lies outside what the map shows",
        hint: "it lies at \(Extent(holding: [label.at]).words); the map shows \(shown)")
    }
    if map.inset != nil, contents.furniture.inset == nil {
      warn(
        "inset-empty", at: map.locations.map, "the map “\(map.id)” gets no inset",
        hint:
          "an inset needs a layer of coast, borders, land or countries that reaches well beyond "
          + "what the map shows")
    }
    let isEmpty =
      contents.zones.allSatisfy(\.polygons.isEmpty) && contents.marks.isEmpty
      && contents.routes.isEmpty && contents.arrows.isEmpty && contents.callouts.isEmpty
    if isEmpty {
      warn(
        "map-empty", at: map.locations.extent, "the map shows no zone, place, route or event",
        hint: "give it zones or places, or another extent; it shows \(shown)")
    }
  }

  private var shown: String {
    let box = contents.frame.surroundings
    return Extent(west: box.minX, south: box.minY, east: box.maxX, north: box.maxY).words
  }

  private mutating func warn(
    _ rule: String, at location: SourceLocation?, _ message: String, hint: String?
  ) {
    let place = location ?? map.locations.map ?? SourceLocation(file: brief.file)
    findings.append(Finding(.warning, rule, at: place, message, hint: hint))
  }
}

extension Zone.Shape {
  fileprivate var isMadeOfZones: Bool {
    switch self {
    case .union, .intersection, .difference: true
    case .riverCorridor, .corridor, .circle, .hull, .polygons: false
    }
  }
}

extension Extent {
  /// “38.5–42.5° E, 33–37.5° N”.
  fileprivate var words: String {
    Self.words(west.wrappedDegrees, east.wrappedDegrees, "W", "E") + ", "
      + Self.words(south, north, "S", "N")
  }

  private static func words(_ low: Double, _ high: Double, _ minus: String, _ plus: String)
    -> String
  {
    let (first, last) = (text(low), text(high))
    let side = { (value: Double) in value < 0 ? minus : plus }
    if first == last, side(low) == side(high) { return "\(first)° \(side(low))" }
    if side(low) != side(high) { return "\(first)° \(side(low)) to \(last)° \(side(high))" }
    return low < 0 ? "\(last)–\(first)° \(minus)" : "\(first)–\(last)° \(plus)"
  }

  /// Without its sign, to a hundredth.
  private static func text(_ degrees: Double) -> String {
    let hundredths = Int((abs(degrees) * 100).rounded())
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return String(whole) }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
