/// How a kind of place is drawn: shapes first, so that they differ without colour.
enum PlaceSymbol: String, Sendable, CaseIterable {
  case city, town, village, neighbourhood, site, camp, crossing
  /// A stretch of country: its name alone, spread out.
  case area

  init(kind: String?) {
    switch kind?.lowercased() {
    case "city", "capital", "ville", "grande ville", "capitale", "مدينة", "عاصمة": self = .city
    case "village", "hamlet", "hameau", "قرية", "ضيعة": self = .village
    case "neighbourhood", "neighborhood", "quarter", "suburb", "quartier", "banlieue", "حي", "حيّ",
      "ضاحية":
      self = .neighbourhood
    case "site", "prison", "building", "base", "airport", "school", "facility", "station", "field",
      "bâtiment", "aéroport", "école", "gare", "champ", "موقع", "سجن", "مبنى", "قاعدة", "مطار",
      "مدرسة", "محطة",
      "حقل":
      self = .site
    case "camp", "مخيم", "مخيّم": self = .camp
    case "road", "crossing", "bridge", "checkpoint", "junction", "border crossing",
      "route", "pont", "carrefour", "poste-frontière", "طريق", "معبر", "جسر", "حاجز":
      self = .crossing
    case "region", "district", "governorate", "province", "country", "state", "desert", "area",
      "valley", "mountain", "mountains", "sub-district", "subdistrict", "plain", "steppe",
      "région", "gouvernorat", "pays", "état", "désert", "zone", "vallée", "montagne", "montagnes",
      "plaine", "sous-district", "منطقة", "ناحية", "محافظة", "قضاء", "بلد", "دولة", "صحراء",
      "بادية",
      "وادي", "جبل", "جبال", "سهل":
      self = .area
    default: self = .town
    }
  }

  /// Half its width; units of the drawing.
  var radius: Double {
    switch self {
    case .city: 6
    case .town, .crossing: 4.5
    case .village: 3.2
    case .neighbourhood, .camp: 5
    case .site: 4.2
    case .area: 0
    }
  }

  /// How much its label matters.
  var weight: Double {
    switch self {
    case .city: 3
    case .site, .town: 2
    case .camp, .crossing, .neighbourhood: 1.7
    case .village: 1.4
    case .area: 1
    }
  }

  var labelRole: Label.Role {
    switch self {
    case .city: .city
    case .area: .area
    case .village: .minor
    default: .place
    }
  }

  /// Its outline as a path around a point.
  func outline(at point: Point) -> PathData {
    let r = radius
    let corners: [(Double, Double)] =
      switch self {
      case .city, .town, .village: Self.circle
      case .neighbourhood: [(0, -1), (1, 0), (0, 1), (-1, 0)]
      case .site: [(-1, -1), (1, -1), (1, 1), (-1, 1)]
      case .camp: [(0, -1), (1, 0.8), (-1, 0.8)]
      case .crossing:
        [
          (-1, -0.6), (-0.6, -1), (0, -0.4), (0.6, -1), (1, -0.6), (0.4, 0), (1, 0.6), (0.6, 1),
          (0, 0.4), (-0.6, 1), (-1, 0.6), (-0.4, 0),
        ]
      case .area: []
      }
    var path = PathData()
    path.add(corners.map { Point(x: point.x + $0.0 * r, y: point.y + $0.1 * r) }, closed: true)
    return path
  }

  private static let circle: [(Double, Double)] = (0..<16).map {
    let angle = Double($0) * Double.pi / 8
    return (cosine(angle), sine(angle))
  }
}
