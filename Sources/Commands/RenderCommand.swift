internal import ArgumentParser
internal import Diagnostics
internal import HTML
internal import Ingest
internal import Templates

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Turns Markdown on standard input into an HTML fragment.")

  @Flag(name: .long, help: "CommonMark 0.30 and nothing more.")
  var commonmark = false

  func run() throws {
    let input = readStandardInput()
    let fragment = readFragment(input, isCommonMark: commonmark)
    if !fragment.findings.isEmpty {
      let lines = SourceLines(input)
      let report = TextReport(color: Stream.error.hasColor) { _ in lines }
      Stream.error.write(report.text(of: fragment.findings))
      if fragment.findings.errors > 0 { throw Exit.content }
    }
    var sink = Sink()
    FragmentWriter(fragment.portal, isCommonMark: commonmark).write(to: &sink)
    Stream.output.write(sink.bytes)
  }
}
