internal import Publish

/// Compiles folders of Typst source: by a `typst` program on PATH, else by Typst's Python module.
struct TypstEngine: Sendable {
  let work: WorkFolder
  let typefaces: String
  private let program: Program

  private enum Program: Sendable {
    case typst(String)
    /// Those that may have Typst's module: the first that has it is used.
    case pythons([String])
  }

  struct Job: Sendable {
    /// Below the work folder: holds `main.typ`; gets `out.pdf` or `out.png`, or `error.txt`.
    var folder: String
    /// Whether it is a picture of one page, a pixel for a point.
    var isPicture = false
    /// The creation date, seconds since 1970.
    var seconds: Int

    var output: String { isPicture ? "out.png" : "out.pdf" }
  }

  static let missing = """
    packs need Typst 0.15: put a “typst” program on PATH, or install the Python package: \
    python3 -m venv .venv && .venv/bin/pip install 'typst==0.15.*'
    """

  init() throws(OutputError) {
    guard let typefaces = Typefaces.folder() else {
      throw OutputError(
        description: "packs need the Noto typefaces: apt-get install fonts-noto-core")
    }
    self.typefaces = typefaces
    work = try WorkFolder()
    try Typefaces.link(from: typefaces, into: work)
    try work.write("compile.py", PackageResources.compile_py)
    if let program = ChildProcess.onPath("typst"), Self.isSupported(program) {
      self.program = .typst(program)
      return
    }
    program = .pythons(ChildProcess.pythons)
  }

  /// Compiles some jobs one after another.
  ///
  /// - Parameter done: called after each.
  func compile(_ jobs: [Job], list: String, done: () -> Void) throws(OutputError) {
    switch program {
    case .typst(let program):
      for job in jobs {
        let folder = "\(work.path)/\(job.folder)"
        var output: [String] = []
        let arguments = { (more: [String]) in
          [
            "-c", "exec \"$0\" \"$@\" 2>&1", program, "compile", "--root", folder, "--font-path",
            "\(work.path)/fonts",
          ] + more + [
            "--creation-timestamp", "\(job.seconds)",
          ]
            + (job.isPicture
              ? ["--format", "png", "--ppi", "72"] : ["--pdf-standard", "a-2a,ua-1"])
            + ["\(folder)/main.typ", "\(folder)/\(job.output)"]
        }
        var status = ChildProcess.run("/bin/sh", arguments(["--ignore-system-fonts"])) {
          output.append($0)
        }
        if status != 0, output.contains(where: { $0.contains("could not be displayed") }) {
          output = []
          status = ChildProcess.run("/bin/sh", arguments(["--font-path", typefaces])) {
            output.append($0)
          }
        }
        if status != 0 {
          try work.write(
            "\(job.folder)/error.txt", Array(output.joined(separator: "\n").utf8))
        }
        done()
      }
    case .pythons(let pythons):
      let lines = jobs.map {
        "\(work.path)/\($0.folder)\t\($0.seconds)\t\($0.output)\n"
      }.joined()
      try work.write(list, Array(lines.utf8))
      let arguments = [
        "\(work.path)/compile.py", "\(work.path)/fonts", typefaces, "\(work.path)/\(list)",
      ]
      for python in pythons {
        switch ChildProcess.run(python, arguments, line: { _ in done() }) {
        case 0: return
        case Self.withoutModule: continue
        default:
          throw OutputError(description: "Typst’s Python module stopped before its work was done")
        }
      }
      throw OutputError(description: Self.missing)
    }
  }

  /// How `compile.py` ends where Typst's module is not installed.
  private static let withoutModule: Int32 = 3

  /// “typst 0.15.2 (…)”.
  private static func isSupported(_ program: String) -> Bool {
    var version = ""
    guard ChildProcess.run(program, ["--version"], line: { version += $0 }) == 0 else {
      return false
    }
    return version.hasPrefix("typst 0.15.")
  }
}
