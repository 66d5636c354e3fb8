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

    /// All of it in words, for the drawing read in a column.
    var text: String {
      let names = parts.map { part in
        let key = part.key.flatMap { $0.visibility == .narrow ? nil : $0.letters + " " } ?? ""
        return key + part.name.text + part.remark
      }.joined(separator: ", ")
      return heading.isEmpty || names.isEmpty ? heading + names : "\(heading): \(names)"
    }
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
  private let words: MapWords

  init(
    _ map: ZoneMap, _ contents: MapContents, _ keys: MapKeys, of brief: Brief, at index: Int,
    idPrefix: String, href: (Target) -> String?
  ) {
    self.idPrefix = idPrefix
    let words = MapWords(language: brief.language)
    self.words = words
    entries =
      Self.categories(map, contents, keys, words) { section in
        href(Target(.section, brief: index, index: section))
      } + Self.outlines(contents, words)
      + Self.movements(map, contents, keys) + Self.symbols(contents, words)
      + Self.keyedPlaces(contents, keys)
      + Self.events(map, contents, brief) { event in
        href(Target(.event, brief: index, index: event))
      } + Self.base(contents, words)
  }

  /// Its entries in words, for the drawing read in a column.
  public var sentences: [String] {
    entries.filter { $0.visibility != .narrow }.map(\.text)
  }

  public func write(to sink: inout Sink) {
    guard !entries.isEmpty else { return }
    ul(.class("map-legend"), .ariaLabel(words.legend)) {
      Each(entries.map { entry in Streamed { write(entry, to: &$0) } })
    }.write(to: &sink)
  }

  private func write(_ entry: Entry, to sink: inout Sink) {
    let shown = entry.visibility.rawValue.dropFirst()
    li(shown.isEmpty ? nil : .class(String(shown))) {
      Streamed { entry.swatch.write(idPrefix: idPrefix, to: &$0) }
      Streamed { writeMeaning(of: entry, to: &$0) }
    }.write(to: &sink)
  }

  func writeMeaning(of entry: Entry, to sink: inout Sink) {
    span {
      Text(entry.heading)
      Text(entry.heading.isEmpty || entry.parts.isEmpty ? "" : words.colon)
      Each(
        entry.parts.enumerated().map { index, part in
          Group {
            Text(index == 0 ? "" : words.listComma)
            KeyText(key: part.key)
            PartText(part: part)
            Text(part.remark)
          }
        })
    }.write(to: &sink)
  }

  var title: String { words.legend }

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
      let language = part.name.language.map { Attribute.lang($0) }
      let direction = part.name.isRightToLeft ? Attribute.dir("rtl") : nil
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
