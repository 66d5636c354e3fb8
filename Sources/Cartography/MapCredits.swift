public import HTML
import Model

/// Whose data a map's base layers are, and under which licences. Empty where no layer says.
public struct MapCredits: Markup, Sendable {
  /// “Rivers: Natural Earth (public domain)”.
  public let lines: [String]
  private let words: MapWords

  init(_ map: ZoneMap, in portal: Portal, words: MapWords) {
    self.words = words
    var lines: [String] = []
    for layer in map.layers where portal.layers.indices.contains(layer) {
      guard let attribution = portal.layers[layer].attribution else { continue }
      let line = portal.layers[layer].licence.map { "\(attribution) (\($0))" } ?? attribution
      if !lines.contains(line) { lines.append(line) }
    }
    self.lines = lines
  }

  /// The same as text.
  var sentences: [String] {
    lines.isEmpty ? [] : [words.baseMap + lines.joined(separator: "; ") + "."]
  }

  public func write(to sink: inout Sink) {
    guard !lines.isEmpty else { return }
    p(.class("map-credits"), .dir("auto")) {
      Text(sentences.joined())
    }.write(to: &sink)
  }
}
