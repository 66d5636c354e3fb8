#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A content folder inside a git repository.
public struct GitContent: Sendable {
  /// The working tree's top folder.
  let top: String
  /// The content folder below it, with a final slash; empty where it is the top itself.
  let prefix: String
  /// What tells git which repository is meant.
  private let place: [String]

  /// - Parameter folder: the content folder; it need not exist on disk.
  /// - Throws: `GitError` outside a repository, or without git.
  public init(_ folder: String) throws(GitError) {
    if let place = Self.namedByEnvironment(folder) {
      (top, prefix, self.place) = place
      return
    }
    var info = stat()
    let exists = stat(folder, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    let start = exists ? folder : "."
    let question = ["-C", start, "rev-parse", "--show-toplevel", "--show-prefix"]
    guard let answer = GitProcess.run(question)
    else { throw GitError("git is needed to compare revisions, and cannot be run; install it") }
    let lines = answer.output.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard answer.status == 0, lines.count >= 2 else {
      throw GitError(Self.refusal(question, folder))
    }
    top = String(decoding: lines[0], as: UTF8.self)
    place = ["-C", top]
    var prefix = String(decoding: lines[1], as: UTF8.self)
    if !exists {
      if folder.hasPrefix("/") { throw GitError("there is no content folder “\(folder)”") }
      for part in folder.split(separator: "/") where part != "." { prefix += part + "/" }
    }
    self.prefix = prefix
  }

  private static func refusal(_ question: [String], _ folder: String) -> String {
    let words = GitProcess.run(question, keepsErrors: true).map {
      String(decoding: $0.output, as: UTF8.self)
    }
    if let words, words.contains("dubious ownership") {
      return "git does not trust the repository of “\(folder)”, as another user owns it; "
        + "“git config --global --add safe.directory FOLDER” tells it to"
    }
    return "“\(folder)” is not in a git repository; compare two folders with --files OLD NEW"
  }

  /// The repository that `GIT_DIR` names, as it does in hooks, if the folder is in its working tree.
  private static func namedByEnvironment(_ folder: String) -> (String, String, [String])? {
    guard getenv("GIT_DIR") != nil,
      let answer = GitProcess.run(["rev-parse", "--show-toplevel", "--absolute-git-dir"]),
      answer.status == 0
    else { return nil }
    let lines = answer.output.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    guard lines.count == 2, let path = realpath(folder, nil) else { return nil }
    defer { free(path) }
    let (real, top) = (String(cString: path), lines[0])
    guard real == top || real.hasPrefix(top + "/") else { return nil }
    let below = real.dropFirst(top.count + 1)
    let place = ["-C", top, "--git-dir", lines[1], "--work-tree", top]
    return (top, below.isEmpty ? "" : below + "/", place)
  }

  func run(_ arguments: [String], input: [UInt8] = []) -> (status: Int32, output: [UInt8])? {
    GitProcess.run(place + arguments, input: input)
  }

  /// What one line says that git prints; `nil` where it fails.
  private func line(_ arguments: [String]) -> String? {
    guard let answer = run(arguments), answer.status == 0 else { return nil }
    return String(decoding: answer.output.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// What the folder holds in a revision; nothing in `HEAD` before the first commit.
  ///
  /// - Throws: `GitError` where there is no such revision, or no such folder in it.
  public func tree(of revision: String) throws(GitError) -> GitTree {
    guard !revision.isEmpty, !revision.hasPrefix("-"),
      let object = line(["rev-parse", "--verify", "--quiet", revision]),
      let id = line(["rev-parse", "--verify", "--quiet", object + "^{tree}"])
    else {
      if revision == "HEAD", line(["symbolic-ref", "--quiet", "HEAD"]) != nil,
        let id = line(["hash-object", "-t", "tree", "--stdin"])
      {
        return GitTree(id: id, list: [])
      }
      throw GitError("there is no revision “\(revision)” in this repository")
    }
    let folder = prefix.isEmpty ? id : "\(id):\(prefix.dropLast())"
    guard let list = run(["ls-tree", "-r", "-z", "--full-tree", folder]), list.status == 0 else {
      throw GitError("there is no folder “\(prefix.dropLast())” in revision “\(revision)”")
    }
    return GitTree(id: id, list: list.output)
  }

  /// What the folder holds in the index: what a commit would hold.
  public func staged() throws(GitError) -> GitTree {
    var question = ["ls-files", "--stage", "-z", "--full-name", "--"]
    if !prefix.isEmpty { question.append(":(top,literal)" + prefix) }
    guard let answer = run(question), answer.status == 0 else {
      throw GitError("git cannot list what is staged in “\(top)”")
    }
    return GitTree(staged: answer.output, prefix: prefix)
  }

  /// The newest revision that two have in common.
  public func mergeBase(_ a: String, _ b: String) throws(GitError) -> String {
    for revision in [a, b] { _ = try tree(of: revision) }
    guard let id = line(["merge-base", a, b]) else {
      throw GitError("“\(a)” and “\(b)” have no history in common")
    }
    return id
  }

  /// Paths, below the content folder, of what may differ between a revision and the working tree.
  public func changes(since tree: GitTree) throws(GitError) -> Set<String> {
    var arguments = [
      "diff", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--no-renames",
      "--no-relative", tree.id, "--",
    ]
    if !prefix.isEmpty { arguments.append(":(top,literal)" + prefix) }
    guard let answer = run(arguments), answer.status == 0 else {
      throw GitError("git diff failed in “\(top)”")
    }
    let paths = answer.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    return Set(paths.map { String($0.dropFirst(prefix.count)) })
  }

  /// What blobs hold, by their ids.
  ///
  /// - Throws: `GitError` where one cannot be read.
  public func blobs(_ ids: Set<String>) throws(GitError) -> [String: [UInt8]] {
    guard !ids.isEmpty else { return [:] }
    let input = ids.sorted().reduce(into: [UInt8]()) { $0 += Array(($1 + "\n").utf8) }
    guard
      let answer = run(["cat-file", "--batch", "--buffer"], input: input)
    else {
      throw GitError("git cannot be asked for what files held; is there room for a temporary file?")
    }
    var blobs: [String: [UInt8]] = [:]
    let bytes = answer.output
    var at = 0
    // Each is “id type size”, a line end, the bytes, a line end; or “id missing”.
    while let end = bytes[at...].firstIndex(of: 0x0A) {
      let words = bytes[at..<end].split(separator: 0x20)
      at = end + 1
      guard words.count == 3, let size = Int(String(decoding: words[2], as: UTF8.self)),
        size >= 0, at + size <= bytes.count
      else { continue }
      blobs[String(decoding: words[0], as: UTF8.self)] = Array(bytes[at..<(at + size)])
      at += size + 1
      if at >= bytes.count { break }
    }
    guard blobs.count == ids.count else {
      let lost = ids.subtracting(blobs.keys).min() ?? ""
      throw GitError(
        "git cannot read the object \(lost); “git fsck” tells what the repository lacks")
    }
    return blobs
  }
}

/// What a content folder holds in a revision.
public struct GitTree: Sendable {
  /// The id of the whole revision's tree.
  let id: String
  /// Ids of blobs by path below the content folder; those behind symbolic links too.
  public private(set) var blobs: [String: String]
  /// Paths that a merge left open.
  public private(set) var conflicts: Set<String> = []
  /// Where symbolic links lead, by their paths: below the content folder.
  public private(set) var links: [String: String] = [:]
  /// Blobs of links, which hold where they lead.
  private var linkBlobs: [String: String] = [:]

  /// - Parameter list: what `git ls-tree -r -z` printed.
  init(id: String, list: [UInt8]) {
    self.id = id
    var blobs: [String: String] = [:]
    for entry in list.split(separator: 0) {
      guard let tab = entry.firstIndex(of: 0x09) else { continue }
      let words = entry[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 3, words[1] == "blob" else { continue }
      let path = String(decoding: entry[(tab + 1)...], as: UTF8.self)
      if words[0] == "120000" { linkBlobs[path] = words[2] } else { blobs[path] = words[2] }
    }
    self.blobs = blobs
  }

  /// - Parameter list: what `git ls-files --stage -z` printed: “mode id stage”, a tab, a path.
  init(staged list: [UInt8], prefix: String) {
    id = ""
    var blobs: [String: String] = [:]
    for entry in list.split(separator: 0) {
      guard let tab = entry.firstIndex(of: 0x09) else { continue }
      let words = entry[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      let path = String(
        String(decoding: entry[(tab + 1)...], as: UTF8.self).dropFirst(prefix.count))
      guard words.count == 3 else { continue }
      if words[2] != "0" { conflicts.insert(path) }
      // Of what a merge left open, ours.
      guard words[2] == "0" || words[2] == "2" else { continue }
      if words[0] == "120000" {
        linkBlobs[path] = words[1]
      } else if words[0] != "160000" {
        blobs[path] = words[1]
      }
    }
    self.blobs = blobs
  }

  /// The tree with what its symbolic links lead to, files and folders.
  public func following(_ git: GitContent) throws(GitError) -> GitTree {
    if linkBlobs.isEmpty { return self }
    var tree = self
    let targets = try git.blobs(Set(linkBlobs.values))
    let texts = linkBlobs.compactMapValues {
      targets[$0].map { String(decoding: $0, as: UTF8.self) }
    }
    for link in texts.keys {
      guard let path = Self.resolved(link, texts) else { continue }
      tree.links[link] = path
      for (file, id) in blobs where file == path || file.hasPrefix(path + "/") {
        tree.blobs[link + file.dropFirst(path.count)] = id
      }
    }
    return tree
  }

  /// Where a link leads, through others; `nil` where it leads out of the folder, or in a circle.
  private static func resolved(_ link: String, _ texts: [String: String]) -> String? {
    var path = link
    for _ in 0..<40 {
      let parts = path.split(separator: "/")
      let ends = parts.indices.map { parts[...$0].joined(separator: "/") }
      guard let next = ends.first(where: { texts[$0] != nil }), let text = texts[next] else {
        return path
      }
      var folder = next.split(separator: "/").dropLast().map(String.init)
      if text.hasPrefix("/") { return nil }
      for part in text.split(separator: "/") where part != "." {
        if part != ".." {
          folder.append(String(part))
        } else if folder.popLast() == nil {
          return nil
        }
      }
      path = folder.joined(separator: "/") + path.dropFirst(next.count)
    }
    return nil
  }

  /// The names under which links show some paths.
  public func behindLinks(_ paths: Set<String>) -> Set<String> {
    var found: Set<String> = []
    for (link, target) in links {
      for path in paths where path == target || path.hasPrefix(target + "/") {
        found.insert(link + path.dropFirst(target.count))
      }
    }
    return found
  }
}
