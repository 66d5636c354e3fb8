public import Cartography
public import HTML
internal import Model

// What can be downloaded of a map, and the key map's picture.

extension Asset {
  static func keyMapPath(of brief: Brief) -> String { "briefs/\(brief.slug)/key-map.svg" }

  /// A map's picture alone, as it is on its page: its index in the brief's maps.
  static func picturePath(of index: Int, in brief: Brief) -> String {
    brief.keyMap == index
      ? keyMapPath(of: brief) : "briefs/\(brief.slug)/picture-\(brief.maps[index].id).svg"
  }

  static func sheetPath(of map: ZoneMap, in brief: Brief) -> String {
    "briefs/\(brief.slug)/map-\(map.id).svg"
  }

  static func geoJSONPath(of map: ZoneMap, in brief: Brief) -> String {
    "briefs/\(brief.slug)/map-\(map.id).geojson"
  }

  /// Every map as a picture, as a sheet and as data, documents that stand on their own.
  static func maps(of portal: Portal, _ drawings: MapDrawings) -> [Asset] {
    guard portal.briefs.contains(where: { !$0.maps.isEmpty }) else { return [] }
    let (style, picture) = (Stylesheet.condensed(Stylesheet.maps), Stylesheet.picture)
    var assets: [Asset] = []
    for index in portal.briefs.indices where !portal.briefs[index].maps.isEmpty {
      let brief = portal.briefs[index]
      let terms = SheetTerms(brief: brief, in: portal)
      for (number, map) in brief.maps.enumerated() {
        assets.append(
          Asset(path: picturePath(of: number, in: brief), brief: index) {
            drawings.drawing(of: number, in: index).writeDocument(style: picture, to: &$0)
          })
        assets.append(
          Asset(path: sheetPath(of: map, in: brief), brief: index) {
            drawings.drawing(of: number, in: index)
              .writeSheet(style: style, subtitle: terms.brief, terms: terms.lines, to: &$0)
          })
        assets.append(
          Asset(path: geoJSONPath(of: map, in: brief), brief: index) {
            let drawing = drawings.drawing(of: number, in: index)
            // Zones along a river or within a region have lines of these layers.
            let attribution = drawing.credits.lines.joined(separator: "; ")
            drawing.writeGeoJSON(
              about: terms.members + [("attribution", attribution)], in: portal, to: &$0)
          })
      }
    }
    return assets
  }
}

/// Writes a map as an SVG document that stands on its own.
///
/// - Parameters:
///   - map: an index in `Brief.maps`.
///   - brief: an index in `Portal.briefs`.
public func writeMapDocument(
  _ map: Int, of brief: Int, _ drawings: MapDrawings, to sink: inout Sink
) {
  drawings.drawing(of: map, in: brief)
    .writeDocument(style: Stylesheet.picture, to: &sink)
}

/// What a map or chart that leaves its page says of where it is from.
struct SheetTerms {
  /// “Title (2022/16)”.
  let brief: String
  private let publisher: String
  private let licence: String
  private let address: String

  init(brief: Brief, in portal: Portal) {
    self.brief = brief.issue.map { "\(brief.title) (\($0))" } ?? brief.title
    publisher = portal.publisher?.name ?? portal.title
    let licence = brief.licence ?? portal.licence
    self.licence =
      licence.map { [$0.name, $0.url ?? ""].filter { !$0.isEmpty } }?
      .joined(separator: ", ") ?? ""
    address = portal.baseURL
  }

  var lines: [String] {
    [[publisher, address, licence].filter { !$0.isEmpty }.joined(separator: ". ")]
  }

  var members: [(name: String, value: String)] {
    [("brief", brief), ("publisher", publisher), ("licence", licence), ("source", address)]
  }
}
