internal import ArgumentParser
internal import Citations
internal import Diagnostics
internal import HTML
internal import Ingest
internal import Model
internal import Templates

struct CiteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite", abstract: "Writes the citations of a content folder’s briefs.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case bibtex, ris
    case cslJSON = "csl-json"
    case crossref

    /// `nil` for a deposit.
    var citation: CitationFormat? { CitationFormat(rawValue: rawValue) }
  }

  @OptionGroup var options: ContentOptions

  @Argument(help: ArgumentHelp("Ids of briefs; all where none is given.", valueName: "brief"))
  var briefs: [String] = []

  @Option(
    name: .long, help: "bibtex, ris or csl-json for reference managers; crossref for a deposit.")
  var format = Format.bibtex

  @Option(name: .long, help: ArgumentHelp("Write into this file.", valueName: "file"))
  var output: String?

  @OptionGroup var address: BaseURLOption

  /// Its time is also the day of a deposit, which is else that of the newest brief or revision.
  @OptionGroup var edition: EditionOptions

  func validate() throws {
    if output?.isEmpty ?? false { throw ValidationError("--output must name a file") }
  }

  func run() async throws {
    let ingested: OutlinedPortal
    do {
      ingested = try await readOutline(
        at: options.content, edition: edition.value, jobs: options.workers)
    } catch {
      throw couldNotRun(error.description)
    }
    var portal = ingested.portal
    address.apply(to: &portal)
    try report(ingested.findings)
    edition.report(ingested.withheld)
    let wanted =
      briefs.isEmpty
      ? Array(portal.briefs.indices) : try portal.briefs(named: briefs, in: options.content)
    let works = wanted.map { CitedWork($0, in: portal) }
    var sink = Sink()
    if let citation = format.citation {
      citation.write(works, to: &sink)
    } else {
      try deposit(wanted, works, portal, to: &sink)
    }
    guard let output else { return Stream.output.write(sink.bytes) }
    if let reason = replaceFile(output, with: sink.bytes) {
      throw couldNotRun("“\(output)” cannot be written: \(reason)")
    }
  }

  private func deposit(
    _ wanted: [Int], _ works: [CitedWork], _ portal: Portal, to sink: inout Sink
  ) throws {
    if works.isEmpty { throw couldNotRun("there is no brief in “\(options.content)” to deposit") }
    let places = PlacesOfKeys(content: options.content)
    try report(
      CrossrefDeposit.findings(of: wanted, works, in: portal, at: places.location).inOrder())
    guard let depositor = portal.crossref else { return }
    CrossrefDeposit(
      works, depositor: depositor, now: edition.now.flatMap { PartialDate(String($0.prefix(10))) }
    )
    .write(to: &sink)
  }

  /// Says what is wrong, and ends the run where there are errors.
  private func report(_ findings: [Finding]) throws {
    guard !findings.isEmpty else { return }
    let sources = QuotedSources(content: options.content)
    let report = TextReport(color: Stream.error.hasColor, source: sources.lines)
    Stream.error.write(report.text(of: findings))
    Stream.error.write(TextReport.summary(of: findings) + "\n")
    if findings.errors > 0 {
      Stream.error.write("chancery: nothing was written\n")
      throw Exit.content
    }
  }
}
