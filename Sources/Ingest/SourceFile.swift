internal import Diagnostics

/// A file of the content folder, read whole.
struct SourceFile: Sendable {
  /// Relative to the content folder, with `/`.
  let name: String
  /// UTF-8, checked; without a byte order mark.
  let bytes: [UInt8]

  func location(line: Int, column: Int = 1, length: Int = 1) -> SourceLocation {
    SourceLocation(file: name, line: line, column: column, length: length)
  }

  /// The whole file: its first line.
  var start: SourceLocation { location(line: 1) }

  /// The file's name without folders and ending.
  var stem: String { Self.stem(of: name) }

  static func stem(of name: String) -> String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
    return String(last[..<dot])
  }
}

/// What a phase found wrong, gathered as it goes.
final class FindingLog {
  private(set) var findings: [Finding] = []

  func add(_ finding: Finding) { findings.append(finding) }
  func add(contentsOf more: [Finding]) { findings += more }

  func error(_ rule: String, at location: SourceLocation, _ message: String, hint: String? = nil) {
    findings.append(Finding(.error, rule, at: location, message, hint: hint))
  }

  func warning(_ rule: String, at location: SourceLocation, _ message: String, hint: String? = nil) {
    findings.append(Finding(.warning, rule, at: location, message, hint: hint))
  }
}
