internal import HTML
internal import Model

/// What the style of a document is set by: `doc` in its source.
struct PackSetting {
  var title: String
  var authors: [String]
  var description: String?
  var keywords: [String]
  /// Without one the document gets the creation date that the engine is given.
  var date: PartialDate?
  var paper: Paper
  var marking: String?
  /// What stands at the head and the foot of every page.
  var head: String
  var foot: String
  var accent: Colour?
  var language: String
  var hasCover: Bool

  /// Two running heads share a line of the page.
  static let runningLength = 56

  func write(to sink: inout Sink) {
    let isRightToLeft = Model.isRightToLeft(language)
    let strings = interfaceStrings(for: language)
    func text(_ value: String?) -> String { value.map(typstString) ?? "none" }
    func shown(_ text: String) -> String { "#\(typstString(text));" }
    let digit = strings.numerals.areEuropean ? "1" : strings.number(1)
    func digits(_ name: String) -> String { "#numbering(\(typstString(digit)), \(name));" }
    sink.append("#let doc = (\n")
    for (name, value) in [
      ("paper", paper == .letter ? "\"us-letter\"" : "\"a4\""), ("wide", "\(!hasCover)"),
      ("title", typstString(title)), ("authors", Self.list(authors)),
      ("description", text(description)), ("keywords", Self.list(keywords)),
      ("date", day), ("marking", text(marking)), ("head", text(head)), ("foot", text(foot)),
      ("accent", "rgb(\"\(accent?.text ?? "#7a1f2b")\")"), ("size", "10.8pt"),
      ("leading", isRightToLeft ? ".85em" : ".68em"), ("depth", "2"),
      (
        "page-of",
        "(n, all) => [\(shown(strings.pageInText + " "))\(digits("n"))\(shown(" \(strings.ofPages) "))\(digits("all"))]"
      ),
      ("on-page", "n => [\(shown(strings.listComma + strings.pageInText + " "))\(digits("n"))]"),
      ("digit", typstString(digit)),
      ("heading-families", Self.list(Self.sans(language))),
    ] + Self.text(in: language) {
      sink.append(unsafe: "  \(name): \(value),\n")
    }
    sink.append(")\n")
  }

  private var day: String {
    guard let date else { return "auto" }
    let year = max(1, min(9999, date.year))
    return "datetime(year: \(year), month: \(date.month ?? 1), day: \(date.day ?? 1))"
  }

  /// Language, direction and typefaces of text.
  static func text(in language: String) -> [(String, String)] {
    let tag = language.split(separator: "-")
    func isLetters(_ part: Substring) -> Bool { part.allSatisfy { $0.isASCII && $0.isLetter } }
    let primary = tag.first.flatMap { (2...3).contains($0.count) && isLetters($0) ? $0 : nil }
    let region = tag.dropFirst().first { $0.count == 2 && isLetters($0) }
    let isRightToLeft = Model.isRightToLeft(language)
    let serifs = ["Libertinus Serif", "Noto Naskh Arabic"]
    return [
      ("lang", typstString(primary.map { $0.lowercased() } ?? "en")),
      ("region", region.map { typstString(String($0)) } ?? "none"),
      ("dir", isRightToLeft ? "rtl" : "ltr"),
      ("text-families", list((isRightToLeft ? serifs.reversed() : serifs) + ["Noto Sans"])),
    ]
  }

  static func sans(_ language: String) -> [String] {
    let families = ["Noto Sans", "Noto Sans Arabic"]
    return Model.isRightToLeft(language) ? families.reversed() : families
  }

  static func list(_ items: [String]) -> String {
    "(" + items.map { typstString($0) + "," }.joined() + ")"
  }
}
