internal import HTML
public import Model

/// The files that the standard pages load. Each is named by what it holds
/// (`assets/site.3f9c2a1b.css`), so that a browser may keep it for ever: another content is another
/// name.
///
/// Templates of another package that link to them make one value when they are prepared, as the
/// names are worked out from the files' bytes.
public struct StandardAssets: Sendable {
  /// The stylesheet of every page.
  public let stylesheet: Asset
  /// What pages with drawings add: maps, charts.
  public let drawings: Asset
  /// What a browser shows beside the title.
  public let icon: Asset
  /// What pages of records add to it.
  let records: Asset
  /// What the page to search adds; `nil` where the site gets no index.
  let search: (style: Asset, script: Asset)?

  public init(of portal: Portal) {
    let sheet = Stylesheet(theme: portal.theme)
    stylesheet = Asset(named: "assets/site", "css", bytes: sheet.bytes)
    drawings = Asset(
      named: "assets/drawings", "css", bytes: Stylesheet.condensed(Stylesheet.drawings))
    icon = Asset(named: "assets/icon", "svg", bytes: Array(sheet.icon.utf8))
    records = Asset(
      named: "assets/records", "css", bytes: Stylesheet.condensed(PackageResources.records_css))
    search =
      portal.hasSearch
      ? (
        Asset(
          named: "assets/search", "css", bytes: Stylesheet.condensed(PackageResources.search_css)),
        Asset(named: "assets/search", "js", bytes: PackageResources.search_js)
      ) : nil
  }

  var all: [Asset] {
    [stylesheet, drawings, icon, records] + (search.map { [$0.style, $0.script] } ?? [])
  }
}

extension Asset {
  /// A file named by its content: `NAME.` and eight hexadecimal digits before its suffix.
  ///
  /// - Parameter name: below the site's root, without a suffix.
  public init(named name: String, _ suffix: String, bytes: [UInt8]) {
    self.init(path: "\(name).\(Self.digits(of: bytes)).\(suffix)", bytes: bytes)
  }

  /// Whether a path is that of a file named by its content, in the folder `assets`.
  public static func isNamedByContent(_ path: String) -> Bool {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false)
    let folders = parts.first?.split(separator: "/").dropLast() ?? []
    let isAsset =
      folders.last == "assets" && folders.count <= 2
      && (folders.dropLast().first?.isLanguageTag ?? true)
    guard parts.count == 3, isAsset else { return false }
    return parts[1].utf8.count == 8
      && parts[1].utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }

  /// FNV-1a of 64 bits, folded to 32 (http://www.isthe.com/chongo/tech/comp/fnv/): the versions of
  /// one file are few, and nobody gains by making two alike.
  private static func digits(of bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let folded = String(UInt32(truncatingIfNeeded: hash ^ hash >> 32), radix: 16)
    return String(repeating: "0", count: 8 - folded.utf8.count) + folded
  }
}
