import Templates
import Testing

@testable import Charts

/// Numbers as each language writes them.
struct NumberTests {
  private func text(_ value: Double, _ decimals: Int, _ language: String, sign: String = "")
    -> String
  {
    NumberText(interfaceStrings(for: language), isRightToLeft: language == "ar")
      .text(value, decimals: decimals, sign: sign)
  }

  @Test func inEachLanguage() {
    #expect(text(1234567.5, 1, "en") == "1,234,567.5")
    #expect(text(1234567.5, 1, "fr") == "1\u{202F}234\u{202F}567,5")
    #expect(text(50, 0, "ar", sign: ">") == "\u{2066}>٥٠\u{2069}")
    #expect(text(1234.5, 1, "ar-MA") == "1,234.5")
    #expect(text(-12.25, 2, "en", sign: "~") == "~−12.25")
    #expect(text(-0.001, 2, "en") == "0.00")
    #expect(text(0.0000035, 7, "en") == "0.0000035")
    #expect(text(1e15, 0, "en") == "1,000,000,000,000,000")
    #expect(text(.infinity, 0, "en") == "∞")
  }

  @Test(arguments: [
    ("374", 0), ("3.50", 2), (">1,250.5", 1), ("-0.25", 2), ("1e3", 0), ("1.5e-3", 4),
    ("1e-30", 12),
  ])
  func digitsAfterThePoint(written: String, decimals: Int) throws {
    let plain = written.filter { $0 != "," && $0 != ">" }
    #expect(NumberText.decimals(of: written, try #require(Double(plain))) == decimals)
  }
}
