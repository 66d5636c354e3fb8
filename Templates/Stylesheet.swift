internal import Model

/// The site's stylesheet, with the portal's colours as custom properties at its end.
struct Stylesheet {
  let theme: Theme

  var bytes: [UInt8] { PackageResources.site_css + Array(colours.utf8) }

  private var colours: String {
    let light = theme.accent.flatMap(Self.colour)
    let dark =
      theme.accentDark.flatMap(Self.colour)
      // Half-way to white keeps a dark accent readable on a dark page.
      ?? light.map { "color-mix(in oklab,\($0) 45%,#fff)" }
    var css = ""
    if let light { css += ":root{--accent:\(light)}\n" }
    if let dark { css += "@media screen and (prefers-color-scheme:dark){:root{--accent:\(dark)}}\n" }
    return css
  }

  /// `#rrggbb`, or nothing: no other text reaches the stylesheet.
  static func colour(_ text: String) -> String? {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6 else { return nil }
    let isHex = digits.allSatisfy {
      (48...57).contains($0) || (65...70).contains($0) || (97...102).contains($0)
    }
    return isHex ? text : nil
  }
}
