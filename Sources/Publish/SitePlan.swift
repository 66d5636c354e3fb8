internal import HTML
internal import Model
internal import Templates

/// What a site consists of: pages to render, and files that are there already as bytes or on disk.
struct SitePlan: Sendable {
  enum Output: Sendable {
    case page(Page)
    case asset(Asset)
    case bytes([UInt8])
    /// A file on disk, by its path.
    case copy(String)
  }

  /// By path below the site's root: first what pages load, then pages, then what names pages; each
  /// in the order of paths.
  let outputs: [(path: String, output: Output)]
  /// Ranges of `outputs`, each to be in place before the next is begun.
  let waves: [Range<Int>]

  /// - Parameters:
  ///   - content: the content folder.
  ///   - packs: the folder of `portal.builtPacks`.
  /// - Throws: where a path leads out of the site, or two files are in each other's way.
  init(
    _ portal: Portal, templates: any PortalTemplates, content: String, packs: String
  ) throws(OutputError) {
    var outputs: [(String, Output)] = []
    for page in Page.all(in: portal) { outputs.append((page.path(in: portal), .page(page))) }
    for asset in templates.assets(of: portal) { outputs.append((asset.path, .asset(asset))) }
    for brief in portal.briefs {
      for table in brief.tables {
        outputs.append((brief.path(ofCSV: table), .bytes(table.csv)))
      }
      for file in brief.files {
        outputs.append((brief.path(ofFile: file.name), .copy("\(content)/\(file.source)")))
      }
    }
    for pack in portal.builtPacks.all {
      outputs.append((pack.sitePath, .copy("\(packs)/\(pack.path)")))
    }
    outputs.append((Asset.feedPath, .bytes(rendered { AtomFeed(portal: portal).write(to: &$0) })))
    if !portal.baseURL.isEmpty {
      outputs.append(("sitemap.xml", .bytes(rendered { Sitemap(portal: portal).write(to: &$0) })))
    }
    outputs.append(("robots.txt", .bytes(Array(robots(portal).utf8))))
    self.outputs = outputs.sorted { (Wave(of: $0.0), $0.0) < (Wave(of: $1.0), $1.0) }
    waves = Wave.ranges(in: self.outputs.map(\.path))
    try check()
  }

  private func check() throws(OutputError) {
    var files: Set<String> = []
    // Templates of another package name their assets.
    for (path, _) in outputs where !Manifest.isInside(path) || path.hasPrefix(".chancery-") {
      throw OutputError(description: "“\(path)” cannot be a file of the site")
    }
    for (path, _) in outputs where !files.insert(path).inserted {
      throw OutputError(description: "two parts of the site would be “\(path)”; rename one")
    }
    for (path, _) in outputs {
      if let folder = OutputFolder.folders(of: path).first(where: files.contains) {
        throw OutputError(
          description:
            "“\(folder)” would be a file of the site, and the folder of “\(path)”; rename one")
      }
    }
  }
}

private func rendered(_ write: (inout Sink) -> Void) -> [UInt8] {
  var sink = Sink()
  write(&sink)
  return sink.bytes
}

private func robots(_ portal: Portal) -> String {
  let sitemap = portal.baseURL.isEmpty ? "" : "Sitemap: \(portal.baseURL)sitemap.xml\n"
  return "User-agent: *\nAllow: /\n" + sitemap
}
