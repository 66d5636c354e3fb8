internal import ArgumentParser
internal import Cartography
internal import Diagnostics
internal import Ingest
internal import Model
internal import Packs
internal import Publish

struct PackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Makes PDF and EPUB documents of a content folder’s briefs.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case pdf, epub, typst }

  @OptionGroup var options: ContentOptions

  @Argument(help: ArgumentHelp("Ids of briefs; all where none is given.", valueName: "brief"))
  var briefs: [String] = []

  @Option(name: .long, help: "The folder of packs.")
  var output = "packs"

  @Option(name: .long, help: "pdf or epub alone; typst for the PDFs’ source, into a new folder.")
  var format: Format?

  @OptionGroup var address: BaseURLOption

  @OptionGroup var edition: EditionOptions

  @Flag(name: .long, help: "Warnings fail too.")
  var strict = false

  @Flag(name: .long, help: "Print findings only.")
  var quiet = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output must name a folder") }
  }

  func run() async throws {
    let ingested: IngestedPortal
    do {
      ingested = try await readPortal(
        at: options.content, edition: edition.value, jobs: options.workers)
    } catch {
      throw couldNotRun(error.description)
    }
    var portal = ingested.portal
    address.apply(to: &portal)
    let maps = MapDrawings(of: portal)
    let findings = (ingested.findings + (await maps.findings(jobs: options.workers))).inOrder()
    report(findings)
    if findings.errors > 0 || (strict && !findings.isEmpty) {
      Stream.error.write("chancery: nothing was written; “\(output)” is as it was\n")
      throw Exit.content
    }
    edition.report(ingested.withheld)
    let documents = try documents(of: portal)
    Interruption.expect()
    do {
      switch format {
      case .typst:
        let files = try packSources(
          documents, of: portal, maps: maps, content: options.content)
        try writeNewFiles(files, to: output)
        if !quiet { Stream.output.write("\(output): \(files.count) files\n") }
      case .pdf, .epub, nil:
        try await build(documents, portal, maps)
      }
    } catch let error as OutputError {
      let exit = couldNotRun(error.description)
      Interruption.endIfRequested()
      throw exit
    }
  }

  private func build(
    _ documents: [PackDocument], _ portal: Portal, _ maps: MapDrawings
  ) async throws {
    let showsProgress = !quiet && Stream.error.hasColor
    let result = try await buildPacks(
      documents, isAll: briefs.isEmpty && format == nil, of: portal, maps: maps,
      content: options.content,
      to: output, jobs: options.workers
    ) { done, all in
      if showsProgress { Stream.error.write("\r\(done) of \(all) documents") }
    }
    if showsProgress, result.written > 0 { Stream.error.write("\r\u{1B}[K") }
    report(result.findings.inOrder())
    if !quiet {
      Stream.output.write(
        "\(output): \(result.written) written, \(result.unchanged) unchanged, "
          + "\(result.removed) removed\n")
    }
    if result.findings.errors > 0 { throw Exit.content }
  }

  private func report(_ findings: [Finding]) {
    guard !findings.isEmpty else { return }
    let sources = QuotedSources(content: options.content)
    let report = TextReport(color: Stream.error.hasColor, source: sources.lines)
    Stream.error.write(report.text(of: findings))
    Stream.error.write(TextReport.summary(of: findings) + "\n")
  }

  private func documents(of portal: Portal) throws -> [PackDocument] {
    let all = portal.packDocuments.filter { document in
      guard let format else { return true }
      if case .epub = document { return format == .epub }
      return format != .epub
    }
    if briefs.isEmpty { return all }
    let wanted = Set(try portal.briefs(named: briefs, in: options.content))
    return all.filter { $0.brief.map(wanted.contains) ?? false }
  }
}
