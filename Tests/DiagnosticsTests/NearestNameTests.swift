import Diagnostics
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("palce", "place"), ("plac", "place"), ("PLACE", "place"), ("terms", "term"),
    ("sorce", "source"),
    ("mpa", "map"), ("زكاه", "زكاة"),
  ])
  func near(_ name: String, _ expected: String) {
    #expect(nearestName(to: name, among: ["place", "map", "term", "source", "زكاة"]) == expected)
  }

  @Test(arguments: ["x", "", "javascript", "https", "plaice-of-interest"])
  func far(_ name: String) {
    #expect(nearestName(to: name, among: ["place", "map", "term"]) == nil)
  }

  @Test func ofTwoAsNearTheFirstInOrder() {
    #expect(nearestName(to: "ab", among: ["ac", "aa"]) == "aa")
    #expect(didYouMean("ab", among: ["ac"]) == "did you mean “ac”?")
    #expect(nearestName(to: "ab", among: [String]()) == nil)
  }

  @Test func longNames() {
    let long = String(repeating: "x", count: 1_000_000)
    #expect(nearestName(to: long, among: [long + "y"]) != nil)
  }
}
