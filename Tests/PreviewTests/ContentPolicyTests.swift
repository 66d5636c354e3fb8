import Testing

@testable import Preview

@Suite struct ContentPolicyTests {
  private func widened(_ text: String) -> String {
    var policy = ContentPolicy(text)
    policy.allow("http://localhost:1/a.js", for: "script-src")
    return policy.text
  }

  @Test func takesThePlaceOfTheDefault() {
    #expect(
      widened("default-src 'none'; img-src data:")
        == "default-src 'none';img-src data:;script-src http://localhost:1/a.js")
    #expect(
      widened("default-src https:")
        == "default-src https:;script-src https: http://localhost:1/a.js")
  }

  @Test func addsToWhatIsThere() {
    #expect(widened("script-src 'none'") == "script-src http://localhost:1/a.js")
    #expect(widened("SCRIPT-SRC  a b") == "script-src a b http://localhost:1/a.js")
  }

  @Test func leavesWhatAllowsItAlready() {
    #expect(widened("script-src 'self'") == "script-src 'self'")
    #expect(widened("default-src 'self'") == "default-src 'self';script-src 'self'")
    #expect(widened("img-src 'none'") == "img-src 'none'")
    #expect(widened("") == "")
  }
}
