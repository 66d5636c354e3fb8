/// The one place that draws a finding for people: severity, message, `file:line:column`, the line, a caret.
public struct TextReport {
  private let color: Bool
  private let source: (String) -> SourceLines?

  /// - Parameter source: the text of a file by its name in a finding; `nil` leaves the quotation out.
  public init(color: Bool = false, source: @escaping (String) -> SourceLines?) {
    self.color = color
    self.source = source
  }

  public func text(of findings: [Finding]) -> String {
    var out = ""
    for finding in findings { draw(finding, into: &out) }
    return out
  }

  /// “2 errors, 1 warning”.
  public static func summary(of findings: [Finding]) -> String {
    let (errors, warnings) = (findings.errors, findings.warnings)
    var parts: [String] = []
    if errors > 0 { parts.append("\(errors) error\(errors == 1 ? "" : "s")") }
    if warnings > 0 { parts.append("\(warnings) warning\(warnings == 1 ? "" : "s")") }
    return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
  }

  private func draw(_ finding: Finding, into out: inout String) {
    let word = paint(finding.severity.rawValue, finding.severity == .error ? "1;31" : "1;33")
    out += "\(word): \(paint(printable(finding.message), "1")) [\(finding.rule)]\n"
    quote(finding.location, into: &out)
    for related in finding.related {
      out += "  note: \(printable(related.message))\n"
      quote(related.location, into: &out)
    }
    if let hint = finding.hint { out += "  hint: \(printable(hint))\n" }
    out += "\n"
  }

  private func quote(_ location: SourceLocation, into out: inout String) {
    let quotation = Quotation(of: location, source: source)
    out += "  --> \(quotation.place)\n"
    guard let line = quotation.line else { return }
    let gutter = String(line.number)
    let blank = String(repeating: " ", count: gutter.count)
    let indent = String(repeating: " ", count: line.indent)
    out += " \(blank) |\n \(gutter) | \(line.text)\n"
    out += " \(blank) | \(indent)\(paint(line.marks, "1;31"))\n"
  }

  private func paint(_ text: String, _ code: String) -> String {
    color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// Text that cannot steer a terminal: controls and direction marks become “·”, a tab one space.
public func printable(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 9: out.append(" ")
    case 0..<32, 127..<160, 0x202A...0x202E, 0x2066...0x2069: out.append("·")
    default: out.append(scalar)
    }
  }
  return String(out)
}
