import Diagnostics
import Testing

@Suite struct JSONTextTests {
  @Test(arguments: [
    ("plain é ‏عربي 😀", "\"plain é ‏عربي 😀\""),
    ("a \"b\" \\ c", #""a \"b\" \\ c""#),
    ("\n\r\t", #""\n\r\t""#),
    ("</script>", #""\u003c/script>""#),
    ("\0\u{1F}\u{7F}\u{80}\u{9F}", #""\u0000\u001f\u007f\u0080\u009f""#),
    ("\u{2028}\u{2029}\u{FFFE}\u{FFFF}", #""\u2028\u2029\ufffe\uffff""#),
  ])
  func quotesWhatNoReaderShows(text: String, json: String) {
    #expect(JSONText.quoted(text) == json)
  }
}
