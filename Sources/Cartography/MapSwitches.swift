public import HTML
import Model

/// A box to tick for each layer of a map, which hides it by `:has()` alone: belongs in the element of
/// class `map-block` that holds the drawing. Nothing where there is one layer at most.
public struct MapSwitches: Markup, Sendable {
  private let layers: [(layer: MapLayer, title: String)]
  private let words: MapWords

  init(_ map: ZoneMap, _ contents: MapContents, words: MapWords) {
    self.words = words
    var layers: [(layer: MapLayer, title: String)] = []
    func add(_ layer: MapLayer, _ title: String?) {
      guard let title, !layers.contains(where: { $0.layer == layer }) else { return }
      layers.append((layer, title))
    }
    for zone in contents.zones where !zone.polygons.isEmpty {
      add(.zones(style: zone.style), map.zones[zone.zone].category.capitalised)
    }
    if !contents.arrows.isEmpty || !contents.routes.isEmpty { add(.movements, words.movements) }
    if !contents.callouts.isEmpty { add(.events, words.events) }
    if !contents.marks.isEmpty { add(.places, words.places) }
    for layer in contents.layers where !layer.features.isEmpty {
      add(.base(layer.theme), words.layers(layer.theme))
    }
    self.layers = layers
  }

  public func write(to sink: inout Sink) {
    guard layers.count > 1 else { return }
    element("details", .class("map-switches")) {
      element("summary") { Text(words.layersTitle) }
      // A browser that remembers what was ticked would show another map after a reload; a form of
      // this method is sent nowhere.
      element("form", attribute("method", "dialog"), attribute("autocomplete", "off")) {
        ul {
          Each(
            layers.map { layer, title in
              li {
                label {
                  input(
                    .type("checkbox"), .flag("checked"),
                    .class("map-switch map-switch-\(layer.name)"))
                  Text(" " + title)
                }
              }
            })
        }
      }
    }.write(to: &sink)
  }
}
