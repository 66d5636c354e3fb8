internal import ArgumentParser
internal import Cartography
internal import Diagnostics
internal import Git
internal import HTML
internal import Model
internal import Review
internal import Templates

struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Tells what a change says: what changed in meaning, not in lines.",
    usage: """
      chancery review [BASE [HEAD]] [--content <content>]
      chancery review BASE...HEAD
      chancery review [BASE] --staged
      chancery review --files OLD NEW
      chancery review [BASE [HEAD]] --draft
      chancery review --install
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, html, json }

  @Argument(
    help: ArgumentHelp(
      "The revision to compare with (HEAD), and another; the working tree where that is not given.",
      valueName: "revision"))
  var revisions: [String] = []

  @Flag(name: .long, help: "Compare what is staged for the next commit.")
  var staged = false

  @Flag(name: .long, help: "Compare two folders or two Markdown files, without git.")
  var files = false

  @Flag(name: .long, help: "Propose entries for “revisions:”, with the old wording, in YAML.")
  var draft = false

  @Option(
    name: .long,
    help: ArgumentHelp("The date of the revision that --draft proposes; today.", valueName: "date"))
  var date: String?

  @Flag(name: .long, help: "Let git diff compare sentences and values, in this repository.")
  var install = false

  @OptionGroup var options: ContentOptions

  @OptionGroup var edition: EditionOptions

  @Option(name: .long, help: "text, markdown, html or json.")
  var format = Format.text

  @Option(name: .long, help: "The file to write to; standard output where it is not given.")
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Kinds, targets or weights to tell of, such as moved,note.", valueName: "kinds"))
  var only: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Kinds, targets or weights to leave out.", valueName: "kinds"))
  var ignore: [String] = []

  @Flag(name: .long, help: "Print nothing; the exit code tells.")
  var quiet = false

  func validate() throws {
    if files, revisions.count != 2 { throw ValidationError("--files takes two folders or files") }
    if date != nil, !draft { throw ValidationError("--date goes with --draft") }
    if let date, PartialDate(date)?.day == nil {
      throw ValidationError("--date takes a date such as 2022-05-03")
    }
    if install, files || !revisions.isEmpty {
      throw ValidationError("--install takes no revisions and no files")
    }
    if staged, files || install || revisions.count > 1 || range != nil {
      throw ValidationError("--staged goes with one revision")
    }
    if revisions.count > 1, revisions.contains(where: { $0.contains("..") }), !files {
      throw ValidationError("a range stands alone: A...B")
    }
    if revisions.count > 2 { throw ValidationError("two revisions at most") }
    let known =
      Change.Kind.allCases.map(\.rawValue) + Change.Target.allCases.map(\.rawValue)
      + ["typography", "order", "numbering", "meaning", "claim"]
    for name in (only + ignore).flatMap(Self.names) where !known.contains(name) {
      let hint = didYouMean(name, among: known).map { "; \($0)" } ?? ""
      throw ValidationError("“\(name)” is no kind of change\(hint)")
    }
  }

  private static func names(_ list: String) -> [String] {
    list.split(separator: ",").map(String.init)
  }

  func run() async throws {
    if install { return try installDrivers() }
    let sides: ReviewSides
    do {
      if files {
        sides = try await ReviewSides(
          files: revisions[0], revisions[1], jobs: options.workers, edition: edition.reviewed)
      } else {
        let (base, head) = try compared()
        sides = try await ReviewSides.revisions(
          base, head, content: options.content, jobs: options.workers, edition: edition.reviewed)
      }
    } catch let error as ReviewSides.Failure {
      throw couldNotRun(error.description)
    } catch let error as GitError {
      throw couldNotRun(error.description)
    }
    let (only, ignore) = (Set(only.flatMap(Self.names)), Set(ignore.flatMap(Self.names)))
    var changes = review(old: sides.old, new: sides.new).filter { change in
      var names: Set = [change.kind.rawValue, change.target.rawValue, "\(change.weight)"]
      if !change.claims.isEmpty { names.insert("claim") }
      return (only.isEmpty || !only.isDisjoint(with: names)) && ignore.isDisjoint(with: names)
    }
    if !quiet {
      sides.locate(&changes)
      report(sides)
      try write(
        draft
          ? revisionDraft(
            of: changes, in: (sides.old.portal, sides.new.portal), date: try day(),
            sentences: sentences)
          : text(of: changes, sides))
    }
    // What could not be read may have changed.
    if ReviewSummary(changes).meaning > 0 || !sides.unread.isEmpty { throw Exit.content }
  }

  /// `A..B`, or `A...B`, which begins where B left A; an end that is not given is HEAD.
  private var range: (from: String, to: String, isFromMergeBase: Bool)? {
    guard !files, let first = revisions.first, let dots = first.firstRange(of: "..") else {
      return nil
    }
    var rest = first[dots.upperBound...]
    let isFromMergeBase = rest.hasPrefix(".")
    if isFromMergeBase { rest.removeFirst() }
    func name(_ text: Substring) -> String { text.isEmpty ? "HEAD" : String(text) }
    return (name(first[..<dots.lowerBound]), name(rest), isFromMergeBase)
  }

  private func compared() throws(GitError) -> (base: String, head: ReviewSides.Head) {
    if let (from, to, isFromMergeBase) = range {
      let base = isFromMergeBase ? try GitContent(options.content).mergeBase(from, to) : from
      return (base, .revision(to))
    }
    let base = revisions.first ?? "HEAD"
    if staged { return (base, .staged) }
    return (base, revisions.count > 1 ? .revision(revisions[1]) : .workingTree)
  }

  /// The day of the revision that --draft proposes.
  private func day() throws -> PartialDate {
    guard let day = date.flatMap({ PartialDate($0) }) ?? today() else {
      throw couldNotRun("the clock tells no day; give one with --date")
    }
    return day
  }

  private func installDrivers() throws {
    guard isFolder(options.content) else {
      throw couldNotRun("there is no content folder “\(options.content)”")
    }
    do {
      let command = "\(ownProgram()) textconv --"
      let set = try GitContent(options.content).install([
        DiffDriver(
          name: "chancery-markdown", endings: [".md"], textconv: command,
          functionName: "^#{1,6} .*$"),
        DiffDriver(name: "chancery-yaml", endings: [".yaml", ".yml"], textconv: command),
        DiffDriver(name: "chancery-geojson", endings: [".geojson"], textconv: command),
      ])
      if quiet { return }
      Stream.output.write(
        """
        In \(set.configFile):
        \(set.config.map { "  \($0)\n" }.joined())\
        In \(set.attributesFile):
        \(set.attributes.map { "  \($0)\n" }.joined())\
        git diff, git log -p and git show now compare sentences and values in “\(options.content)”;
        --no-textconv shows the files as they are. To undo it:
        \(set.undo.map { "  \($0)\n" }.joined())
        """)
    } catch {
      throw couldNotRun(error.description)
    }
  }

  /// The maps that changed, as many as a page can hold.
  private func drawnMaps(_ changes: [Change], _ old: Portal, _ new: Portal) -> [MapComparison] {
    let changed = changedMaps(changes, old: old, new: new)
    if changed.count > Self.mostMaps {
      Stream.error.write(
        "chancery: \(changed.count) maps changed; \(Self.mostMaps) of them are shown\n")
    }
    let drawings = (MapDrawings(of: old), MapDrawings(of: new))
    func document(_ place: ChangedMap.Place?, _ drawings: MapDrawings) -> [UInt8]? {
      guard let place else { return nil }
      var sink = Sink()
      writeMapDocument(place.map, of: place.brief, drawings, to: &sink)
      return sink.bytes
    }
    return changed.prefix(Self.mostMaps).map { map in
      MapComparison(
        brief: map.brief, title: map.title, old: document(map.old, drawings.0),
        new: document(map.new, drawings.1))
    }
  }

  private static let mostMaps = 40
  private static let mostErrors = 20

  private func text(of changes: [Change], _ sides: ReviewSides) -> String {
    let findings = sides.errors
    switch format {
    case .text:
      let stream = Stream.output
      return TextReview(color: output == nil && stream.hasColor, width: stream.width)
        .text(of: changes, findings: findings)
    case .markdown: return reviewMarkdown(of: changes, findings: findings)
    case .html:
      var sink = Sink()
      writeReviewPage(
        of: changes, title: title, findings: findings,
        maps: drawnMaps(changes, sides.old.portal, sides.new.portal), to: &sink)
      return String(decoding: sink.bytes, as: UTF8.self)
    case .json: return reviewJSON(of: changes, findings: findings)
    }
  }

  private var title: String {
    if files { return "\(revisions[0]) → \(revisions[1])" }
    if let range { return "\(range.from) → \(range.to)" }
    if staged { return "\(revisions.first ?? "HEAD") → staged" }
    return "\(revisions.first ?? "HEAD") → \(revisions.count > 1 ? revisions[1] : "working tree")"
  }

  private func write(_ text: String) throws {
    guard let output else { return Stream.output.write(text) }
    if let reason = replaceFile(output, with: Array(text.utf8)) {
      throw couldNotRun("“\(output)” cannot be written: \(reason)")
    }
  }

  /// What keeps a side from being compared whole.
  private func report(_ sides: ReviewSides) {
    let errors = sides.errors
    for (name, findings, source) in [
      ("old", errors.old, sides.sources.old), ("new", errors.new, sides.sources.new),
    ] where !findings.isEmpty {
      Stream.error.write("chancery: \(SideFindings.sentence(name, findings))\n")
      let sources = QuotedSources { source.lines(of: $0) }
      let report = TextReport(color: Stream.error.hasColor, source: sources.lines)
      Stream.error.write(report.text(of: Array(findings.prefix(Self.mostErrors))))
      if findings.count > Self.mostErrors {
        Stream.error.write(
          "and \(findings.count - Self.mostErrors) more; “chancery check” tells all\n")
      }
    }
  }
}
