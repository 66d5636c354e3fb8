import Testing

@testable import Templates

/// How names stand in an index.
@Suite struct IndexOrderTests {
  private func sorted(_ names: [String], in language: String) -> [String] {
    let order = IndexOrder(language: language)
    return names.sorted { order.key($0) < order.key($1) }
  }

  @Test(arguments: [
    ("en", ["Élan", "Elba", "Eland"], ["Élan", "Eland", "Elba"]),
    (
      "en", ["al-Hasaka", "Homs", "Hajin", "The Hague"],
      ["The Hague", "Hajin", "al-Hasaka", "Homs"]
    ),
    ("en", ["A raid", "Raqqa", "An attack"], ["An attack", "A raid", "Raqqa"]),
    (
      "fr", ["zone", "Éclair", "école", "Œuvre", "oasis"],
      ["Éclair", "école", "oasis", "Œuvre", "zone"]
    ),
    (
      "ar", ["الحسكة", "دمشق", "إدلب", "أبو كمال", "Homs"],
      ["أبو كمال", "إدلب", "الحسكة", "دمشق", "Homs"]
    ),
    ("en", ["حلب", "Zakho", "1st", "«Quoted»"], ["«Quoted»", "Zakho", "حلب", "1st"]),
  ])
  func order(language: String, names: [String], expected: [String]) {
    #expect(sorted(names, in: language) == expected)
    #expect(sorted(names.reversed(), in: language) == expected)
  }

  @Test(
    arguments: [
      ("en", "Élan", "E"), ("en", "al-Hasaka", "H"), ("ar", "الحسكة", "ح"), ("ar", "إدلب", "ا"),
      ("fr", "Œuvre", "O"), ("en", "ßtraße", "S"), ("tr", "İzmir", "I"), ("en", "3rd", nil),
      ("en", "…", nil), ("en", "", nil), ("ar", "ال", "ا"),
    ] as [(String, String, String?)])
  func letter(language: String, name: String, expected: String?) {
    let order = IndexOrder(language: language)
    #expect(order.letter(of: order.key(name)) == expected)
  }
}
