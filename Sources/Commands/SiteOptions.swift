internal import ArgumentParser

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

  func validate() throws {
    if deploy?.isEmpty ?? false { throw ValidationError("--deploy must name a folder") }
  }
}
