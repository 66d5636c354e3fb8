internal import Diagnostics
internal import Model

/// What a phase found wrong, gathered as it goes; and what the edition left out, of whose absence nothing
/// is said.
final class FindingLog {
  /// How many names are compared with all that are known. Where more than these are wrong, it is
  /// not by a slip of the hand.
  private static let mostHints = 50

  private var found: [Finding] = []
  private(set) var joints: [Joint] = []
  /// Files that could not be read, or of which a part could not.
  private(set) var unread: Set<String> = []
  /// Names of what the edition leaves out: links to them lead nowhere, and that is right.
  private(set) var leftOut: Set<String> = []
  private(set) var withheld = Withheld()
  private var hintsLeft = FindingLog.mostHints

  /// A file whose text is read as the end of another's.
  struct Joint: Sendable {
    var file: String
    var end: String
    /// Lines before it.
    var lines: Int
  }

  /// With the places that people find in their files.
  var findings: [Finding] {
    if joints.isEmpty { return found }
    return found.map { finding in
      var finding = finding
      finding.location = own(finding.location)
      for index in finding.related.indices {
        finding.related[index].location = own(finding.related[index].location)
      }
      return finding
    }
  }

  private func own(_ location: SourceLocation) -> SourceLocation {
    guard let position = location.position,
      let joint = joints.last(where: {
        $0.file == location.file && $0.lines < Int(position.line)
      })
    else { return location }
    return SourceLocation(
      file: joint.end, line: Int(position.line) - joint.lines, column: Int(position.column),
      length: location.length)
  }

  /// Says that a file's text is read as the end of another's.
  func join(_ end: String, to file: String, after lines: Int) {
    joints.append(Joint(file: file, end: end, lines: lines))
  }
  func join(_ more: [Joint]) { joints += more }

  /// - Parameter leftOut: what is known to be left out.
  init(leftOut: Set<String> = []) { self.leftOut = leftOut }

  /// “did you mean …?”, where there is something to mean.
  func didYouMean(_ name: String, among known: some Sequence<String>) -> String? {
    guard hintsLeft > 0 else { return nil }
    hintsLeft -= 1
    return Diagnostics.didYouMean(name, among: known)
  }

  /// Says that a file is there and gave nothing, or not all that it holds.
  func lose(_ file: String) { unread.insert(file) }
  func lose(_ files: Set<String>) { unread.formUnion(files) }

  /// Names of what the edition leaves out; labels of notes are the same whatever their case.
  func leaveOut(_ name: String) { leftOut.insert(noteKey(name)) }
  func leaveOut(_ names: Set<String>) { leftOut.formUnion(names) }
  func isLeftOut(_ name: String) -> Bool { !leftOut.isEmpty && leftOut.contains(noteKey(name)) }

  func withhold(_ more: Withheld) { withheld.add(more) }
  func meet(audiences: [String]) { withheld.audiences.formUnion(audiences) }
  func meet(draft file: String) { withheld.drafts.append(file) }
  func meet(waiting file: String) { withheld.waiting.append(file) }

  func add(_ finding: Finding) { found.append(finding) }
  func add(contentsOf more: [Finding]) { found += more }

  func error(_ rule: String, at location: SourceLocation, _ message: String, hint: String? = nil) {
    found.append(Finding(.error, rule, at: location, message, hint: hint))
  }

  func warning(_ rule: String, at location: SourceLocation, _ message: String, hint: String? = nil)
  {
    found.append(Finding(.warning, rule, at: location, message, hint: hint))
  }
}
