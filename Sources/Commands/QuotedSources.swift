internal import Diagnostics
internal import Ingest

/// Quotes files of a content folder, each read once.
final class QuotedSources {
  private let content: String
  private var files: [String: SourceLines?] = [:]

  init(content: String) { self.content = content }

  func lines(of file: String) -> SourceLines? {
    if let known = files[file] { return known }
    let lines = sourceLines(of: file, in: content)
    files[file] = lines
    return lines
  }
}
