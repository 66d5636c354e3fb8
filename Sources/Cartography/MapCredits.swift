public import HTML
import Model

/// Whose data a map's base layers and zones are, and under which licences. Empty where none says.
public struct MapCredits: Markup, Sendable {
  /// “Rivers: Natural Earth (public domain)”.
  public let lines: [String]
  private let words: MapWords

  init(_ map: ZoneMap, in portal: Portal, words: MapWords) {
    self.words = words
    var lines: [String] = []
    let layers = map.layers.filter(portal.layers.indices.contains).map { portal.layers[$0].credit }
    for line in (layers + map.zones.map(\.attribution)).compactMap(\.self)
    where !lines.contains(line) {
      lines.append(line)
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
