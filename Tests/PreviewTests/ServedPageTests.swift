import Testing

@testable import Preview

@Suite struct ServedPageTests {
  private func served(_ page: String) -> String {
    String(
      decoding: ServedPage.bytes(of: Array(page.utf8), sum: "5", origin: "http://localhost:1"),
      as: UTF8.self)
  }

  private let script = "<script src=\"/_chancery/preview.js\" data-sum=\"5\" defer></script>"

  @Test func scriptStandsAtTheEndOfTheHead() {
    #expect(
      served("<head><title>T</title></head><body></head></body>")
        == "<head><title>T</title>\(script)</head><body></head></body>")
    #expect(served("no head") == "no head\(script)")
  }

  @Test func everyPolicyOfTheHeadIsWidened() {
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">"
    let wide =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
      + "script-src http://localhost:1/_chancery/preview.js;"
      + "connect-src http://localhost:1/_chancery/;"
      + "style-src http://localhost:1/_chancery/preview.css\">"
    #expect(
      served("<head>\(policy)\(policy)</head>\(policy)")
        == "<head>\(wide)\(wide)\(script)</head>\(policy)")
  }
}
