/// The files of a content folder that is not on disk: those of a revision in git, say.
public struct ContentFiles: Sendable {
  /// By path below the content folder, with `/`; `nil` for a file that is there and is not needed
  /// (a picture, a brief that is not read).
  private let files: [String: [UInt8]?]
  /// What each folder holds: names, and whether each is a folder.
  private let folders: [String: [String: Bool]]

  /// - Parameter files: by path below the content folder, with `/`; `nil` bytes for a file whose text
  ///   is not asked for.
  public init(_ files: [String: [UInt8]?]) {
    self.files = files
    var folders: [String: [String: Bool]] = [:]
    for path in files.keys {
      var folder = ""
      let parts = path.split(separator: "/")
      for (index, part) in parts.enumerated() {
        let isFolder = index < parts.count - 1
        folders[folder, default: [:]][String(part)] = isFolder
        folder += folder.isEmpty ? String(part) : "/\(part)"
      }
    }
    self.folders = folders
  }

  func isFile(_ path: String) -> Bool { files[path] != nil }
  func isFolder(_ path: String) -> Bool { folders[path] != nil }

  /// What a file holds; nothing for one that is not there.
  public func bytes(of path: String) -> [UInt8]? { files[path] ?? nil }

  /// Paths of what a folder holds, in the order of names' bytes.
  func entries(_ folder: String) -> [ContentFolder.Entry] {
    (folders[folder] ?? [:]).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
      ContentFolder.Entry(name: folder.isEmpty ? $0.key : "\(folder)/\($0.key)", isFolder: $0.value)
    }
  }
}
