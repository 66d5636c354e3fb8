internal import Publish

/// Pagefind: a `pagefind` program on PATH, else its Python module.
struct Pagefind {
  /// A program, and the arguments that come first.
  private let command: [String]

  static let missing = """
    the index to search needs Pagefind 1: put a “pagefind” program on PATH, or install the Python \
    package: python3 -m venv .venv && .venv/bin/pip install 'pagefind[bin]==1.5.*'
    """

  init() throws(OutputError) {
    let commands =
      [ChildProcess.onPath("pagefind")].compactMap { $0 }.map { [$0] }
      + ChildProcess.pythons.map { [$0, "-m", "pagefind"] }
    guard let command = commands.first(where: Self.isSupported) else {
      throw OutputError(description: Self.missing)
    }
    self.command = command
  }

  func run(_ arguments: [String]) throws(OutputError) {
    var output: [String] = []
    let all = ["-c", "exec \"$0\" \"$@\" 2>&1"] + command + ["--silent"] + arguments
    guard ChildProcess.run("/bin/sh", all, line: { output.append($0) }) == 0 else {
      let said = output.map { $0.isEmpty ? "" : ": \($0)" }.last ?? ""
      throw OutputError(description: "Pagefind made no index\(said)")
    }
  }

  /// “pagefind 1.5.2”.
  private static func isSupported(_ command: [String]) -> Bool {
    var version = ""
    let arguments = Array(command.dropFirst()) + ["--version"]
    guard ChildProcess.run(command[0], arguments, line: { version += $0 }) == 0 else {
      return false
    }
    return version.hasPrefix("pagefind 1.")
  }
}
