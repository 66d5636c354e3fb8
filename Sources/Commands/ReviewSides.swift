#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import Diagnostics
internal import Git
internal import Ingest
internal import Model
internal import Review
internal import Templates

/// The two portals that a review compares, and where they were read from.
struct ReviewSides {
  var old: ReviewSide
  var new: ReviewSide
  let sources: (old: SideSource, new: SideSource)
  /// What is wrong with each side as it is.
  var findings: (old: [Finding], new: [Finding])
  /// Files that differ and could not be read on one side at least: what they say is not compared.
  var unread: Set<String>

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What keeps each side from being compared whole.
  var errors: SideFindings {
    func errors(_ findings: [Finding], _ source: SideSource) -> [Finding] {
      findings.filter { $0.severity == .error }.map(source.shown)
    }
    return SideFindings(
      old: errors(findings.old, sources.old), new: errors(findings.new, sources.new),
      unread: unread.map(sources.new.shown).sorted())
  }

  /// Gives changes their lines in files, and files the names that they were given by.
  func locate(_ changes: inout [Change]) {
    func places(_ source: SideSource) -> (String, [String]) -> SourcePosition? {
      var known: [String: KeyPlaces] = [:]
      return { file, keys in
        if known[file] == nil { known[file] = KeyPlaces(source.bytes(of: file) ?? [], file: file) }
        return known[file]?.position(of: keys)
      }
    }
    changes.locate(old: places(sources.old), new: places(sources.new))
    for index in changes.indices {
      if let file = changes[index].location.old?.file {
        changes[index].location.old?.file = sources.old.shown(file)
      }
      if let file = changes[index].location.new?.file {
        changes[index].location.new?.file = sources.new.shown(file)
      }
    }
  }

  // MARK: Reading

  /// Reads both sides. A file that cannot be read on one of them is taken to be what it is on the other, so
  /// that nothing is told of it and all else is compared.
  ///
  /// - Parameter briefs: files or folders of `briefs/`; `nil` for all.
  init(
    _ sources: (old: SideSource, new: SideSource), briefs: Set<String>? = nil, jobs: Int,
    edition: Edition
  ) async throws(ContentFolderError) {
    self.sources = sources
    async let before = Self.read(sources.old, briefs, jobs, edition)
    let after = try await Self.read(sources.new, briefs, jobs, edition)
    let read = (old: try await before.get(), new: try after.get())
    findings = (read.old.findings, read.new.findings)
    let gone = (old: read.old.unreadFiles, new: read.new.unreadFiles)
    func mended(
      _ read: IngestedPortal, _ source: SideSource, _ unread: Set<String>, like other: SideSource
    ) async throws(ContentFolderError) -> ReviewSide {
      var files: [String: [UInt8]?] = [:]
      for file in unread where source.bytes(of: file) != nil {
        files[file] = .some(other.bytes(of: file))
      }
      if files.isEmpty { return Self.side(read) }
      return Self.side(
        try await source.portal(replacing: files, briefs: briefs, jobs: jobs, edition: edition))
    }
    old = try await mended(
      read.old, sources.old, gone.old.subtracting(gone.new), like: sources.new)
    new = try await mended(
      read.new, sources.new, gone.new.subtracting(gone.old), like: sources.old)
    unread = gone.old.union(gone.new).filter {
      sources.old.bytes(of: $0) != sources.new.bytes(of: $0)
    }
  }

  private static func read(
    _ source: SideSource, _ briefs: Set<String>?, _ jobs: Int, _ edition: Edition
  ) async -> Result<IngestedPortal, ContentFolderError> {
    do {
      return .success(try await source.portal(briefs: briefs, jobs: jobs, edition: edition))
    } catch {
      return .failure(error)
    }
  }

  // MARK: Revisions

  /// What a review compares with its base.
  enum Head {
    case workingTree, staged
    case revision(String)
  }

  static func revisions(
    _ base: String, _ head: Head, content: String, jobs: Int, edition: Edition
  ) async throws(Failure) -> ReviewSides {
    do {
      let git = try GitContent(content)
      let before = try git.tree(of: base).following(git)
      var after: GitTree?
      var changed: Set<String>
      switch head {
      case .revision(let name): after = try git.tree(of: name).following(git)
      case .staged: after = try git.staged().following(git)
      case .workingTree: break
      }
      if let after {
        changed = Set(before.blobs.keys).union(after.blobs.keys).filter {
          before.blobs[$0] != after.blobs[$0]
        }
      } else {
        changed = try git.changes(since: before)
        changed.formUnion(
          filePaths(in: content).subtracting(before.blobs.keys).subtracting(before.links.keys))
        changed.formUnion(before.behindLinks(changed))
      }
      // A change of what all share may touch every brief; else those that changed are enough.
      let isShared = changed.contains { path in
        !path.hasPrefix("briefs/") && !(path.hasSuffix(".md") && !path.contains("/"))
      }
      var briefs = isShared ? nil : Set(changed.flatMap(Self.briefs))
      func sides() async throws -> ReviewSides {
        let old = try Self.source(git, before, briefs)
        let new = try after.map { try Self.source(git, $0, briefs) } ?? SideSource(folder: content)
        return try await ReviewSides((old, new), briefs: briefs, jobs: jobs, edition: edition)
      }
      var result = try await sides()
      // Briefs that did not change may link to what is gone.
      let lost = Self.lost(result.old.portal, result.new.portal)
      if let read = briefs, !lost.isEmpty {
        let others = Set(before.blobs.keys.flatMap(Self.briefs)).subtracting(read)
        let naming = try Self.briefs(naming: lost, among: others, git, before)
        if !naming.isEmpty {
          briefs = read.union(naming)
          result = try await sides()
        }
      }
      result.new.changedFiles = changed
      // What a merge left open is neither this nor that.
      result.unread.formUnion(after?.conflicts ?? [])
      return result
    } catch let error as GitError {
      throw Failure(description: error.description)
    } catch let error as ContentFolderError {
      throw Failure(description: error.description)
    } catch {
      throw Failure(description: "\(error)")
    }
  }

  /// The entry of `briefs/` that a path belongs to: a second one where it may be a file in a brief's folder
  /// or translate a brief in one file.
  private static func briefs(_ path: String) -> [String] {
    let parts = path.split(separator: "/")
    guard parts.first == "briefs", parts.count > 1 else { return [] }
    if parts.count == 2 { return path.hasSuffix(".md") ? [path] : [] }
    let folder = parts.prefix(2).joined(separator: "/")
    let isTranslation = parts.count == 3 && parts[1].isLanguageTag && path.hasSuffix(".md")
    return isTranslation ? [folder, "briefs/\(parts[2])"] : [folder]
  }

  private static func source(
    _ git: GitContent, _ tree: GitTree, _ briefs: Set<String>?
  ) throws(GitError) -> SideSource {
    let texts = [".md", ".yaml", ".yml", ".csv", ".geojson"]
    let wanted = tree.blobs.filter { path, _ in
      guard texts.contains(where: path.hasSuffix) else { return false }
      guard let briefs else { return true }
      let own = Self.briefs(path)
      return own.isEmpty || own.contains(where: briefs.contains)
    }
    let bytes = try git.blobs(Set(wanted.values))
    var files: [String: [UInt8]?] = [:]
    for path in tree.blobs.keys { files[path] = .some(nil) }
    for (path, id) in wanted { files[path] = bytes[id] }
    return SideSource(ContentFiles(files))
  }

  static func side(_ ingested: IngestedPortal) -> ReviewSide {
    let portal = ingested.portal
    let pages = Page.all(in: portal).compactMap { page -> PageAddress? in
      let path = page.path(in: portal)
      switch page {
      case .search, .notFound: return nil
      case .section(let brief, let section):
        return PageAddress(path: path, brief: brief, section: section)
      case .map(let brief, let map): return PageAddress(path: path, brief: brief, map: map)
      case .chart(let brief, let chart):
        return PageAddress(path: path, brief: brief, chart: chart)
      case .alias(let brief, _): return PageAddress(path: path, brief: brief, isAlias: true)
      // Whether these stand depends on briefs that may not have been read.
      case .topics, .topic, .authors, .author, .series, .timeline, .year, .atlas, .index: return nil
      // The page of a record is told of with its record.
      case .actor, .place, .person: return nil
      default: return PageAddress(path: path, brief: page.brief)
      }
    }
    return ReviewSide(
      portal: portal, findings: ingested.findings, pages: pages)
  }

  /// Names that other briefs may link to and that are there no more.
  private static func lost(_ old: Portal, _ new: Portal) -> Set<String> {
    func names(_ portal: Portal) -> Set<String> {
      var names: Set<String> = []
      for brief in portal.briefs {
        names.insert("brief:\(brief.id)")
        let records =
          brief.sections.map(\.id) + brief.maps.map(\.id) + brief.tables.map(\.id)
          + brief.charts.map(\.id)
          + brief.notes.map(\.label) + brief.events.map(\.id) + brief.sources.map(\.id)
          + brief.maps.flatMap { $0.zones.map(\.id) }
        for id in records { names.insert("\(brief.id)/\(id)") }
      }
      return names
    }
    return names(old).subtracting(names(new))
  }

  private static func briefs(
    naming lost: Set<String>, among entries: Set<String>, _ git: GitContent, _ tree: GitTree
  ) throws(GitError) -> Set<String> {
    let paths = tree.blobs.filter { path, _ in
      briefs(path).contains(where: entries.contains)
        && (path.hasSuffix(".md") || path.hasSuffix(".yaml"))
    }
    guard !paths.isEmpty else { return [] }
    // Ids of briefs are few; which of their names a text holds is looked at only where it holds one.
    let ids = Set(
      lost.map { name in
        name.hasPrefix("brief:")
          ? String(name.dropFirst(6)) : String(name.split(separator: "/").first ?? "")
      }
    ).map { Array($0.utf8) }
    let bytes = try git.blobs(Set(paths.values))
    return Set(
      paths.flatMap { path, id -> [String] in
        guard let text = bytes[id], ids.contains(where: { contains(text, $0) }) else { return [] }
        return briefs(path)
      })
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first else { return false }
    var at = 0
    while let found = text[at...].firstIndex(of: first) {
      if text[found...].starts(with: part) { return true }
      at = found + 1
    }
    return false
  }
}
