internal import ArgumentParser

/// What a build does beside the pages.
struct SiteOptions: ParsableArguments {
  @Flag(name: .long, help: "Write compressed files (.br, .gz) beside those that shrink.")
  var compress = false

  @Flag(name: .long, help: "Make an index to search the site, with Pagefind.")
  var search = false
}
