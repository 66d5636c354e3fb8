import Ingest
import Model
import Testing

/// The sentences in which records are spoken of.
@Suite struct PassageTests {
  private static let places = """
    dhiban: { name: Dhiban }
    raqqa: { name: Raqqa }
    """

  /// Each passage of a place, what speaks of it in brackets.
  private func passages(_ text: String, of place: Int = 0) async throws -> [String] {
    let content = try ContentFixture([
      "places.yaml": Self.places,
      "briefs/b.md": "---\ntitle: B\n---\n\n\(text)\n",
    ])
    let portal = try await content.read().portal
    return (portal.mentions[Target(.place, index: place)] ?? []).map { mention in
      (mention.passage?.pieces(name: portal.places[place].name.text(in: "en")) { target in
        target.kind == .place ? portal.places[target.index].name.text(in: "en") : "?"
      } ?? []).map { $0.isMention ? "[\($0.text)]" : $0.text }.joined()
    }
  }

  @Test(arguments: [
    ("One. At [D](place:dhiban) now. Two.", "At [D] now."),
    ("[](place:dhiban) is first. Two.", "[Dhiban] is first."),
    ("One. Dr. X saw [Dhiban](place:dhiban).[^n] Two.\n\n[^n]: N.", "Dr. X saw [Dhiban]."),
    ("Of *the* **old\n[D](place:dhiban)** `code`.", "Of the old [D] code."),
    (
      "At [](place:raqqa) and [](place:dhiban) or [](place:raqqa)!",
      "At Raqqa and [Dhiban] or Raqqa!"
    ),
    ("> - A quotation. In [D](place:dhiban).", "In [D]."),
    ("| a | b |\n| --- | --- |\n| Done. At [D](place:dhiban) | y |", "At [D]"),
    ("## A [D](place:dhiban) heading", "A [D] heading"),
    ("ذهب. وفي [ذيبان](place:dhiban)؟ نعم.", "وفي [ذيبان]؟"),
    ("Il part ! « À [D](place:dhiban) », dit-il. Fin.", "« À [D] », dit-il."),
    ("他走了。在[城](place:dhiban)。她留下。", "在[城]。"),
  ])
  func sentence(_ text: String, _ expected: String) async throws {
    let found = try await passages(text)
    #expect(found.first == expected)
  }

  @Test func longSentencesAreCutAroundTheWords() async throws {
    let long = String(repeating: "word ", count: 300)
    let found = try await passages("\(long)[D](place:dhiban) \(long)end.")
    let passage = try #require(found.first)
    #expect(passage.hasPrefix("…word ") && passage.hasSuffix(" word…"))
    #expect((380...410).contains(passage.count))
    let words = String(repeating: "ab ", count: 400)
    let linked = try #require(try await passages("[\(words)x](place:dhiban) y").first)
    #expect(linked.count <= 403)
  }

  @Test func otherLinksWithoutWordsAreKept() async throws {
    let content = try ContentFixture([
      "places.yaml": Self.places,
      "briefs/b.md": "---\ntitle: B\n---\n\nOne. At [](place:raqqa), [D](place:dhiban).\n",
    ])
    let mentions = try await content.read().portal.mentions
    #expect(
      mentions[Target(.place, index: 0)]?.first?.passage
        == Passage(
          text: "At , D.", words: 5..<6,
          gaps: [.init(offset: 3, target: Target(.place, index: 1))]))
  }
}
