internal import ArgumentParser
internal import Diagnostics
internal import Format
internal import Ingest

struct FormatCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Lays Markdown out for clean diffs: one sentence a line, tables aligned.")

  @Argument(
    help: ArgumentHelp("Markdown files, or folders of them (Content).", valueName: "path"))
  var paths: [String] = []

  @Flag(name: .long, help: "Write nothing; tell which files would change.")
  var check = false

  @Option(name: .long, help: ArgumentHelp("How many files are worked on at once.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
  }

  func run() async throws {
    let files: [MarkdownFile]
    do {
      files = try markdownFiles(at: paths.isEmpty ? ["Content"] : paths)
    } catch {
      throw couldNotRun(error.description)
    }
    let orders = NoteOrders(files)
    let outcomes = await withTaskGroup(of: [(Int, FormatOutcome)].self) { group in
      let workers = max(1, min(jobs ?? processorCount(), files.count))
      let writes = !check
      for worker in 0..<workers {
        group.addTask {
          stride(from: worker, to: files.count, by: workers).map { index in
            (index, format(files[index], order: orders.order(for: files[index]), writes: writes))
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }.sorted { $0.0 < $1.0 }.map(\.1)
    }
    try report(outcomes, files)
  }

  private func report(_ outcomes: [FormatOutcome], _ files: [MarkdownFile]) throws {
    var changed = 0
    var findings: [Finding] = []
    var faults: [String] = []
    for (file, outcome) in zip(files, outcomes) {
      switch outcome {
      case .same: break
      case .changed:
        changed += 1
        Stream.output.write("\(check ? "would format" : "formatted") \(file.path)\n")
      case .findings(let found): findings += found
      case .fault(let message): faults.append(message)
      }
    }
    if !findings.isEmpty {
      let report = TextReport(color: Stream.error.hasColor) {
        fileBytes($0).map { SourceLines($0) }
      }
      Stream.error.write(report.text(of: findings))
    }
    for fault in faults { Stream.error.write("chancery: \(fault)\n") }
    let files = files.count == 1 ? "1 file" : "\(files.count) files"
    Stream.output.write(
      check ? "\(changed) of \(files) would change\n" : "\(changed) of \(files) changed\n")
    if !faults.isEmpty { throw Exit.couldNotRun }
    if !findings.isEmpty || (check && changed > 0) { throw Exit.content }
  }
}

private enum FormatOutcome: Sendable {
  case same, changed
  case findings([Finding])
  case fault(String)
}

private func format(_ file: MarkdownFile, order: [String], writes: Bool) -> FormatOutcome {
  guard let bytes = fileBytes(file.path) else { return .fault("“\(file.path)” cannot be read") }
  do {
    let text = try MarkdownText(bytes, file: file.path)
    let result = text.lead + formatted(text.body, noteOrder: order)
    if result == bytes { return .same }
    guard writes else { return .changed }
    if let reason = replaceFile(file.path, having: bytes, with: result) {
      return .fault("“\(file.path)” cannot be written: \(reason)")
    }
    return .changed
  } catch {
    return .findings(error.findings)
  }
}

/// The orders of notes of the briefs that some files belong to, each found once.
private struct NoteOrders: Sendable {
  private var orders: [String: [String]] = [:]

  init(_ files: [MarkdownFile]) {
    for folder in Set(files.compactMap(\.briefFolder)) {
      let names = markdownNames(in: folder)
      let texts = names.filter { $0 != "notes.md" } + names.filter { $0 == "notes.md" }
      orders[folder] = noteOrder(of: texts.compactMap { body(of: "\(folder)/\($0)") })
    }
  }

  /// Of its brief; of a file that stands by itself, its own.
  func order(for file: MarkdownFile) -> [String] {
    if let folder = file.briefFolder { return orders[folder] ?? [] }
    return noteOrder(of: [body(of: file.path)].compactMap(\.self))
  }

  private func body(of path: String) -> [UInt8]? {
    fileBytes(path).flatMap { try? MarkdownText($0, file: path) }?.body
  }
}
