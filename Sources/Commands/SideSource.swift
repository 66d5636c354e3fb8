internal import Diagnostics
internal import Ingest

/// Where one side of a review was read from.
struct SideSource: Sendable {
  private enum Content {
    case folder(String)
    case files(ContentFiles)
  }

  private let content: Content
  /// What one file, or the folder of one brief, is called in the portal that is made of it, and what it
  /// was called by whoever gave it.
  private let (name, givenName): (String, String)

  /// A content folder.
  init(folder: String) {
    content = .folder(folder)
    (name, givenName) = ("", "")
  }

  /// Files by their names below a content folder.
  init(_ files: ContentFiles, name: String = "", givenName: String = "") {
    content = .files(files)
    (self.name, self.givenName) = (name, givenName)
  }

  /// - Parameters:
  ///   - replacements: what files that are there are taken to hold instead.
  ///   - briefs: files or folders of `briefs/`; `nil` for all.
  func portal(
    replacing replacements: [String: [UInt8]] = [:], briefs: Set<String>?, jobs: Int
  ) async throws(ContentFolderError) -> IngestedPortal {
    switch content {
    case .folder(let path):
      try await readForReview(at: path, replacing: replacements, briefs: briefs, jobs: jobs)
    case .files(let files):
      await readForReview(files, replacing: replacements, briefs: briefs, jobs: jobs)
    }
  }

  func bytes(of file: String) -> [UInt8]? {
    switch content {
    case .folder(let path): fileBytes("\(path)/\(file)")
    case .files(let files): files.bytes(of: Self.renamed(file, givenName, name))
    }
  }

  /// The text of a file, for quoting it.
  func lines(of file: String) -> SourceLines? {
    bytes(of: file).map {
      SourceLines($0.starts(with: [0xEF, 0xBB, 0xBF]) ? Array($0.dropFirst(3)) : $0)
    }
  }

  /// A file as it was given.
  func shown(_ file: String) -> String { Self.renamed(file, name, givenName) }

  func shown(_ finding: Finding) -> Finding {
    var finding = finding
    finding.location.file = shown(finding.location.file)
    for index in finding.related.indices {
      finding.related[index].location.file = shown(finding.related[index].location.file)
    }
    return finding
  }

  private static func renamed(_ file: String, _ from: String, _ to: String) -> String {
    if from.isEmpty { return file }
    if file == from { return to }
    return file.hasPrefix(from + "/") ? to + file.dropFirst(from.count) : file
  }
}
