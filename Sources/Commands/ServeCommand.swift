internal import ArgumentParser
internal import Cartography
internal import Diagnostics
internal import Model
internal import Packs
internal import Preview
internal import Publish

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Shows the site on this machine while it is being written.")

  @OptionGroup var options: ContentOptions

  @OptionGroup var edition: EditionOptions

  @Option(name: .long, help: "The port; otherwise 8080 or the next that is free.")
  var port: Int?

  @Option(name: .long, help: "The folder of packs; pages link to those that are up to date.")
  var packs = "packs"

  @Flag(name: .long, help: "Look at files again and again, where the system tells of no changes.")
  var poll = false

  @Flag(
    name: .long, inversion: .prefixedNo,
    help: "Where the program was built from a Swift package, build it anew when its source changes."
  )
  var rebuild = true

  @Option(
    name: .long,
    help: ArgumentHelp("What builds the program, in place of swift build.", valueName: "command"))
  var buildCommand: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Seconds that a request may take to arrive.", visibility: .hidden))
  var patience = 10

  func validate() throws {
    if let port, !(0...65535).contains(port) {
      throw ValidationError("--port must be 0 to 65535; 0 is any that is free")
    }
    if patience < 1 { throw ValidationError("--patience must be 1 or more") }
  }

  func run() async throws {
    let (content, packs, jobs) = (options.content, packs, options.workers)
    let site = LiveSite(
      content: content, edition: edition.value, packs: packs, packList: packListPath,
      templates: Setting.templates, jobs: jobs
    ) { portal, briefs, maps in
      // Packs that cannot be compared with the content are left out, as old ones are.
      let ready = try? await readyPacks(
        of: portal, briefs: briefs, maps: maps, content: content,
        in: "\(packs)/\(portal.sitePath)", jobs: jobs)
      return BuiltPacks(ready?.built ?? [], of: portal)
    }
    var preview = Preview(of: site, content: content, port: port) { tell($0, content: content) }
    preview.isPolling = poll
    preview.patience = patience
    if rebuild, let program = Program() {
      preview.package = SwiftPackage(of: program, buildCommand: buildCommand)
    }
    let end: PreviewEnd
    do {
      end = try await preview.run()
    } catch {
      throw couldNotRun(error.description)
    }
    switch end {
    case .stopped:
      Stream.output.write("stopped\n")
      // The system takes back all memory at once.
      withExtendedLifetime(site) { Self.exit() }
    case .replaced(let program, let port):
      // Of two ports that are given, the last counts.
      let arguments = CommandLine.arguments.dropFirst() + ["--port", "\(port)"]
      let reason = program.become(Array(arguments))
      throw couldNotRun("“\(program.path)” cannot be started: \(reason)")
    }
  }
}

/// One line for each thing that happens, and findings as every command prints them.
private func tell(_ news: PreviewNews, content: String) {
  switch news {
  case .listening(let address):
    Stream.output.write("\(content) is shown at \(address); Ctrl-C stops it\n")
  case .refreshed(let paths, let milliseconds, let state):
    Stream.output.write("\(summary(of: paths) ?? "read") (\(milliseconds) ms)\n")
    if !state.findings.isEmpty {
      let sources = QuotedSources(content: content)
      let report = TextReport(color: Stream.error.hasColor, source: sources.lines)
      Stream.error.write(report.text(of: state.findings))
      Stream.error.write(TextReport.summary(of: state.findings) + "\n")
    }
    if let fault = state.fault { Stream.error.write("chancery: \(fault)\n") }
  case .building(let paths):
    Stream.output.write("\(summary(of: paths) ?? "changed"); building the program\n")
  case .buildFailed(let output):
    Stream.error.write("\(output)\nchancery: the program was not built; the old one goes on\n")
  case .builtTheSame: Stream.output.write("built; nothing in the program changed\n")
  case .restarting: Stream.output.write("the program was replaced; starting it anew\n")
  }
}

/// “changed: briefs/x.md and 2 more”.
private func summary(of paths: Set<String>?) -> String? {
  guard let paths else { return nil }
  let first = paths.min() ?? ""
  return "changed: \(printable(first.isEmpty ? "the folder" : first))"
    + (paths.count > 1 ? " and \(paths.count - 1) more" : "")
}
