internal import Diagnostics

/// What a phase found wrong, gathered as it goes.
final class FindingLog {
  /// How many names are compared with all that are known. Where more than these are wrong, it is
  /// not by a slip of the hand.
  private static let mostHints = 50

  private(set) var findings: [Finding] = []
  /// Files that could not be read, or of which a part could not.
  private(set) var unread: Set<String> = []
  private var hintsLeft = FindingLog.mostHints

  /// “did you mean …?”, where there is something to mean.
  func didYouMean(_ name: String, among known: some Sequence<String>) -> String? {
    guard hintsLeft > 0 else { return nil }
    hintsLeft -= 1
    return Diagnostics.didYouMean(name, among: known)
  }

  /// Says that a file is there and gave nothing, or not all that it holds.
  func lose(_ file: String) { unread.insert(file) }
  func lose(_ files: Set<String>) { unread.formUnion(files) }

  func add(_ finding: Finding) { findings.append(finding) }
  func add(contentsOf more: [Finding]) { findings += more }

  func error(_ rule: String, at location: SourceLocation, _ message: String, hint: String? = nil) {
    findings.append(Finding(.error, rule, at: location, message, hint: hint))
  }

  func warning(_ rule: String, at location: SourceLocation, _ message: String, hint: String? = nil)
  {
    findings.append(Finding(.warning, rule, at: location, message, hint: hint))
  }
}
