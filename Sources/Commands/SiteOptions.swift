internal import ArgumentParser
internal import Deploy
internal import Templates

/// What a build does beside the pages.
struct SiteOptions: ParsableArguments {
  @Flag(name: .long, help: "Write compressed files (.br, .gz) beside those that shrink.")
  var compress = false

  @Flag(name: .long, help: "Make an index to search the site, with Pagefind.")
  var search = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write lists of what to upload and remove into this folder.", valueName: "folder"))
  var deploy: String?

  @Option(name: .long, help: "Write .htaccess (apache) or _headers into the site.")
  var headers: HeadersFormat?

  /// Those that make another site of the same content.
  var settings: [String] {
    ["compress", "\(compress)", "search", "\(search)", "headers", headers?.rawValue ?? ""]
  }

  /// Those that render the site.
  var templates: any PortalTemplates {
    headers.map { HeadedTemplates(Setting.templates, format: $0.format) } ?? Setting.templates
  }

  func validate() throws {
    if let headers, headers.format.sitePath == nil {
      throw ValidationError(
        "\(headers.rawValue) reads its configuration elsewhere: chancery headers --format \(headers.rawValue) prints it"
      )
    }
    if deploy?.isEmpty ?? false { throw ValidationError("--deploy must name a folder") }
  }
}
