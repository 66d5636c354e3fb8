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

    /// All of it in words.
    var text: String {
      let names = parts.map { $0.name.text + $0.remark }.joined(separator: ", ")
      return heading.isEmpty || names.isEmpty ? heading + names : "\(heading): \(names)"
    }
  }

  struct Part {
    var name: Name
    var remark = ""
    var href: String?
  }

  let entries: [Entry]
  let idPrefix: String
  private let words: MapWords

  init(
    _ map: ZoneMap, _ contents: MapContents, of brief: Brief, at index: Int, idPrefix: String,
    href: (Target) -> String?
  ) {
    self.idPrefix = idPrefix
    let words = MapWords(language: brief.language)
    self.words = words
    entries =
      Self.categories(map, contents, words) { section in
        href(Target(.section, brief: index, index: section))
      } + Self.outlines(contents, words)
      + Self.movements(map, contents) + Self.symbols(contents, words)
      + Self.events(map, contents, brief) { event in
        href(Target(.event, brief: index, index: event))
      }
  }

  public func write(to sink: inout Sink) {
    guard !entries.isEmpty else { return }
    ul(.class("map-legend"), .ariaLabel(words.legend)) {
      Each(entries.map { entry in Streamed { write(entry, to: &$0) } })
    }.write(to: &sink)
  }

  private func write(_ entry: Entry, to sink: inout Sink) {
    li {
      Streamed { entry.swatch.write(idPrefix: idPrefix, to: &$0) }
      span {
        Text(entry.heading)
        Text(entry.heading.isEmpty || entry.parts.isEmpty ? "" : ": ")
        Each(
          entry.parts.enumerated().map { index, part in
            Group(Text(index == 0 ? "" : ", "), PartText(part: part), Text(part.remark))
          })
      }
    }.write(to: &sink)
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
