public import HTML
import Model

/// What the signs of a map mean, from what is drawn: a list in HTML, with links to the sections and
/// events behind it. Its swatches use the drawing's patterns, so it belongs in the same document.
public struct MapLegend: Markup {
  struct Entry {
    var swatch: LegendSwatch
    /// What the sign means; empty where the parts say it.
    var heading: String
    var parts: [Part] = []
    /// In which drawings the sign stands.
    var visibility = MapSign.Visibility.both
  }

  struct Part {
    var name: Name
    var remark = ""
    var href: String?
    /// The letter that stands for it where its name has no room.
    var key: MapLabels.Key?
  }

  let entries: [Entry]
  let idPrefix: String

  init(
    _ map: ZoneMap, _ contents: MapContents, _ labels: MapLabels, of brief: Brief, at index: Int,
    idPrefix: String, href: (Target) -> String?
  ) {
    self.idPrefix = idPrefix
    entries =
      Self.categories(map, contents, labels) { section in
        href(Target(.section, brief: index, index: section))
      } + Self.outlines(contents)
      + Self.movements(map, contents, labels) + Self.symbols(contents)
      + Self.keyedPlaces(contents, labels)
      + Self.events(map, contents, brief) { event in
        href(Target(.event, brief: index, index: event))
      }
  }

  public func write(to sink: inout Sink) {
    guard !entries.isEmpty else { return }
    ul(.class("map-legend"), .ariaLabel(MapWords.legend)) {
      Each(entries.map { entry in Streamed { write(entry, to: &$0) } })
    }.write(to: &sink)
  }

  private func write(_ entry: Entry, to sink: inout Sink) {
    let shown = entry.visibility.rawValue.dropFirst()
    li(shown.isEmpty ? TextAttribute?.none : .class(String(shown))) {
      Streamed { entry.swatch.write(idPrefix: idPrefix, to: &$0) }
      span {
        Text(entry.heading)
        Text(entry.heading.isEmpty || entry.parts.isEmpty ? "" : ": ")
        Each(
          entry.parts.enumerated().map { index, part in
            Group(
              Text(index == 0 ? "" : ", "), KeyText(key: part.key), PartText(part: part),
              Text(part.remark))
          })
      }
    }.write(to: &sink)
  }

  private struct KeyText: Markup {
    let key: MapLabels.Key?

    func write(to sink: inout Sink) {
      guard let key else { return }
      span(.class("map-key" + key.visibility.rawValue)) { Text(key.letters) }.write(to: &sink)
      Text(" ").write(to: &sink)
    }
  }

  private struct PartText: Markup {
    let part: Part

    func write(to sink: inout Sink) {
      let language = part.name.language.map { TextAttribute.lang($0) }
      let direction = part.name.isRightToLeft ? TextAttribute.dir("rtl") : nil
      if let address = part.href {
        a(.href(address), language, direction) { Text(part.name.text) }.write(to: &sink)
      } else if language != nil || direction != nil {
        span(language, direction) { Text(part.name.text) }.write(to: &sink)
      } else {
        Text(part.name.text).write(to: &sink)
      }
    }
  }
}
