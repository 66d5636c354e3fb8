internal import ArgumentParser
public import Templates

/// Runs the program: reads its arguments, does what they say, exits.
///
/// - Parameter templates: what renders the pages; another package passes its own here.
public func runChancery(templates: any PortalTemplates) async {
  await Setting.$templates.withValue(templates) { await ChanceryCommand.main() }
}

/// What a run is given beside its arguments.
enum Setting {
  @TaskLocal static var templates: any PortalTemplates = StandardTemplates()
  static let version = "0.1.0"
}

struct ChanceryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chancery",
    abstract: "Makes a briefing portal from Markdown and data.",
    version: Setting.version,
    subcommands: [
      NewCommand.self,
      BuildCommand.self, ServeCommand.self, CheckCommand.self, PackCommand.self,
      CiteCommand.self,
      HeadersCommand.self, ReviewCommand.self, FormatCommand.self,
      TextconvCommand.self, RenderCommand.self,
    ])
}

/// The content folder, as every command takes it.
struct ContentOptions: ParsableArguments {
  @Option(name: .long, help: "The content folder.")
  var content = "Content"

  @Option(name: .long, help: ArgumentHelp("How many files are worked on at once.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
  }

  var workers: Int { min(jobs ?? processorCount(), 256) }
}
