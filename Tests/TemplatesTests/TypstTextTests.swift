import HTML
import Testing

@testable import Templates

/// A string literal of Typst read back: nothing but `\` and `"` means anything in one.
private func read(_ literal: String) -> String? {
  guard literal.first == "\"", literal.last == "\"", literal.count >= 2 else { return nil }
  var out = ""
  var isEscaped = false
  for character in literal.dropFirst().dropLast() {
    if isEscaped {
      guard character == "\\" || character == "\"" else { return nil }
      out.append(character)
      isEscaped = false
    } else if character == "\\" {
      isEscaped = true
    } else if character == "\"" {
      return nil
    } else {
      out.append(character)
    }
  }
  return isEscaped ? nil : out
}

@Test(arguments: [
  "#panic()", "$x$", "\\", "\\\"", "\"; #read(\"/etc/passwd\"); \"", "`a` *b* _c_ <d> @e",
  "// x /* y */",
  "= heading", "- item", "[a](b)", "#{1 + 1}", "~ -- ---", "ذيبان", "\u{202E}abc", "é", "e\u{301}",
])
func textIsAStringLiteral(_ text: String) {
  #expect(read(typstString(text)) == text)
}

@Test func everyASCIICharacterKeepsToItsLiteral() {
  for first in 0..<128 {
    for second in 0..<128 {
      let text = String(decoding: [UInt8(first), UInt8(second)], as: UTF8.self)
      let shown = text.unicodeScalars.compactMap { scalar -> Character? in
        switch scalar.value {
        case 9, 10, 13, 32: " "
        case 0..<32, 127: nil
        default: Character(scalar)
        }
      }
      #expect(read(typstString(text)) == String(shown))
    }
  }
}

@Test func contentIsClosedSoThatNothingCallsIt() {
  var sink = Sink()
  sink.append(typst: "a\"(b)")
  #expect(String(decoding: sink.bytes, as: UTF8.self) == "#\"a\\\"(b)\";")
}

@Test func longWordsGetPlacesToBreak() {
  var sink = Sink()
  sink.append(typst: String(repeating: "w", count: 300))
  let text = String(decoding: sink.bytes, as: UTF8.self)
  #expect(text.unicodeScalars.count { $0 == "\u{200B}" } == 12)
}

@Test func stylesheetsForRenderersWithoutPropertiesAreResolved() {
  let css =
    ":root { --a: #123; --b: #456 }\n@media print { :root { --a: #000 } }\n.x { fill: var(--a); stroke: var(--b); font: 1px system-ui, sans-serif }"
  let text = String(decoding: Stylesheet.resolved(Array(css.utf8), family: "Face"), as: UTF8.self)
  #expect(!text.contains("var("))
  #expect(!text.contains("@media"))
  #expect(text.contains("#123") && text.contains("#456") && text.contains("Face"))
  #expect(!text.contains("#000"))
}
