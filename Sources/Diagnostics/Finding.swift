/// A fault in content: where it is, what to do about it.
public struct Finding: Sendable, Equatable {
  public enum Severity: String, Sendable, Comparable {
    case error, warning

    public static func < (a: Self, b: Self) -> Bool { a == .error && b == .warning }
  }

  /// Another place that the fault concerns, such as a first definition.
  public struct Related: Sendable, Equatable {
    public var location: SourceLocation
    public var message: String

    public init(_ location: SourceLocation, _ message: String) {
      self.location = location
      self.message = message
    }
  }

  public var severity: Severity
  /// A stable name for the kind of fault, such as `note-undefined`.
  public var rule: String
  public var location: SourceLocation
  public var message: String
  public var hint: String?
  public var related: [Related]

  public init(
    _ severity: Severity, _ rule: String, at location: SourceLocation, _ message: String,
    hint: String? = nil, related: [Related] = []
  ) {
    self.severity = severity
    self.rule = rule
    self.location = location
    self.message = message
    self.hint = hint
    self.related = related
  }
}

extension [Finding] {
  public var errors: Int { count { $0.severity == .error } }
  public var warnings: Int { count { $0.severity == .warning } }

  /// In the order of files and of places in them, each once, so that the same content gives the same
  /// report.
  public func inOrder() -> [Finding] {
    var last: Finding?
    return sortedByPlace().filter { finding in
      defer { last = finding }
      return finding != last
    }
  }

  private func sortedByPlace() -> [Finding] {
    enumerated().sorted { a, b in
      let (x, y) = (a.element.location, b.element.location)
      if x.file != y.file { return x.file < y.file }
      let first = x.position ?? SourcePosition(line: 0, column: 0)
      let second = y.position ?? SourcePosition(line: 0, column: 0)
      if first != second { return first < second }
      return a.offset < b.offset
    }.map(\.element)
  }
}
