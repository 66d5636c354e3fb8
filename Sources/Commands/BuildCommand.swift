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
    let place = BuildCache.Place(
      content: options.content, output: output,
      settings: address.settings + site.settings, packs: packs)
    let cache = place.flatMap { BuildCache(at: $0) }
    if let place, let cache,
      let checked = cache.checked(content: options.content, packs: packs, output: output)
    {
      checked.keep(at: place)
      if !quiet { Stream.output.write(summary(of: checked.site.report, checked.site.briefCount)) }
      do throws(OutputError) {
        try await deploy()
      } catch {
        throw couldNotRun(error.description)
      }
      return
    }
    let ingested: OutlinedPortal
    do {
      ingested = try await readOutline(
        at: options.content, known: cache?.content, jobs: options.workers)
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
      let packList = BuildCache.stampOfPacks(in: packs)
      let ready = try await readyPacks(
        of: portal, briefs: ingested.briefs, maps: maps, content: options.content, in: packs,
        jobs: options.workers)
      report(ready.outdated)
      portal.builtPacks = BuiltPacks(ready.built, of: portal)
      let (report, state) = try await writeSite(
        portal, briefs: ingested.briefs, keys: ingested.keys, known: cache?.site,
        generator: place?.generator ?? 0, maps: maps, templates: site.templates,
        content: options.content, packs: packs,
        to: output, jobs: options.workers, compress: site.compress,
        index: site.search ? searchIndex(language: portal.language) : nil)
      if let place {
        var content = ingested.state
        content.hasFindings = !findings.isEmpty
        BuildCache(
          content: content, site: state, packs: packList,
          hasOutdatedPacks: !ready.outdated.isEmpty
        ).keep(at: place)
      }
      if !quiet { Stream.output.write(summary(of: report, portal.briefs.count)) }
      try await deploy()
      // The system takes back all memory at once; freeing a large portal piece by piece takes longer.
      withExtendedLifetime(portal) { Self.exit() }
    } catch {
      let exit = couldNotRun(error.description)
      Interruption.endIfRequested()
      throw exit
    }
  }

  /// What the site does not link to is said.
  private func report(_ outdated: [String]) {
    guard let first = outdated.first else { return }
    let others = outdated.count == 1 ? "" : " and \(outdated.count - 1) more"
    Stream.error.write(
      "chancery: “\(packs)/\(first)”\(others) left out of the site: not what the content gives "
        + "now; run chancery pack\n")
  }

  private func summary(of report: SiteReport, _ count: Int) -> String {
    let briefs = count == 1 ? "1 brief" : "\(count) briefs"
    return "\(output): \(briefs), \(report.files) files, \(report.written) written, "
      + "\(report.unchanged) unchanged, \(report.removed) removed\n"
  }

  /// Lists what to upload, where that is asked for.
  private func deploy() async throws(OutputError) {
    guard let folder = site.deploy else { return }
    let deployment = try await writeDeployment(of: output, to: folder, jobs: options.workers)
    if !quiet { Stream.output.write(summary(of: deployment, in: folder)) }
  }

  private func summary(of report: DeploymentReport, in folder: String) -> String {
    "\(folder): \(report.added) added, \(report.changed) changed, \(report.removed) removed\n"
  }
}
