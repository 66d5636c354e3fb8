internal import Diagnostics

/// Gathers what is wrong with one file of data: of each rule the first few, and how many more there
/// are.
struct FileFindings {
  /// How many findings of a rule are listed.
  static let most = 20

  let file: SourceFile
  let log: FindingLog
  private var counts: [String: Int] = [:]
  /// The first of each rule that is not listed, in order.
  private var more: [Finding] = []

  init(_ file: SourceFile, log: FindingLog) {
    self.file = file
    self.log = log
  }

  mutating func error(
    _ rule: String, at offset: Int, length: Int = 1, _ message: @autoclosure () -> String,
    hint: @autoclosure () -> String? = nil
  ) {
    let file = file
    add(.error, rule, file.location(offset: offset, length: length), message, hint)
  }

  mutating func warning(
    _ rule: String, at offset: Int, length: Int = 1, _ message: @autoclosure () -> String,
    hint: @autoclosure () -> String? = nil
  ) {
    let file = file
    add(.warning, rule, file.location(offset: offset, length: length), message, hint)
  }

  /// A fault that keeps the file from being read on.
  mutating func add(_ fault: JSONFault, _ rule: String) {
    let file = file
    let related = fault.start.map {
      [Finding.Related(file.location(offset: $0), "it begins here")]
    }
    add(
      .error, rule, file.location(offset: fault.offset, length: fault.length), { fault.message },
      { fault.hint }, related: related ?? [])
  }

  mutating func add(
    _ severity: Finding.Severity, _ rule: String, _ location: @autoclosure () -> SourceLocation,
    _ message: () -> String, _ hint: () -> String?, related: [Finding.Related] = []
  ) {
    let key = "\(severity.rawValue) \(rule)"
    let count = counts[key, default: 0] + 1
    counts[key] = count
    if count <= Self.most {
      log.add(
        Finding(severity, rule, at: location(), message(), hint: hint(), related: related))
    } else if count == Self.most + 1 {
      more.append(Finding(severity, rule, at: location(), ""))
    }
  }

  /// Says how many findings were left out.
  func close() {
    for var finding in more {
      let count = counts["\(finding.severity.rawValue) \(finding.rule)", default: 0] - Self.most
      finding.message =
        count == 1
        ? "one more fault of this kind in the file"
        : "\(count) more faults of this kind in the file"
      finding.hint = "the first is here"
      log.add(finding)
    }
  }
}
