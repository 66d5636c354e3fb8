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

  init(old: ReviewSide, new: ReviewSide, sources: (old: SideSource, new: SideSource)) {
    self.old = old
    self.new = new
    self.sources = sources
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What keeps each side from being compared whole.
  var errors: SideFindings {
    func errors(_ side: ReviewSide, _ source: SideSource) -> [Finding] {
      side.findings.filter { $0.severity == .error }.map(source.shown)
    }
    return SideFindings(old: errors(old, sources.old), new: errors(new, sources.new))
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

  // MARK: Revisions

  /// - Parameter head: the working tree where it is not given.
  init(_ base: String, _ head: String?, content: String, jobs: Int) async throws(Failure) {
    do {
      let git = try GitContent(content)
      let before = try git.tree(of: base)
      var after: GitTree?
      let changed: Set<String>
      if let head {
        let tree = try git.tree(of: head)
        changed = Set(before.blobs.keys).union(tree.blobs.keys).filter {
          before.blobs[$0] != tree.blobs[$0]
        }
        after = tree
      } else {
        changed = try git.changes(since: before).union(
          Self.unlisted(content, before.blobs))
      }
      // A change of what all share may touch every brief; else those that changed are enough.
      let isShared = changed.contains { path in
        !path.hasPrefix("briefs/") && !(path.hasSuffix(".md") && !path.contains("/"))
      }
      var briefs = isShared ? nil : Set(changed.compactMap(Self.brief))
      var sides = try await Self.sides(git, before, after, content, briefs, jobs)
      sides.new.side.changedFiles = changed
      // Briefs that did not change may link to what is gone.
      let lost = Self.lost(sides.old.side.portal, sides.new.side.portal)
      if let read = briefs, !lost.isEmpty {
        let others = Set(before.blobs.keys.compactMap(Self.brief)).subtracting(read)
        let naming = Self.briefs(naming: lost, among: others, git, before)
        if !naming.isEmpty {
          briefs = read.union(naming)
          sides = try await Self.sides(git, before, after, content, briefs, jobs)
          sides.new.side.changedFiles = changed
        }
      }
      self.init(
        old: sides.old.side, new: sides.new.side, sources: (sides.old.source, sides.new.source))
    } catch let error as GitError {
      throw Failure(description: error.description)
    } catch let error as ContentFolderError {
      throw Failure(description: error.description)
    } catch {
      throw Failure(description: "\(error)")
    }
  }

  /// Both sides, read at once.
  private static func sides(
    _ git: GitContent, _ before: GitTree, _ after: GitTree?, _ content: String,
    _ briefs: Set<String>?, _ jobs: Int
  ) async throws -> (old: Read, new: Read) {
    async let old = side(git, before, briefs, jobs)
    if let after {
      async let new = side(git, after, briefs, jobs)
      return await (old, new)
    }
    let new = side(try await readPortal(at: content, briefs: briefs, jobs: jobs))
    return (await old, (new, SideSource(folder: content)))
  }

  private typealias Read = (side: ReviewSide, source: SideSource)

  /// The entry of `briefs/` that a path belongs to.
  private static func brief(_ path: String) -> String? {
    let parts = path.split(separator: "/")
    guard parts.first == "briefs", parts.count > 1 else { return nil }
    if parts.count == 2, !path.hasSuffix(".md") { return nil }
    return parts.prefix(2).joined(separator: "/")
  }

  /// Files that are on disk and not in the revision.
  private static func unlisted(_ content: String, _ known: [String: String]) -> Set<String> {
    filePaths(in: content).subtracting(known.keys)
  }

  private static func side(
    _ git: GitContent, _ tree: GitTree, _ briefs: Set<String>?, _ jobs: Int
  ) async -> Read {
    let texts = [".md", ".yaml", ".yml", ".csv", ".geojson"]
    let wanted = tree.blobs.filter { path, _ in
      guard texts.contains(where: path.hasSuffix) else { return false }
      guard let briefs, let brief = brief(path) else { return true }
      return briefs.contains(brief)
    }
    let bytes = git.blobs(Set(wanted.values))
    var files: [String: [UInt8]?] = [:]
    for path in tree.blobs.keys { files[path] = .some(nil) }
    for (path, id) in wanted { files[path] = bytes[id] }
    for link in tree.links {
      // The blob of a symbolic link is the path that it leads to.
      guard let target = files[link].flatMap({ $0 }).map({ String(decoding: $0, as: UTF8.self) })
      else { continue }
      files[link] = files[Self.path(target, from: link)] ?? nil
    }
    let content = ContentFiles(files)
    let side = side(await readPortal(from: content, briefs: briefs, jobs: jobs))
    return (side, SideSource(content))
  }

  private static func path(_ target: String, from link: String) -> String {
    var parts = link.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  static func side(_ ingested: IngestedPortal) -> ReviewSide {
    let portal = ingested.portal
    let pages = Page.all(in: portal).compactMap { page -> PageAddress? in
      let path = page.path(in: portal)
      switch page {
      case .notFound: return nil
      case .section(let brief, let section):
        return PageAddress(path: path, brief: brief, section: section)
      case .map(let brief, let map): return PageAddress(path: path, brief: brief, map: map)
      case .alias(let brief, _): return PageAddress(path: path, brief: brief, isAlias: true)
      // Whether these stand depends on briefs that may not have been read.
      case .topics, .authors: return nil
      default: return PageAddress(path: path, brief: page.brief)
      }
    }
    return ReviewSide(
      portal: portal, findings: ingested.findings, unreadBriefs: Set(ingested.unreadBriefs),
      pages: pages)
  }

  /// Names that other briefs may link to and that are there no more.
  private static func lost(_ old: Portal, _ new: Portal) -> Set<String> {
    func names(_ portal: Portal) -> Set<String> {
      var names: Set<String> = []
      for brief in portal.briefs {
        names.insert("brief:\(brief.id)")
        let records =
          brief.sections.map(\.id) + brief.maps.map(\.id) + brief.tables.map(\.id)
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
  ) -> Set<String> {
    let paths = tree.blobs.filter { path, _ in
      brief(path).map(entries.contains) == true
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
    let bytes = git.blobs(Set(paths.values))
    return Set(
      paths.compactMap { path, id in
        guard let text = bytes[id], ids.contains(where: { contains(text, $0) }) else { return nil }
        return brief(path)
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
