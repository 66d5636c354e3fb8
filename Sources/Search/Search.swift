// Search: a written site gets an index to search it.
// In: the site's folder. Out: the files of the index, made by Pagefind from the pages that are marked
// for it; the same pages give the same bytes.
public import Publish

/// What Pagefind makes of a site's pages, to be searched in the browser.
///
/// - Parameter languages: of the site, BCP 47, its own first. A site in one language has one index for all
///   pages, whatever theirs, so that one search finds all; its words are stemmed as this language has it.
///   In a site of several each has an index of its own.
public func searchIndex(languages: [String]) -> SiteIndex {
  let language = languages.first ?? "en"
  let forced =
    languages.count > 1 ? [] : ["--force-language", String(language.prefix { $0 != "-" })]
  return searchIndex(arguments: forced)
}

private func searchIndex(arguments: [String]) -> SiteIndex {
  SiteIndex(folder: "pagefind/") { site throws(OutputError) in
    let work = try WorkFolder()
    let pagefind = try Pagefind()
    let output = "\(work.path)/index"
    try pagefind.run(
      arguments + [
        "--site", site, "--output-path", output,
        // Names of columns and switches, numbers of notes and ways back say nothing of what a page tells.
        "--exclude-selectors", "thead,summary,sup>a,.back,a.p",
      ])
    var files: [(path: String, bytes: [UInt8])] = []
    for path in filesBelow(output) where isNeeded(path) {
      guard let bytes = readFile("\(output)/\(path)") else {
        throw OutputError(description: "“\(output)/\(path)” cannot be read")
      }
      files.append((path, bytes))
    }
    guard let entry = files.firstIndex(where: { $0.path == "pagefind-entry.json" }) else {
      throw OutputError(description: "Pagefind made no index")
    }
    // It names the others.
    files.append(files.remove(at: entry))
    return files
  }
}

/// Pagefind's own search boxes are left out: the site has its own.
private func isNeeded(_ path: String) -> Bool {
  path.contains("/") || path.hasPrefix("wasm.") || path.hasSuffix(".pf_meta")
    || ["pagefind.js", "pagefind-worker.js", "pagefind-entry.json"].contains(path)
}
