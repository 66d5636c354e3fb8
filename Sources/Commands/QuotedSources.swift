internal import Diagnostics
internal import Ingest

/// Quotes files, each read once.
final class QuotedSources {
  private let read: (String) -> SourceLines?
  private var files: [String: SourceLines?] = [:]

  /// - Parameter content: a content folder.
  convenience init(content: String) { self.init { sourceLines(of: $0, in: content) } }

  init(read: @escaping (String) -> SourceLines?) { self.read = read }

  func lines(of file: String) -> SourceLines? {
    if let known = files[file] { return known }
    let lines = read(file)
    files[file] = lines
    return lines
  }
}
