internal import ArgumentParser
internal import Cartography
internal import Diagnostics
internal import Ingest
internal import Model

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tells what is wrong with a content folder.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif }

  @OptionGroup var options: ContentOptions

  @Argument(
    help: ArgumentHelp(
      "Ids of briefs, to tell of their files alone; of all where none is given.",
      valueName: "brief"))
  var briefs: [String] = []

  @Option(name: .long, help: "text, json or sarif.")
  var format = Format.text

  @Flag(name: .long, help: "Warnings fail the check too.")
  var strict = false

  func run() async throws {
    let portal: Portal
    var findings: [Finding]
    do {
      let languages = try await readLanguages(
        at: options.content, edition: .everything, jobs: options.workers)
      portal = languages[0].portal
      findings = languages.findings
      for read in languages {
        findings += await MapDrawings(of: read.portal).findings(jobs: options.workers)
      }
      findings = findings.inOrder()
    } catch {
      throw couldNotRun(error.description)
    }
    if !briefs.isEmpty { findings = try ofBriefs(findings, in: portal) }
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

  /// Those in the files of the briefs that are named. One that cannot be read is named by its file or
  /// folder.
  private func ofBriefs(_ findings: [Finding], in portal: Portal) throws -> [Finding] {
    var files: [String] = []
    var known: [String] = []
    for name in briefs {
      let unread = ["briefs/\(name).md", "briefs/\(name)"].filter { file in
        findings.contains { $0.location.file.isIn(file) }
      }
      if unread.isEmpty { known.append(name) } else { files += unread }
    }
    for index in try portal.briefs(named: known, in: options.content) {
      let brief = portal.briefs[index]
      let folder = brief.file.lastIndex(of: "/").map { String(brief.file[..<$0]) }
      files.append(brief.isOneFile ? brief.file : folder ?? brief.file)
    }
    return findings.filter { finding in files.contains { finding.location.file.isIn($0) } }
  }
}

extension String {
  /// Whether a name is that of a file, or of something in a folder.
  fileprivate func isIn(_ name: String) -> Bool { self == name || hasPrefix(name + "/") }
}
