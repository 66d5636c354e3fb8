internal import ArgumentParser
internal import Cartography
internal import Diagnostics
internal import Ingest

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tells what is wrong with a content folder.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif }

  @OptionGroup var options: ContentOptions

  @Option(name: .long, help: "text, json or sarif.")
  var format = Format.text

  @Flag(name: .long, help: "Warnings fail the check too.")
  var strict = false

  func run() async throws {
    let findings: [Finding]
    do {
      let ingested = try await readPortal(at: options.content, jobs: options.workers)
      let maps = await MapDrawings(of: ingested.portal).findings(jobs: options.workers)
      findings = (ingested.findings + maps).inOrder()
    } catch {
      throw couldNotRun(error.description)
    }
    let sources = QuotedSources(content: options.content)
    switch format {
    case .text:
      let report = TextReport(color: Stream.output.hasColor, source: sources.lines)
      Stream.output.write(report.text(of: findings) + TextReport.summary(of: findings) + "\n")
    case .json: Stream.output.write(MachineReport(source: sources.lines).json(of: findings))
    case .sarif:
      Stream.output.write(
        MachineReport(source: sources.lines).sarif(of: findings, version: Setting.version))
    }
    if findings.errors > 0 || (strict && !findings.isEmpty) { throw Exit.content }
  }
}
