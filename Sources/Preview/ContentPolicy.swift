/// A Content-Security-Policy (W3C, level 3), as the text of its directives.
struct ContentPolicy {
  private var directives: [(name: String, sources: [String])]

  init(_ text: String) {
    directives = text.split(separator: ";").compactMap { directive in
      let words = directive.split { $0.isWhitespace }.map(String.init)
      return words.first.map { ($0.lowercased(), Array(words.dropFirst())) }
    }
  }

  /// Allows a source of the page's own origin, where it is not allowed yet. A directive that is missing begins with the sources
  /// of `default-src`, which it takes the place of.
  mutating func allow(_ source: String, for name: String) {
    if let index = directives.firstIndex(where: { $0.name == name }) {
      directives[index].sources = Self.adding(source, to: directives[index].sources)
    } else if let general = directives.first(where: { $0.name == "default-src" }) {
      directives.append((name, Self.adding(source, to: general.sources)))
    }
  }

  private static func adding(_ source: String, to sources: [String]) -> [String] {
    sources.contains(source) || sources.contains("'self'")
      ? sources : sources.filter { $0 != "'none'" } + [source]
  }

  var text: String {
    directives.map { ([$0.name] + $0.sources).joined(separator: " ") }.joined(separator: ";")
  }
}
