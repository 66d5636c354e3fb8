internal import Citations
internal import Model
internal import Templates

/// What a site consists of: pages to render, and files that are there already on disk.
struct SitePlan: Sendable {
  enum Content: Sendable {
    case page(Page)
    case asset(Asset)
    /// A table of a brief as it can be downloaded.
    case csv(brief: Int, table: Int)
    /// A brief's citation for reference managers.
    case citation(brief: Int, format: CitationFormat)
    /// Of a topic, an author or a series; `nil` for the portal's.
    case feed(BriefGroup?)
    case jsonFeed(BriefGroup?)
    case text(SiteTextFile)
    case sitemap
    case robots
    /// A file on disk, by its path.
    case copy(String)
  }

  struct Output: Sendable {
    /// Below the site's root.
    var path: String
    var content: Content
    /// The brief that it is of.
    var brief: Int?
    /// Which of the site's editions it is of.
    var edition = 0
  }

  /// First what pages load, then pages, then what names pages. Of each, those of no brief first, then
  /// brief by brief, in the order of paths.
  let outputs: [Output]
  /// Ranges of `outputs`, each to be in place before the next is begun.
  let waves: [Range<Int>]

  /// - Parameters:
  ///   - portals: the site's editions, its own language first.
  ///   - templates: prepared for each.
  ///   - content: the content folder.
  ///   - packs: the folder of their `builtPacks`.
  /// - Throws: where a path leads out of the site, or two files are in each other's way.
  init(
    _ portals: [Portal], templates: [any PortalTemplates], content: String, packs: String
  ) throws(OutputError) {
    var outputs: [Output] = []
    for (index, portal) in portals.enumerated() {
      let start = outputs.count
      Self.add(portal, templates: templates[index], content: content, packs: packs, to: &outputs)
      if index == 0 {
        if !portal.baseURL.isEmpty {
          outputs.append(Output(path: "sitemap.xml", content: .sitemap))
        }
        outputs.append(Output(path: "robots.txt", content: .robots))
      }
      for output in outputs.indices[start...] {
        outputs[output].edition = index
        if !portal.sitePath.isEmpty {
          outputs[output].path = portal.sitePath + outputs[output].path
        }
      }
    }
    let ranked = Self.ranked(outputs)
    self.outputs = ranked.map { outputs[$0.output] }
    waves = Wave.ranges(in: ranked.map(\.wave))
    try check()
  }

  /// Where outputs are to stand: in the order of waves, editions and briefs. What is compared is numbers first,
  /// and what is moved is no more: a preview makes a plan after every edit.
  private static func ranked(_ outputs: [Output]) -> [(wave: Wave, key: Int, output: Int)] {
    outputs.indices.map { index in
      let wave = Wave(of: outputs[index].path)
      let brief = (outputs[index].brief ?? -1) + 1
      return (wave, (wave.rawValue << 20 | outputs[index].edition) << 32 | brief, index)
    }.sorted {
      $0.key == $1.key ? outputs[$0.output].path < outputs[$1.output].path : $0.key < $1.key
    }
  }

  /// The files of one edition, below its own root.
  private static func add(
    _ portal: Portal, templates: any PortalTemplates, content: String, packs: String,
    to outputs: inout [Output]
  ) {
    func add(_ path: String, _ content: Content, brief: Int? = nil) {
      outputs.append(Output(path: path, content: content, brief: brief))
    }
    for page in Page.all(in: portal) {
      add(page.path(in: portal), .page(page), brief: page.brief)
    }
    for asset in templates.assets(of: portal) {
      add(asset.path, .asset(asset), brief: asset.brief)
    }
    for index in portal.briefs.indices where !portal.briefs[index].isOneFile {
      for format in CitationFormat.allCases {
        add(
          portal.briefs[index].path(ofCitation: format), .citation(brief: index, format: format),
          brief: index)
      }
    }
    for index in portal.briefs.indices
    where !portal.briefs[index].tables.isEmpty || !portal.briefs[index].files.isEmpty {
      let brief = portal.briefs[index]
      for (number, table) in brief.tables.enumerated() {
        add(brief.path(ofCSV: table), .csv(brief: index, table: number), brief: index)
      }
      for file in brief.files {
        add(brief.path(ofFile: file.name), .copy("\(content)/\(file.source)"), brief: index)
      }
    }
    for pack in portal.builtPacks.all {
      add(pack.sitePath, .copy("\(packs)/\(portal.sitePath)\(pack.path)"))
    }
    add(Asset.feedPath, .feed(nil))
    add(Asset.jsonFeedPath, .jsonFeed(nil))
    let authors = portal.briefsByAuthor
    let groups =
      portal.briefsByTopic + portal.briefsBySeries + authors.people.values + authors.names
    for group in groups {
      add(group.feedPath, .feed(group))
      add(group.jsonFeedPath, .jsonFeed(group))
    }
    for file in SiteTextFile.allCases
    where portal.sitePath.isEmpty && file.text(of: portal) != nil {
      add(file.path, .text(file))
    }
  }

  private init(_ outputs: [Output]) {
    self.outputs = outputs
    waves = Wave.ranges(in: outputs.map { Wave(of: $0.path) })
  }

  /// The files of some briefs alone.
  ///
  /// - Parameter briefs: indices in the portal's briefs.
  func limited(to briefs: Set<Int>) -> SitePlan {
    SitePlan(outputs.filter { $0.brief.map(briefs.contains) ?? false })
  }

  private func check() throws(OutputError) {
    var files: Set<String> = []
    files.reserveCapacity(outputs.count)
    var folders: Set<Substring> = []
    for index in outputs.indices {
      let path = outputs[index].path
      // Templates of another package name their assets.
      if !Manifest.isInside(path) || path.utf8.starts(with: ".chancery-".utf8) {
        throw OutputError(description: "“\(path)” cannot be a file of the site")
      }
      if !files.insert(path).inserted {
        throw OutputError(description: "two parts of the site would be “\(path)”; rename one")
      }
      if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) { folders.insert(path[..<slash]) }
    }
    // Many files share a folder.
    let inTheWay = folders.flatMap { OutputFolder.folders(of: $0 + "/") }.filter(files.contains)
    if let folder = inTheWay.min() {
      let path = outputs.first { $0.path.hasPrefix(folder + "/") }?.path ?? ""
      throw OutputError(
        description:
          "“\(folder)” would be a file of the site, and the folder of “\(path)”; rename one")
    }
  }
}
