internal import Diagnostics
internal import Model

/// Reads Markdown.
///
/// - Parameters:
///   - bytes: UTF-8, checked by the caller.
///   - file: the name that findings give.
///   - firstLine: the line of the file on which `bytes` begin, from 1.
public func parseMarkdown(
  _ bytes: some Collection<UInt8>, file: String, firstLine: Int = 1,
  options: MarkdownOptions = MarkdownOptions()
) -> ParsedMarkdown {
  let parsed = bytes.withContiguousStorageIfAvailable {
    parse($0, file: file, firstLine: firstLine, options: options)
  }
  if let parsed { return parsed }
  return Array(bytes).withUnsafeBufferPointer {
    parse($0, file: file, firstLine: firstLine, options: options)
  }
}

/// Reads a text as the inlines of one paragraph, whatever blocks it looks like: `1. April`, `> 50`.
/// Line ends are blanks. Positions are those in the text.
public func parseInlines(
  _ bytes: [UInt8], file: String, options: MarkdownOptions = MarkdownOptions()
) -> ParsedMarkdown {
  var cell = CellText()
  cell.addCell(bytes, at: SourcePosition(line: 1, column: 1), hasBars: false)
  return cell.bytes.withUnsafeBufferPointer { text in
    var map = SourceMap()
    map.origins = cell.origins
    var lowering = Lowering(text, markers: [], map: map, file: file, options: options)
    if let document = CMarkDocument(text) { lowering.lowerFirstParagraph(of: document) }
    return lowering.result().0
  }
}

private let mostRounds = 20

private func parse(
  _ bytes: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int,
  options: MarkdownOptions
) -> ParsedMarkdown {
  parseSettlingMarkers(bytes, file: file, firstLine: firstLine, options: options).parsed
}

/// Parses until each line taken for a note's definition came out as one; gives these lines too.
func parseSettlingMarkers(
  _ bytes: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int,
  options: MarkdownOptions
) -> (parsed: ParsedMarkdown, markers: [NoteMarker]) {
  var map = SourceMap(linesBefore: firstLine - 1)
  guard options.hasExtensions else {
    return (lower(bytes, markers: [], map: map, file: file, options: options).parsed, [])
  }
  var markers = noteMarkers(in: bytes)
  // Each round puts back the lines that were code. What people write is settled in two.
  for round in 1...mostRounds {
    if markers.isEmpty {
      return (lower(bytes, markers: [], map: map, file: file, options: options).parsed, [])
    }
    map.shift(by: markers)
    let text = rewritten(bytes, markers)
    var (parsed, isFound) = text.withUnsafeBufferPointer {
      lower($0, markers: markers, map: map, file: file, options: options)
    }
    guard let first = isFound.firstIndex(of: false) else { return (parsed, markers) }
    if round == mostRounds {
      let lost = markers[first]
      parsed.findings.append(
        Finding(
          .error, "note-place",
          at: SourceLocation(
            file: file, position: map.position(line: lost.line, column: lost.column)),
          "whether this line defines a note cannot be told",
          hint: "put a blank line before it, and do not indent it"))
      return (parsed, markers)
    }
    markers = zip(markers, isFound).filter(\.1).map(\.0)
  }
  return (ParsedMarkdown(prose: Prose(), definitions: [], findings: []), [])
}

/// One parse: what it gave, and by marker, whether it came out as a definition.
private func lower(
  _ bytes: UnsafeBufferPointer<UInt8>, markers: [NoteMarker], map: SourceMap, file: String,
  options: MarkdownOptions
) -> (parsed: ParsedMarkdown, isFound: [Bool]) {
  var lowering = Lowering(bytes, markers: markers, map: map, file: file, options: options)
  if let document = CMarkDocument(bytes) { lowering.lower(document.root) }
  return lowering.result()
}
