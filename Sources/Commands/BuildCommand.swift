internal import ArgumentParser
internal import Cartography
internal import Deploy
internal import Diagnostics
internal import Ingest
internal import Model
internal import Packs
internal import Publish
internal import Search

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Turns a content folder into a site.")

  @OptionGroup var options: ContentOptions

  @Option(name: .long, help: "The site's folder.")
  var output = "Public"

  @Option(name: .long, help: "The folder of packs; the site links to those that are up to date.")
  var packs = "packs"

  @OptionGroup var address: BaseURLOption

  @OptionGroup var site: SiteOptions

  @Flag(name: .long, help: "Warnings fail the build too.")
  var strict = false

  @Flag(name: .long, help: "Print findings only.")
  var quiet = false

  func validate() throws {
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
    address.apply(to: &portal)
    portal.hasSearch = site.search
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
      portal.builtPacks = try await builtPacks(of: portal, maps)
      let report = try await writeSite(
        portal, maps: maps, templates: site.templates, content: options.content, packs: packs,
        to: output, jobs: options.workers, compress: site.compress,
        index: site.search ? searchIndex(language: portal.language) : nil)
      if !quiet { Stream.output.write(summary(of: report, portal)) }
      if let folder = site.deploy {
        let deployment = try await writeDeployment(of: output, to: folder, jobs: options.workers)
        if !quiet { Stream.output.write(summary(of: deployment, in: folder)) }
      }
      // The system takes back all memory at once; freeing a large portal piece by piece takes longer.
      withExtendedLifetime(portal) { Self.exit() }
    } catch {
      let exit = couldNotRun(error.description)
      Interruption.endIfRequested()
      throw exit
    }
  }

  /// Those that the site links to; what is left out is said.
  private func builtPacks(
    of portal: Portal, _ maps: MapDrawings
  ) async throws(OutputError) -> BuiltPacks {
    let ready = try await readyPacks(
      of: portal, maps: maps, content: options.content, in: packs, jobs: options.workers)
    if let first = ready.outdated.first {
      let others = ready.outdated.count == 1 ? "" : " and \(ready.outdated.count - 1) more"
      Stream.error.write(
        "chancery: “\(packs)/\(first)”\(others) left out of the site: not what the content gives "
          + "now; run chancery pack\n")
    }
    return BuiltPacks(ready.built, of: portal)
  }

  private func summary(of report: SiteReport, _ portal: Portal) -> String {
    let briefs = portal.briefs.count == 1 ? "1 brief" : "\(portal.briefs.count) briefs"
    return "\(output): \(briefs), \(report.files) files, \(report.written) written, "
      + "\(report.unchanged) unchanged, \(report.removed) removed\n"
  }

  private func summary(of report: DeploymentReport, in folder: String) -> String {
    "\(folder): \(report.added) added, \(report.changed) changed, \(report.removed) removed\n"
  }
}
