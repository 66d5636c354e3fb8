internal import ArgumentParser
internal import Cartography
internal import Diagnostics
internal import Ingest
internal import Model
internal import Publish

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Turns a content folder into a site.")

  @OptionGroup var options: ContentOptions

  @Option(name: .long, help: "The site's folder.")
  var output = "Public"

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "Where the site will be published, in place of portal.yaml's.", valueName: "url"))
  var baseURL: String?

  @Flag(name: .long, help: "Warnings fail the build too.")
  var strict = false

  @Flag(name: .long, help: "Print findings only.")
  var quiet = false

  func validate() throws {
    if let baseURL, !isBaseURL(baseURL) {
      throw ValidationError("--base-url must be an address such as https://briefs.example.org/")
    }
    if output.isEmpty { throw ValidationError("--output must name a folder") }
  }

  func run() async throws {
    let ingested: IngestedPortal
    do {
      ingested = try await readPortal(at: options.content, jobs: options.workers)
    } catch {
      throw couldNotRun(error.description)
    }
    var portal = ingested.portal
    if let baseURL { portal.baseURL = baseURL.hasSuffix("/") ? baseURL : baseURL + "/" }
    let maps = MapDrawings(of: portal)
    let findings = (ingested.findings + (await maps.findings(jobs: options.workers))).inOrder()
    if !findings.isEmpty {
      let sources = QuotedSources(content: options.content)
      let report = TextReport(color: Stream.error.hasColor, source: sources.lines)
      Stream.error.write(report.text(of: findings))
      Stream.error.write(TextReport.summary(of: findings) + "\n")
    }
    if findings.errors > 0 || (strict && !findings.isEmpty) {
      Stream.error.write("chancery: nothing was written; “\(output)” is as it was\n")
      throw Exit.content
    }
    Interruption.expect()
    do {
      let report = try await writeSite(
        portal, maps: maps, templates: Setting.templates, content: options.content, to: output,
        jobs: options.workers)
      if !quiet { Stream.output.write(summary(of: report, portal)) }
      // The system takes back all memory at once; freeing a large portal piece by piece takes longer.
      withExtendedLifetime(portal) { Self.exit() }
    } catch {
      let exit = couldNotRun(error.description)
      Interruption.endIfRequested()
      throw exit
    }
  }

  private func summary(of report: SiteReport, _ portal: Portal) -> String {
    let briefs = portal.briefs.count == 1 ? "1 brief" : "\(portal.briefs.count) briefs"
    return "\(output): \(briefs), \(report.files) files, \(report.written) written, "
      + "\(report.unchanged) unchanged, \(report.removed) removed\n"
  }
}

/// Whether a text is `http(s)://HOST[/PATH]`, of characters that an address may hold.
private func isBaseURL(_ text: String) -> Bool {
  guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
  let rest = text.utf8.dropFirst(scheme.utf8.count)
  guard let first = rest.first, first != UInt8(ascii: "/") else { return false }
  return rest.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"'<>\\^`{|}?#".utf8.contains($0) }
}
