internal import Cartography
internal import HTML
internal import Model

/// The source of the picture that stands for a brief where others link to it: its title, series, date and
/// authors, beside its key map.
struct CardWriter {
  let portal: Portal
  let maps: MapDrawings
  /// Index in the portal's briefs.
  let index: Int

  /// Pixels, as wide as the Open Graph protocol's readers show (1.91 to 1).
  static let size = (width: 1200, height: 630)
  /// What fits on it at the smallest size.
  private static let mostCharacters = 240

  func source() -> PackSource {
    let brief = portal.briefs[index]
    let strings = interfaceStrings(for: brief.language)
    var files: [(path: String, bytes: [UInt8])] = []
    var sink = Sink()
    sink.append("#set page(width: ")
    sink.append(Self.size.width)
    sink.append("pt, height: ")
    sink.append(Self.size.height)
    sink.append("pt, margin: 0pt)\n#set text(")
    for (name, value) in PackSetting.text(in: brief.language) {
      let families = "font: \(PackSetting.list(PackSetting.sans(brief.language)))"
      sink.append(unsafe: name == "text-families" ? families : "\(name): \(value), ")
    }
    sink.append(")\n#let accent = rgb(\"")
    sink.append(unsafe: portal.theme.accent?.text ?? "#7a1f2b")
    sink.append("\")\n")
    sink.append(Self.style)
    let kicker = [brief.series, brief.issue, brief.date.map(strings.date)].compactMap { $0 }
    let by = strings.list(brief.authors.map(\.name))
    sink.append("#card(")
    for text in [
      kicker.joined(separator: " · "), brief.title, brief.subtitle ?? "", by, portal.title,
    ] {
      sink.append(typstString: clipped(text, to: Self.mostCharacters))
      sink.append(", ")
    }
    if let map = brief.keyMap {
      var drawn = Sink()
      let drawing = maps.drawing(of: map, in: index)
      let style = PackFigures.style(for: brief.language)
      drawing.writeDocument(ofPanel: drawing.dates.count - 1, style: style, to: &drawn)
      files.append(("map.svg", drawn.bytes.withoutVowelMarks))
      sink.append("\"map.svg\"")
    } else {
      sink.append("none")
    }
    sink.append(")\n")
    return PackSource(main: sink.bytes, files: files, pictures: [])
  }

  // The title takes the largest size at which it fits.
  private static let style: StaticString = """
    #let fitting(width, height, sizes, body) = context {
      for size in sizes {
        let block = block(width: width, body(size))
        if measure(block).height <= height or size == sizes.last() { return block }
      }
    }
    #let card(kicker, title, subtitle, by, portal, map) = {
      let width = if map == none { 1080pt } else { 620pt }
      place(top, rect(width: 100%, height: 16pt, fill: accent))
      let words = block(width: width, height: 630pt, inset: (top: 64pt, bottom: 52pt), {
        if kicker != "" { block(below: 26pt, text(size: 25pt, fill: luma(35%), kicker)) }
        fitting(width, 330pt, (76pt, 66pt, 58pt, 50pt, 43pt, 37pt, 31pt), size => {
          set par(leading: .42em)
          text(size: size, weight: "bold", fill: luma(10%), hyphenate: false, title)
          if subtitle != "" { block(above: size * .45, text(size: size * .52, fill: luma(25%), subtitle)) }
        })
        place(bottom, {
          if by != "" { block(below: 16pt, text(size: 27pt, by)) }
          text(size: 23pt, fill: accent, weight: "bold", portal)
        })
      })
      if map == none { pad(x: 60pt, words) } else {
        grid(
          columns: (60pt, width, 40pt, 1fr), [], words, [],
          block(width: 100%, height: 630pt, fill: luma(95%), align(center + horizon,
            image(map, width: 440pt, height: 520pt, fit: "contain"))),
        )
        place(top, rect(width: 100%, height: 16pt, fill: accent))
      }
    }

    """
}
