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

  /// - Parameter folder: the content folder; it need not exist on disk.
  /// - Throws: `GitError` outside a repository, or without git.
  public init(_ folder: String) throws(GitError) {
    var info = stat()
    let exists = stat(folder, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    let start = exists ? folder : "."
    guard
      let answer = GitProcess.run(["-C", start, "rev-parse", "--show-toplevel", "--show-prefix"])
    else { throw GitError("git is needed to compare revisions, and cannot be run; install it") }
    let lines = answer.output.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard answer.status == 0, lines.count >= 2 else {
      throw GitError(
        "“\(folder)” is not in a git repository; compare two folders with --files OLD NEW")
    }
    top = String(decoding: lines[0], as: UTF8.self)
    var prefix = String(decoding: lines[1], as: UTF8.self)
    if !exists {
      if folder.hasPrefix("/") { throw GitError("there is no content folder “\(folder)”") }
      for part in folder.split(separator: "/") where part != "." { prefix += part + "/" }
    }
    self.prefix = prefix
  }

  /// What the folder holds in a revision.
  ///
  /// - Throws: `GitError` where there is no such revision, or no such folder in it.
  public func tree(of revision: String) throws(GitError) -> GitTree {
    let name = revision + "^{tree}"
    guard !revision.isEmpty, !revision.hasPrefix("-"),
      let found = GitProcess.run(["-C", top, "rev-parse", "--verify", "--quiet", name]),
      found.status == 0
    else { throw GitError("there is no revision “\(revision)” in this repository") }
    let id = String(decoding: found.output.filter { $0 != 0x0A }, as: UTF8.self)
    let folder = prefix.isEmpty ? id : "\(id):\(prefix.dropLast())"
    guard let list = GitProcess.run(["-C", top, "ls-tree", "-r", "-z", "--full-tree", folder]),
      list.status == 0
    else { throw GitError("there is no folder “\(prefix.dropLast())” in revision “\(revision)”") }
    return GitTree(id: id, list: list.output)
  }

  /// Paths, below the content folder, of what may differ between a revision and the working tree.
  public func changes(since tree: GitTree) throws(GitError) -> Set<String> {
    var arguments = [
      "-C", top, "diff", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--no-renames",
      "--no-relative", tree.id, "--",
    ]
    if !prefix.isEmpty { arguments.append(":(top,literal)" + prefix) }
    guard let answer = GitProcess.run(arguments), answer.status == 0 else {
      throw GitError("git diff failed in “\(top)”")
    }
    let paths = answer.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    return Set(paths.map { String($0.dropFirst(prefix.count)) })
  }

  /// What blobs hold, by their ids; those that cannot be read are left out.
  public func blobs(_ ids: Set<String>) -> [String: [UInt8]] {
    guard !ids.isEmpty else { return [:] }
    let input = ids.sorted().reduce(into: [UInt8]()) { $0 += Array(($1 + "\n").utf8) }
    guard
      let answer = GitProcess.run(["-C", top, "cat-file", "--batch", "--buffer"], input: input)
    else { return [:] }
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
    return blobs
  }
}

/// What a content folder holds in a revision.
public struct GitTree: Sendable {
  /// The id of the whole revision's tree.
  let id: String
  /// Ids of blobs by path below the content folder.
  public let blobs: [String: String]
  /// Symbolic links among them.
  public let links: Set<String>

  /// - Parameter list: what `git ls-tree -r -z` printed.
  init(id: String, list: [UInt8]) {
    self.id = id
    var blobs: [String: String] = [:]
    var links: Set<String> = []
    for entry in list.split(separator: 0) {
      guard let tab = entry.firstIndex(of: 0x09) else { continue }
      let words = entry[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 3, words[1] == "blob" else { continue }
      let path = String(decoding: entry[(tab + 1)...], as: UTF8.self)
      blobs[path] = words[2]
      if words[0] == "120000" { links.insert(path) }
    }
    self.blobs = blobs
    self.links = links
  }
}
