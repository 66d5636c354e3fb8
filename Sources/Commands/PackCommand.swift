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

  enum Format: String, ExpressibleByArgument, CaseIterable { case pdf, epub, png, typst }

  @OptionGroup var options: ContentOptions

  @Argument(help: ArgumentHelp("Ids of briefs; all where none is given.", valueName: "brief"))
  var briefs: [String] = []

  @Option(name: .long, help: "The folder of packs.")
  var output = "packs"

  @Option(
    name: .long, help: "pdf, epub or png alone; typst for the PDFs’ source, into a new folder.")
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
    let (content, jobs) = (options.content, options.workers)
    let languages: [IngestedPortal]
    do {
      languages = try await readLanguages(
        of: edition.value, jobs: jobs, languages: \.portal.languages
      ) { edition, _ throws(ContentFolderError) in
        try await readPortal(at: content, edition: edition, jobs: jobs)
      }
    } catch {
      throw couldNotRun(error.description)
    }
    let editions = languages.map { read in
      var portal = read.portal
      address.apply(to: &portal)
      return (portal: portal, maps: MapDrawings(of: portal))
    }
    var findings = languages.flatMap(\.findings)
    findings += await concurrently(editions.map(\.maps), jobs: jobs) { maps in
      await maps.findings(jobs: jobs)
    }.joined()
    findings = findings.inOrder()
    report(findings)
    if findings.errors > 0 || (strict && !findings.isEmpty) {
      Stream.error.write("chancery: nothing was written; “\(output)” is as it was\n")
      throw Exit.content
    }
    edition.report(languages[0].withheld)
    let documents = try editions.map { try self.documents(of: $0.portal) }
    Interruption.expect()
    do {
      switch format {
      case .typst:
        var files: [(path: String, bytes: [UInt8])] = []
        for (edition, documents) in zip(editions, documents) {
          files += try packSources(
            documents, of: edition.portal, maps: edition.maps, content: options.content
          ).map { (edition.portal.sitePath + $0.path, $0.bytes) }
        }
        try writeNewFiles(files, to: output)
        if !quiet { Stream.output.write("\(output): \(files.count) files\n") }
      case .pdf, .epub, .png, nil:
        try await build(editions, documents)
      }
    } catch let error as OutputError {
      let exit = couldNotRun(error.description)
      Interruption.endIfRequested()
      throw exit
    }
  }

  /// The packs of each language stand in a folder of their own.
  private func build(
    _ editions: [(portal: Portal, maps: MapDrawings)], _ documents: [[PackDocument]]
  ) async throws {
    let showsProgress = !quiet && Stream.error.hasColor
    var all = PackReport()
    for (edition, documents) in zip(editions, documents) {
      let folder = edition.portal.sitePath.isEmpty ? output : "\(output)/\(edition.portal.sitePath)"
      // A language that has no packs needs no folder.
      if documents.isEmpty, !edition.portal.sitePath.isEmpty, !isFolder(folder) { continue }
      let result = try await buildPacks(
        documents, isAll: briefs.isEmpty && format == nil, of: edition.portal, maps: edition.maps,
        content: options.content, to: folder, jobs: options.workers
      ) { done, all in
        if showsProgress { Stream.error.write("\r\(done) of \(all) documents") }
      }
      all.written += result.written
      all.unchanged += result.unchanged
      all.removed += result.removed
      all.findings += result.findings
    }
    if showsProgress, all.written > 0 { Stream.error.write("\r\u{1B}[K") }
    report(all.findings.inOrder())
    if !quiet {
      Stream.output.write(
        "\(output): \(all.written) written, \(all.unchanged) unchanged, "
          + "\(all.removed) removed\n")
    }
    if all.findings.errors > 0 { throw Exit.content }
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
      switch document {
      case .epub: return format == .epub
      case .card: return format == .png || format == .typst
      default: return format == .pdf || format == .typst
      }
    }
    if briefs.isEmpty { return all }
    let wanted = Set(try portal.briefs(named: briefs, in: options.content))
    return all.filter { $0.brief.map(wanted.contains) ?? false }
  }
}
