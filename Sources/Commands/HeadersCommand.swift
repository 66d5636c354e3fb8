internal import ArgumentParser
internal import Deploy
internal import Ingest
internal import Model
internal import Templates

struct HeadersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "headers",
    abstract: "Prints what a server is to send with the site, as its configuration.")

  @OptionGroup var options: ContentOptions

  @Option(name: .long, help: "nginx, caddy, apache, or _headers for Netlify and Cloudflare Pages.")
  var format: HeadersFormat

  @OptionGroup var address: BaseURLOption

  @Flag(name: .long, help: "The site is built with --search.")
  var search = false

  func run() async throws {
    var portal: Portal
    do {
      portal = try await readPortal(at: options.content, jobs: options.workers).portal
    } catch {
      throw couldNotRun(error.description)
    }
    address.apply(to: &portal)
    portal.hasSearch = search
    let headers = ServerHeaders(
      baseURL: portal.baseURL, files: Setting.templates.assets(of: portal).map(\.path),
      languages: Array(portal.languages.dropFirst()), hasSearch: search)
    Stream.output.write(headers.text(for: format.format))
  }
}

/// What reads a configuration, as the commands take it.
enum HeadersFormat: String, ExpressibleByArgument, CaseIterable {
  case nginx, caddy, apache
  case hosting = "_headers"

  var format: ServerHeaders.Format {
    switch self {
    case .nginx: .nginx
    case .caddy: .caddy
    case .apache: .apache
    case .hosting: .hosting
    }
  }
}
