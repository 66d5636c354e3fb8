internal import ArgumentParser
internal import Publish

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Writes a small portal to start from.")

  @Argument(help: ArgumentHelp("The folder to make; it must be new or empty.", valueName: "dir"))
  var folder: String

  func run() throws {
    do {
      let files = try Starter.write(to: folder)
      Stream.output.write(
        """
        \(folder): \(files.count) files written
        Build it with: cd \(quoted(folder)) && chancery build
        Then open Public/index.html in a browser.

        """)
    } catch {
      throw couldNotRun(error.description)
    }
  }

  /// As a shell takes it.
  private func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
        || "/._-".utf8.contains($0)
    }
    return isPlain
      ? path
      : "'"
        + path.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}
