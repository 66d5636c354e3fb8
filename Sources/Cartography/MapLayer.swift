/// A kind of thing on a map that a reader can hide. `Templates/assets/map.css` has a rule for each name.
enum MapLayer: Sendable, Hashable {
  /// Zones of a category, by its style.
  case zones(style: Int)
  case movements
  case places
  case events
  case base(BaseLayer.Theme)

  var name: String {
    switch self {
    case .zones(let style): "z\(style)"
    case .movements: "moves"
    case .places: "places"
    case .events: "events"
    case .base(let theme): theme.rawValue
    }
  }

  /// The class of all that belongs to it, with a blank before it.
  var suffix: String { " map-layer-\(name)" }
}
