internal import Diagnostics
internal import Ingest
internal import Model

/// Where one side of a review was read from.
struct SideSource: Sendable {
  private enum Content {
    case folder(String)
    case files(ContentFiles)
  }

  private let content: Content
  /// What files, or the folder of one brief, are called in the portal that is made of them, by what they
  /// were called by whoever gave them; and the inverse.
  private let names: [String: String]
  private let givenNames: [String: String]

  /// A content folder.
  init(folder: String) {
    content = .folder(folder)
    (names, givenNames) = ([:], [:])
  }

  /// Files by their names below a content folder.
  ///
  /// - Parameter givenNames: by those names, of files or of folders that hold them.
  init(_ files: ContentFiles, givenNames: [String: String] = [:]) {
    content = .files(files)
    self.givenNames = givenNames
    names = Dictionary(
      givenNames.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameters:
  ///   - replacements: what files that are there are taken to hold instead; `nil` for none.
  ///   - briefs: files or folders of `briefs/`; `nil` for all.
  func portal(
    replacing replacements: [String: [UInt8]?] = [:], briefs: Set<String>?, jobs: Int,
    edition: Edition
  ) async throws(ContentFolderError) -> IngestedPortal {
    switch content {
    case .folder(let path):
      try await readForReview(
        at: path, edition: edition, replacing: replacements, briefs: briefs, jobs: jobs)
    case .files(let files):
      await readForReview(
        files, edition: edition, replacing: replacements, briefs: briefs, jobs: jobs)
    }
  }

  func bytes(of file: String) -> [UInt8]? {
    switch content {
    case .folder(let path): fileBytes("\(path)/\(file)")
    case .files(let files): files.bytes(of: Self.renamed(file, names))
    }
  }

  /// The text of a file, for quoting it.
  func lines(of file: String) -> SourceLines? {
    bytes(of: file).map { SourceLines($0.withoutByteOrderMark) }
  }

  /// A file as it was given.
  func shown(_ file: String) -> String { Self.renamed(file, givenNames) }

  func shown(_ finding: Finding) -> Finding {
    var finding = finding
    finding.location.file = shown(finding.location.file)
    for index in finding.related.indices {
      finding.related[index].location.file = shown(finding.related[index].location.file)
    }
    return finding
  }

  private static func renamed(_ file: String, _ names: [String: String]) -> String {
    if names.isEmpty { return file }
    if let name = names[file] { return name }
    // The nearest folder that has another name.
    var folder = file[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if let name = names[String(folder)] { return name + file[slash...] }
    }
    return file
  }
}
