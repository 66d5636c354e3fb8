public import Diagnostics

/// A Markdown file's bytes, apart from its front matter.
public struct MarkdownText: Sendable {
  /// The byte order mark and the front matter, as they are written.
  public var lead: [UInt8]
  public var body: [UInt8]

  /// Reads a file's bytes.
  ///
  /// - Parameter file: the name that findings give.
  /// - Throws: what keeps it from being read: it is no UTF-8, or its front matter does not end.
  public init(_ bytes: [UInt8], file: String) throws(UnreadableMarkdown) {
    let mark: [UInt8] = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
    let text = Array(bytes.dropFirst(mark.count))
    let log = FindingLog()
    let source = SourceFile(name: file, bytes: text)
    guard checkedText(text, file: file, log: log) else {
      throw UnreadableMarkdown(findings: log.findings)
    }
    let front = FrontMatter(source, log: log)
    if case .open = FrontMatter.extent(in: source) {
      throw UnreadableMarkdown(findings: log.findings)
    }
    lead = mark + text.dropLast(front.body.count)
    body = Array(front.body)
  }
}

/// Why a Markdown file could not be read.
public struct UnreadableMarkdown: Error {
  public var findings: [Finding]
}
