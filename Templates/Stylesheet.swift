internal import Model

/// The site's stylesheet, with the portal's colours as custom properties at its end.
struct Stylesheet {
  let theme: Theme

  var bytes: [UInt8] {
    Self.condensed(PackageResources.site_css) + Array(colours.utf8)
  }

  /// What drawings that stand alone need: those of maps, those of charts, and both.
  static var maps: [UInt8] { PackageResources.drawing_css + PackageResources.map_css }
  static var charts: [UInt8] { PackageResources.drawing_css + PackageResources.chart_css }
  static var drawings: [UInt8] { maps + PackageResources.chart_css }

  /// For a picture of a map: as an image it has no container, and its own width says how it is read.
  static var picture: [UInt8] {
    let css = String(decoding: condensed(maps), as: UTF8.self)
    return Array(css.replacing("@container", with: "@media").utf8)
  }

  /// A sheet of paper in the portal's colour, as SVG.
  var icon: String {
    let colour = theme.accent?.text ?? "#7a1f2b"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="\(colour)" \
      d="M2 0h12v16H2z"/><path fill="#fff" d="M5 4h6v1H5zm0 3h6v1H5zm0 3h4v1H5z"/></svg>

      """
  }

  private var colours: String {
    let light = theme.accent?.text
    let dark = theme.darkAccent?.text
    var css = ""
    if let light { css += ":root{--accent:\(light)}\n" }
    if let dark {
      css += "@media screen and (prefers-color-scheme:dark){:root{--accent:\(dark)}}\n"
    }
    return css
  }

  /// Without comments, and without the blanks that do not part words: a sixth of what a reader loads.
  /// Strings in quotation marks are kept as they are.
  static func condensed(_ css: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(css.count)
    var at = 0
    var quote: UInt8?
    var isBlankDue = false
    while at < css.count {
      let byte = css[at]
      if let mark = quote {
        out.append(byte)
        if byte == mark { quote = nil }
        at += 1
      } else if byte == UInt8(ascii: "/"), at + 1 < css.count, css[at + 1] == UInt8(ascii: "*") {
        at += 2
        while at + 1 < css.count, css[at] != UInt8(ascii: "*") || css[at + 1] != UInt8(ascii: "/") {
          at += 1
        }
        at += 2
        isBlankDue = true
      } else if byte == 0x20 || byte == 0x0A {
        isBlankDue = true
        at += 1
      } else {
        if isBlankDue, let last = out.last, !"{};,".utf8.contains(last),
          !"{};,>".utf8.contains(byte), last != UInt8(ascii: ">")
        {
          out.append(0x20)
        }
        isBlankDue = false
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
        out.append(byte)
        at += 1
      }
    }
    return out
  }
}
