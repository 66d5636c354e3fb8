internal import ArgumentParser

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Writes a small portal to start from.")

  @Argument(help: ArgumentHelp("The folder to make.", valueName: "dir"))
  var folder: String

  func run() throws {
    do {
      try Starter.write(to: folder)
    } catch {
      throw couldNotRun(error.description)
    }
  }
}
