import Testing

@testable import Review

struct TokenTests {
  @Test(arguments: [
    ("It isn’t so.", ["It", "isn’t", "so", "."]),
    ("12\u{A0}500 and 1,500.5", ["12\u{A0}500", "and", "1,500.5"]),
    ("20–25 men", ["20–25", "men"]), ("was—he", ["was", "—", "he"]),
    ("at 14:30, 1/2", ["at", "14:30", ",", "1/2"]), ("他们去", ["他", "们", "去"]),
    ("U.S. al-Hasaka", ["U", ".", "S", ".", "al-Hasaka"]), ("قتل ٣٧٤", ["قتل", "٣٧٤"]),
  ]) func words(text: String, expected: [String]) {
    #expect(tokens(of: text).map(\.text) == expected)
  }

  @Test(arguments: ["%", "€", "-5", "<", "=", "✓", "&", "?", "×"]) func symbols(text: String) {
    #expect(tokens(of: "a \(text)").dropFirst().first?.kind == .symbol)
  }

  @Test(arguments: [",", ".", "–", "(", "“", "…", "•"]) func marks(text: String) {
    #expect(tokens(of: "a \(text) b")[1].kind == .punctuation)
  }

  /// However they are set, they say the same.
  @Test(arguments: [
    ("isn't", "isn’t"), ("\"a\"", "«a»"), ("2014-2017", "2014–2017"), ("e\u{301}", "é"),
    ("international", "inter\u{AD}national"), ("a - b", "a — b"), ("−5", "-5"),
  ]) func keys(first: String, second: String) {
    #expect(tokens(of: first).map(\.key) == tokens(of: second).map(\.key))
  }

  @Test(arguments: [
    ("He met Ahmad.", "He met (Ahmad), too."), ("Old text", "New “text”"),
    ("5\u{A0}% of it", "6\u{A0}% of it"),
    ("a b c", ""), ("می\u{200C}خواهد", "نمی\u{200C}خواهد"), ("one two", "one, two three"),
  ]) func bothTextsCanBeReadFromTheFragments(old: String, new: String) {
    let fragments = TextDifference(tokens(of: old), tokens(of: new)).fragments
    func side(_ kind: Change.Fragment.Kind) -> String {
      fragments.filter { $0.kind == .kept || $0.kind == kind }.map(\.text).joined()
    }
    #expect(side(.deleted) == old)
    #expect(side(.inserted) == new)
  }

  @Test(arguments: [
    ("On 20 January 2022 it began.", ["date 20 January 2022"]),
    ("Le 1er février", ["date 1er février"]),
    ("January 20, 2022.", ["date January 20, 2022"]),
    ("In March, 374 men may march on.", ["date March", "number 374"]),
    ("two hundred and fifty men", ["number two hundred and fifty"]),
    ("3 million, 12 %", ["number 3 million", "number 12 %"]),
    ("since 2019", ["date 2019"]), ("some 2019 tonnes", ["number 2019"]),
    ("20.01.2022", ["date 20.01.2022"]),
    ("2022年1月20日", ["date 2022年1月20日"]), ("عام 2014", ["date 2014"]), ("nothing", []),
  ]) func figures(text: String, expected: [String]) {
    let all = tokens(of: text)
    #expect(
      Figure.all(in: all).map { "\($0.kind.rawValue) \(Review.text(of: all[$0.range]))" }
        == expected)
  }
}
