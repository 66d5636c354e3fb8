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

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A file of what a tool found behind the links (url,status,redirect,checked); nothing is asked of the web.",
      valueName: "file"))
  var links: String?

  @Flag(name: .long, help: "List the addresses of the web that the content leads to, and no more.")
  var listLinks = false

  func validate() throws {
    if listLinks, links != nil { throw ValidationError("--list-links and --links are two tasks") }
  }

  func run() async throws {
    if listLinks { return try await list() }
    let portal: Portal
    var findings: [Finding]
    do {
      let languages = try await readLanguages(
        at: options.content, edition: .everything, jobs: options.workers)
      portal = languages[0].portal
      findings = languages.findings
      let jobs = options.workers
      findings += await concurrently(languages.map(\.portal), jobs: jobs) { portal in
        await MapDrawings(of: portal).findings(jobs: jobs)
      }.joined()
      findings = findings.inOrder()
    } catch {
      throw couldNotRun(error.description)
    }
    var linkReport: LinkReport?
    if let links {
      let report = try await report(of: links)
      linkReport = report
      findings = (findings + report.findings).inOrder()
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
    if let linkReport {
      // In what programs read there is no room for it.
      (format == .text ? Stream.output : .error).write(linkReport.summary)
    }
    if findings.errors > 0 || (strict && !findings.isEmpty) { throw Exit.content }
  }

  /// All addresses that the content leads to, each once, in their order.
  private func list() async throws {
    var addresses = Set<String>()
    var text = ""
    for link in try await outwardLinks() where addresses.insert(link.address).inserted {
      text += link.address + "\n"
    }
    Stream.output.write(text)
  }

  private func report(of file: String) async throws -> LinkReport {
    guard let bytes = fileBytes(file) else { throw couldNotRun("“\(file)” cannot be read") }
    let (results, findings) = LinkResults.read(bytes, name: file)
    if !findings.isEmpty {
      let lines = SourceLines(bytes)
      let report = TextReport(color: Stream.error.hasColor) { _ in lines }
      Stream.error.write(report.text(of: findings))
      if findings.errors > 0 { throw couldNotRun("“\(file)” holds no results") }
    }
    return LinkReport(try await outwardLinks(), results)
  }

  private func outwardLinks() async throws -> [OutwardLink] {
    do {
      let read = try await readPortal(at: options.content, jobs: options.workers)
      return Ingest.outwardLinks(of: read.portal, at: options.content)
    } catch {
      throw couldNotRun(error.description)
    }
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
