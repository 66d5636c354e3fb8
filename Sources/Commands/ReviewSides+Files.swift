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
  /// Two content folders, two folders of a brief each, two folders of other Markdown, or two Markdown files.
  init(files old: String, _ new: String, jobs: Int, edition: Edition) async throws(Failure) {
    // Both of two briefs have one name, so that they are the same brief.
    let name = Self.stem(of: new)
    let (before, after) = (try Self.given(old, as: name), try Self.given(new, as: name))
    do {
      try await self.init((before.source, after.source), jobs: jobs, edition: edition)
    } catch {
      throw Failure(description: error.description)
    }
    // A brief by itself: what it links to in its portal is not there to be found, and it has no address.
    if !before.isPortal { Self.detach(&self.old, &findings.old) }
    if !after.isPortal { Self.detach(&self.new, &findings.new) }
    let known = Set(self.old.portal.briefs.flatMap(\.files).map(\.source))
    for file in self.new.portal.briefs.flatMap(\.files) where known.contains(file.source) {
      if fileBytes(before.path(file.source)) != fileBytes(after.path(file.source)) {
        self.new.changedFiles.insert(file.source)
      }
    }
  }

  private struct Given {
    var source: SideSource
    var isPortal: Bool
    /// Where a file is that is named from the content folder.
    var path: (String) -> String
  }

  private static func detach(_ side: inout ReviewSide, _ findings: inout [Finding]) {
    func isOfPortal(_ finding: Finding) -> Bool {
      finding.rule.hasPrefix("unknown-") || finding.rule == "missing-file"
    }
    side.findings.removeAll(where: isOfPortal)
    findings.removeAll(where: isOfPortal)
    side.pages = []
  }

  private static func stem(of path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    let stem = last.hasSuffix(".md") ? String(last.dropLast(3)) : last
    return ["", ".", ".."].contains(stem) ? "brief" : stem
  }

  /// Files below a folder, in order; links that lead to files are among them.
  private static func regularFiles(in folder: String) -> [String] {
    filePaths(in: folder).sorted().filter { name in
      var info = stat()
      return stat("\(folder)/\(name)", &info) == 0 && info.st_mode & S_IFMT == S_IFREG
    }
  }

  /// A path as one name, another for each path: `/` is `--`, and a hyphen that could be part of that `-0`.
  private static func oneName(of path: String) -> String {
    let characters = Array(path)
    return characters.indices.map { index in
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      switch characters[index] {
      case "/": return "--"
      case "-" where ["-", "0", "/"].contains(next): return "-0"
      default: return String(characters[index])
      }
    }.joined()
  }

  private static func given(_ path: String, as name: String) throws(Failure) -> Given {
    var info = stat()
    guard stat(path, &info) == 0 else {
      throw Failure(description: "there is no folder or file “\(path)”")
    }
    let outer = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    func isThere(_ name: String) -> Bool { stat("\(outer)/\(name)", &info) == 0 }
    var found: [(inner: String, given: String)] = []
    var names: [String: String] = [:]
    if info.st_mode & S_IFMT != S_IFDIR {
      found = [("briefs/\(name).md", path)]
      names["briefs/\(name).md"] = path
    } else if isThere("brief.yaml") {
      found = regularFiles(in: outer).map { ("briefs/\(name)/\($0)", "\(outer)/\($0)") }
      names["briefs/\(name)"] = outer
    } else if isThere("portal.yaml") || isThere("briefs") {
      return Given(source: SideSource(folder: path), isPortal: true) { "\(path)/\($0)" }
    } else {
      // Other people's Markdown: a brief each, wherever it stands.
      for file in regularFiles(in: outer) where file.hasSuffix(".md") {
        let inner = "briefs/" + oneName(of: file)
        found.append((inner, "\(outer)/\(file)"))
        names[inner] = "\(outer)/\(file)"
      }
    }
    var files: [String: [UInt8]?] = [:]
    for (file, path) in found {
      guard let bytes = fileBytes(path) else {
        throw Failure(description: "“\(path)” cannot be read")
      }
      files[file] = bytes
    }
    let source = SideSource(ContentFiles(files), givenNames: names)
    return Given(source: source, isPortal: false, path: source.shown)
  }
}
