import Model
import Testing

@testable import Templates

@Suite("Interface strings")
struct InterfaceStringsTests {
  @Test(arguments: [
    ("en", "Notes"), ("en-GB", "Notes"), ("fr", "Notes"), ("FR-ca", "Notes"), ("ar", "الحواشي"),
    ("ar-SY", "الحواشي"), ("de", "Notes"), ("", "Notes"),
  ])
  func language(_ language: String, _ notes: String) {
    #expect(interfaceStrings(for: language).notes == notes)
  }

  @Test(arguments: [
    ("en", 0, "0 bytes"), ("en", 999, "999 bytes"), ("en", 1000, "1 kB"), ("en", 201_978, "202 kB"),
    ("en", 999_499, "999 kB"), ("en", 999_500, "1 MB"), ("en", 1_249_999, "1.2 MB"),
    ("en", 1_250_000, "1.3 MB"), ("en", 12_000_000, "12 MB"), ("en", 2_500_000_000, "2.5 GB"),
    ("en", 5_000_000_000_000, "5,000 GB"),
    ("fr", 840, "840 octets"), ("fr", 1_240_000, "1,2 Mo"), ("ar", 1_240_000, "١٫٢ م.ب"),
    ("ar-DZ", 1_240_000, "1.2 م.ب"),
    ("ar-SY", 1_240_000, "١٫٢ م.ب"),
  ])
  func fileSize(_ language: String, _ bytes: Int, _ words: String) {
    let said = interfaceStrings(for: language).fileSize(bytes)
    #expect(said.replacing("\u{A0}", with: " ") == words)
    #expect(!said.contains(" "), "a number may be parted from its unit")
  }

  @Test(arguments: [
    ("en", 1, "1 page"), ("en", 2, "2 pages"), ("en", 1200, "1,200 pages"),
    ("fr", 1, "1 page"), ("fr", 2, "2 pages"), ("fr", 1200, "1\u{202F}200 pages"),
    ("ar", 1, "صفحة واحدة"), ("ar", 2, "صفحتان"), ("ar", 3, "٣ صفحات"), ("ar", 10, "١٠ صفحات"),
    ("ar", 11, "١١ صفحة"), ("ar", 99, "٩٩ صفحة"), ("ar", 100, "١٠٠ صفحة"), ("ar", 103, "١٠٣ صفحات"),
  ])
  func pages(_ language: String, _ count: Int, _ words: String) {
    #expect(interfaceStrings(for: language).pages(count) == words)
  }

  @Test(arguments: [
    ("ar", 0, "لا موجزات"), ("ar", 2, "موجزان"), ("ar", 11, "١١ موجزًا"), ("ar", 100, "١٠٠ موجز"),
    ("fr", 0, "0 note d’analyse"), ("fr", 2, "2 notes d’analyse"), ("en", 0, "0 briefs"),
  ])
  func briefs(_ language: String, _ count: Int, _ words: String) {
    #expect(interfaceStrings(for: language).count(count) == words)
  }

  @Test(arguments: [
    ("en", "5 April 2022", "1 April 2022", "from 1 April 2022", "until April 2022"),
    ("fr", "5 avril 2022", "1er avril 2022", "depuis le 1er avril 2022", "jusqu’en avril 2022"),
    (
      "ar", "٥ نيسان/أبريل ٢٠٢٢", "١ نيسان/أبريل ٢٠٢٢", "منذ ١ نيسان/أبريل ٢٠٢٢",
      "حتى نيسان/أبريل 2022"
    ),
  ])
  func dates(
    _ language: String, _ fifth: String, _ first: String, _ from: String, _ until: String
  ) throws {
    let strings = interfaceStrings(for: language)
    let day = try #require(PartialDate("2022-04-01"))
    #expect(strings.date(try #require(PartialDate("2022-04-05"))) == fifth)
    #expect(strings.date(day) == first)
    #expect(strings.span(from: day, until: nil) == from)
    #expect(strings.span(from: nil, until: PartialDate("2022-04")) == until)
  }

  @Test(arguments: [
    ("en", "A, B and C"), ("fr", "A, B et C"), ("ar", "A، B وC"),
  ])
  func lists(_ language: String, _ words: String) {
    let strings = interfaceStrings(for: language)
    #expect(strings.list(["A", "B", "C"]) == words)
    #expect(strings.list(["A"]) == "A")
    #expect(strings.list([]).isEmpty)
  }

  @Test(arguments: ["en", "fr", "ar"])
  func twelveMonths(_ language: String) {
    #expect(Set(interfaceStrings(for: language).months).count == 12)
  }
}
