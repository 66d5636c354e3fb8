internal import Diagnostics
internal import HTML

/// What is wrong, as markup: what the compiler said of templates, then every finding.
struct ReportSections: Markup {
  let state: PreviewState
  let templates: TemplateState
  let source: (String) -> SourceLines?

  /// As many as anyone reads; the terminal has them all.
  private static let most = 200

  var level: Report.Level {
    if case .failed = templates { return .error }
    if state.fault != nil || state.findings.errors > 0 { return .error }
    if !state.findings.isEmpty { return .warning }
    return templates == .building ? .note : .none
  }

  /// One line.
  var title: String {
    if case .failed = templates { return "The templates do not compile" }
    if state.fault != nil, state.findings.isEmpty { return "The content cannot be shown" }
    if !state.findings.isEmpty { return TextReport.summary(of: state.findings) }
    return templates == .building ? "Building the templates …" : "No findings"
  }

  func write(to sink: inout Sink) {
    h2 { title }.write(to: &sink)
    if case .failed(let output) = templates {
      pre(.class("output")) { printableLines(output) }.write(to: &sink)
    }
    if let fault = state.fault { p(.class("fault")) { printable(fault) }.write(to: &sink) }
    guard !state.findings.isEmpty else { return }
    element("ol", .class("findings")) {
      Each(state.findings.prefix(Self.most).map { FindingItem(finding: $0, source: source) })
    }.write(to: &sink)
    let others = state.findings.count - Self.most
    if others > 0 { p(.class("next")) { "And \(others) more." }.write(to: &sink) }
  }

  private func printableLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { printable(String($0)) }.joined(separator: "\n")
  }
}

/// A finding: what it says, where, the line, what may help.
private struct FindingItem: Markup {
  let finding: Finding
  let source: (String) -> SourceLines?

  func write(to sink: inout Sink) {
    li(.class(finding.severity.rawValue)) {
      p(.class("message")) {
        b { finding.severity == .error ? "Error" : "Warning" }
        Raw(" ")
        printable(finding.message)
        Raw(" ")
        small { finding.rule }
      }
      QuotedPlace(quotation: Quotation(of: finding.location, source: source))
      Each(finding.related.map { RelatedPlace(related: $0, source: source) })
      if let hint = finding.hint {
        p(.class("hint")) {
          b { "Hint" }
          Raw(" ")
          printable(hint)
        }
      }
    }.write(to: &sink)
  }
}

private struct RelatedPlace: Markup {
  let related: Finding.Related
  let source: (String) -> SourceLines?

  func write(to sink: inout Sink) {
    p(.class("related")) { printable(related.message) }.write(to: &sink)
    QuotedPlace(quotation: Quotation(of: related.location, source: source)).write(to: &sink)
  }
}

private struct QuotedPlace: Markup {
  let quotation: Quotation

  func write(to sink: inout Sink) {
    p(.class("place")) { quotation.place }.write(to: &sink)
    guard let line = quotation.line else { return }
    let number = String(line.number)
    let text = line.text.unicodeScalars
    let (before, rest) = (text.prefix(line.indent), text.dropFirst(line.indent))
    let marked = rest.prefix(line.marks.count)
    let blank = String(repeating: " ", count: number.count + 2 + line.indent)
    pre(Attribute("tabindex", 0)) {
      span(.class("number")) { number }
      Raw("  ")
      String(before)
      element("mark") { String(marked) }
      String(rest.dropFirst(marked.count))
      if !isRightToLeft(line.text) {
        Raw("\n")
        span(.class("caret"), Attribute("aria-hidden", "true")) { blank + line.marks }
      }
    }.write(to: &sink)
  }

  /// A row of carets below text that runs both ways would stand below the wrong words.
  private func isRightToLeft(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      (0x590...0x8FF).contains($0.value) || (0xFB1D...0xFEFC).contains($0.value)
    }
  }
}
