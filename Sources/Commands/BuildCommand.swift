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

  @Argument(
    help: ArgumentHelp(
      "Ids of briefs whose files alone are written; the whole site where none is given.",
      valueName: "brief"))
  var briefs: [String] = []

  @Option(name: .long, help: "The site's folder.")
  var output = "Public"

  @Option(name: .long, help: "The folder of packs; the site links to those that are up to date.")
  var packs = "packs"

  @OptionGroup var address: BaseURLOption

  @OptionGroup var edition: EditionOptions

  @OptionGroup var site: SiteOptions

  @Flag(name: .long, help: "Warnings fail the build too.")
  var strict = false

  @Flag(name: .long, help: "Print findings only.")
  var quiet = false

  @Flag(name: .long, help: "Say where the time went.")
  var timings = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output must name a folder") }
    if !briefs.isEmpty, site.search || site.deploy != nil {
      throw ValidationError("--search and --deploy are for the whole site: name no briefs")
    }
  }

  func run() async throws {
    let work = WorkLog()
    let progress = ProgressLine(of: work, isShown: !quiet)
    work.begin("cache")
    let place = BuildCache.Place(
      content: options.content, output: output,
      settings: address.settings + site.settings + edition.settings, packs: packs)
    let cache = place.flatMap { BuildCache(at: $0) }
    if briefs.isEmpty, let place, let cache,
      let checked = cache.checked(content: options.content, packs: packs, output: output)
    {
      checked.keep(at: place)
      progress.end()
      if !quiet { Stream.output.write(summary(of: checked.site.report, checked.site.briefCount)) }
      do throws(OutputError) {
        try await deploy(work)
      } catch {
        throw couldNotRun(error.description)
      }
      report(work)
      return
    }
    let languages: [OutlinedPortal]
    do {
      languages = try await readLanguages(
        at: options.content, edition: edition.value, known: cache?.content ?? [],
        jobs: options.workers, work: work)
    } catch {
      progress.end()
      throw couldNotRun(error.description)
    }
    work.begin("maps")
    var findings = languages.findings
    var editions: [SiteEdition] = []
    for read in languages {
      var portal = read.portal
      address.apply(to: &portal)
      portal.hasSearch = site.search
      editions.append(
        SiteEdition(
          portal: portal, briefs: read.briefs, keys: read.keys, maps: MapDrawings(of: portal)))
    }
    let jobs = options.workers
    findings += await concurrently(editions.map(\.maps), jobs: jobs) { maps in
      await maps.findings(jobs: jobs)
    }.joined()
    findings = findings.inOrder()
    if !findings.isEmpty {
      progress.clear()
      let sources = QuotedSources(content: options.content)
      let report = TextReport(color: Stream.error.hasColor, source: sources.lines)
      Stream.error.write(report.text(of: findings))
      Stream.error.write(TextReport.summary(of: findings) + "\n")
    }
    if findings.errors > 0 || (strict && !findings.isEmpty) {
      progress.end()
      Stream.error.write("chancery: nothing was written; “\(output)” is as it was\n")
      throw Exit.content
    }
    let withheld = languages[0].withheld
    if !briefs.isEmpty || withheld != Withheld() { progress.clear() }
    edition.report(withheld)
    let portal = editions[0].portal
    let only = briefs.isEmpty ? nil : Set(try portal.briefs(named: briefs, in: options.content))
    Interruption.expect()
    do {
      work.begin("packs")
      let lists = editions.map { BuildCache.Packs(in: packs, at: $0.portal.sitePath) }
      var outdated: [String] = []
      for index in editions.indices {
        let edition = editions[index]
        let ready = try await readyPacks(
          of: edition.portal, briefs: edition.briefs, maps: edition.maps, content: options.content,
          in: "\(packs)/\(edition.portal.sitePath)", jobs: options.workers)
        outdated += ready.outdated.map { edition.portal.sitePath + $0 }
        editions[index].portal.builtPacks = BuiltPacks(ready.built, of: edition.portal)
      }
      report(outdated)
      let (report, state) = try await writeSite(
        editions, only: only, known: cache?.site, generator: place?.generator ?? 0,
        templates: site.templates, content: options.content, packs: packs,
        to: output, jobs: options.workers, compress: site.compress,
        index: site.search ? searchIndex(languages: portal.languages) : nil,
        work: work)
      work.begin("cache")
      if only == nil, let place {
        var content = languages.map(\.state)
        // What is said of the content is said again by each build.
        content[0].hasFindings = !findings.isEmpty || withheld != Withheld()
        BuildCache(
          content: content, site: state, packs: lists, hasOutdatedPacks: !outdated.isEmpty
        ).keep(at: place)
      }
      progress.end()
      if !quiet { Stream.output.write(summary(of: report, only?.count ?? portal.briefs.count)) }
      try await deploy(work)
      self.report(work)
      // The system takes back all memory at once; freeing a large portal piece by piece takes longer.
      withExtendedLifetime(editions) { Self.exit() }
    } catch {
      progress.end()
      let exit = couldNotRun(error.description)
      Interruption.endIfRequested()
      throw exit
    }
  }

  /// Where the time went, where that is asked for.
  private func report(_ work: WorkLog) {
    work.end()
    if timings { Stream.error.write(timingsTable(of: work.phases)) }
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
  private func deploy(_ work: WorkLog) async throws(OutputError) {
    guard let folder = site.deploy else { return }
    work.begin("deployment")
    let deployment = try await writeDeployment(of: output, to: folder, jobs: options.workers)
    if !quiet { Stream.output.write(summary(of: deployment, in: folder)) }
  }

  private func summary(of report: DeploymentReport, in folder: String) -> String {
    "\(folder): \(report.added) added, \(report.changed) changed, \(report.removed) removed\n"
  }
}
