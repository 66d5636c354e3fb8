import HTML
import Model
import Templates
import Testing

struct StandardAssetsTests {
  @Test func aFileIsNamedByWhatItHolds() {
    let one = Asset(named: "assets/site", "css", bytes: Array("a{}".utf8))
    let same = Asset(named: "assets/site", "css", bytes: Array("a{}".utf8))
    let other = Asset(named: "assets/site", "css", bytes: Array("b{}".utf8))
    #expect(one.path == "assets/site.\(Self.folded("a{}")).css")
    #expect(one.path == same.path)
    #expect(one.path != other.path)
    #expect(one.bytes == Array("a{}".utf8))
  }

  @Test func anotherThemeIsAnotherName() {
    let plain = Fixture.portal()
    var coloured = plain
    coloured.theme.accent = Colour("#005f73")
    let (before, after) = (StandardAssets(of: plain), StandardAssets(of: coloured))
    #expect(before.stylesheet.path != after.stylesheet.path)
    #expect(before.icon.path != after.icon.path)
    // Prepared or not, the pages name the same files.
    let paths = StandardTemplates().assets(of: coloured).map(\.path)
    #expect(paths.contains(after.stylesheet.path))
    #expect(Fixture.html(.home, of: coloured).contains(after.stylesheet.path))
  }

  @Test(arguments: [
    ("assets/site.3f9c2a1b.css", true), ("assets/own.txt", false), ("assets/site.css", false),
    ("assets/site.3F9C2A1B.css", false), ("assets/site.3f9c2a1.css", false),
    ("briefs/site.3f9c2a1b.css", false), ("assets/site.3f9c2a1b.css.br", false),
  ])
  func onlySuchNamesAreKnown(path: String, isNamed: Bool) {
    #expect(Asset.isNamedByContent(path) == isNamed)
  }

  private static func folded(_ text: String) -> String {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)).multipliedReportingOverflow(by: 1_099_511_628_211).partialValue
    }
    let digits = String((hash >> 32) ^ (hash & 0xFFFF_FFFF), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
