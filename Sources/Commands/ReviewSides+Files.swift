#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import Diagnostics
internal import Ingest
internal import Model
internal import Review

extension ReviewSides {
  /// Two content folders, two folders of briefs, or two Markdown files.
  init(files old: String, _ new: String, jobs: Int) async throws(Failure) {
    // Both of two briefs have one name, so that they are the same brief.
    let name = Self.stem(of: new)
    let before = try await Self.given(old, as: name, jobs)
    let after = try await Self.given(new, as: name, jobs)
    self.init(old: before.side, new: after.side, sources: (before.source, after.source))
    let known = Set(self.old.portal.briefs.flatMap(\.files).map(\.source))
    for file in self.new.portal.briefs.flatMap(\.files) where known.contains(file.source) {
      if fileBytes(before.path(file.source)) != fileBytes(after.path(file.source)) {
        self.new.changedFiles.insert(file.source)
      }
    }
  }

  private struct Given {
    var side: ReviewSide
    var source: SideSource
    /// Where a file is that is named from the content folder.
    var path: @Sendable (String) -> String
  }

  private static func stem(of path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    let stem = last.hasSuffix(".md") ? String(last.dropLast(3)) : last
    return ["", ".", ".."].contains(stem) ? "brief" : stem
  }

  private static func given(
    _ path: String, as name: String, _ jobs: Int
  ) async throws(Failure) -> Given {
    var info = stat()
    guard stat(path, &info) == 0 else {
      throw Failure(description: "there is no folder or file “\(path)”")
    }
    let isFolder = info.st_mode & S_IFMT == S_IFDIR
    if isFolder, stat("\(path)/brief.yaml", &info) != 0 {
      do {
        return Given(
          side: side(try await readPortal(at: path, jobs: jobs)), source: SideSource(folder: path),
          path: { "\(path)/\($0)" })
      } catch {
        throw Failure(description: error.description)
      }
    }
    let outer = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let inner = isFolder ? "briefs/\(name)" : "briefs/\(name).md"
    let found =
      isFolder ? filePaths(in: path).map { (inner + "/" + $0, "\(outer)/\($0)") } : [(inner, path)]
    var files: [String: [UInt8]?] = [:]
    for (file, path) in found {
      guard let bytes = fileBytes(path) else {
        throw Failure(description: "“\(path)” cannot be read")
      }
      files[file] = bytes
    }
    let content = ContentFiles(files)
    // A brief by itself: what it links to in its portal is not there to be found, and it has no address.
    var ingested = await readPortal(from: content, jobs: jobs)
    ingested.findings.removeAll { $0.rule.hasPrefix("unknown-") || $0.rule == "missing-file" }
    var side = side(ingested)
    side.pages = []
    let source = SideSource(content, name: inner, givenName: outer)
    return Given(side: side, source: source, path: { source.shown($0) })
  }
}
