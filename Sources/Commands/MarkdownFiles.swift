internal import Cache

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A Markdown file that a command was given, or found in a folder that it was given.
struct MarkdownFile: Sendable {
  var path: String
  /// The folder of the brief whose section or notes it is; `nil` where it stands by itself.
  var briefFolder: String?
}

/// A path that cannot be worked on.
struct PathFault: Error, CustomStringConvertible {
  var description: String
}

/// The Markdown files at some paths, each once, in order. Hidden ones and links in folders are passed
/// over.
func markdownFiles(at paths: [String]) throws(PathFault) -> [MarkdownFile] {
  var seen: Set<String> = []
  var files: [MarkdownFile] = []
  for path in paths {
    var info = stat()
    guard stat(path, &info) == 0 else {
      throw PathFault(description: "“\(path)” cannot be read: \(String(cString: strerror(errno)))")
    }
    guard [S_IFDIR, S_IFREG].contains(info.st_mode & S_IFMT) else {
      throw PathFault(description: "“\(path)” is neither a file nor a folder")
    }
    var found: [String] = []
    if info.st_mode & S_IFMT == S_IFDIR {
      let root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      found = filePaths(in: root).filter { $0.hasSuffix(".md") }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        .map { "\(root)/\($0)" }.filter { !isLink($0) }
    } else {
      // A link stays one: what is rewritten is the file that it leads to.
      found = [isLink(path) ? resolved(path) : path]
    }
    for file in found where seen.insert(resolved(file)).inserted {
      files.append(MarkdownFile(path: file, briefFolder: briefFolder(of: file)))
    }
  }
  return files
}

/// The names of a folder's Markdown files, in the order in which a brief reads them.
func markdownNames(in folder: String) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = String(decoding: nameBytes(of: entry), as: UTF8.self)
    if !name.hasPrefix("."), name.hasSuffix(".md") { names.append(name) }
  }
  return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

private func briefFolder(of path: String) -> String? {
  let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  // A folder right in briefs/ is a brief, with a record or without.
  let parent = resolved(folder).split(separator: "/").dropLast().last
  var info = stat()
  let hasRecord = stat("\(folder)/brief.yaml", &info) == 0
  return hasRecord || parent == "briefs" ? folder : nil
}

private func isLink(_ path: String) -> Bool {
  var info = stat()
  return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK
}

private func resolved(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return path }
  defer { free(real) }
  return String(cString: real)
}
