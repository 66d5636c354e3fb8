internal import Diagnostics
internal import Model

/// Reads Markdown.
///
/// - Parameters:
///   - bytes: UTF-8, checked by the caller.
///   - file: the name that findings give.
///   - firstLine: the line of the file on which `bytes` begin, from 1.
///   - firstColumn: the byte column of that line on which they begin, from 1.
public func parseMarkdown(
  _ bytes: some Collection<UInt8>, file: String, firstLine: Int = 1, firstColumn: Int = 1,
  options: MarkdownOptions = MarkdownOptions()
) -> ParsedMarkdown {
  let parsed = bytes.withContiguousStorageIfAvailable {
    parse($0, file: file, firstLine: firstLine, firstColumn: firstColumn, options: options)
  }
  if let parsed { return parsed }
  return Array(bytes).withUnsafeBufferPointer {
    parse($0, file: file, firstLine: firstLine, firstColumn: firstColumn, options: options)
  }
}

private func parse(
  _ bytes: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int, firstColumn: Int,
  options: MarkdownOptions
) -> ParsedMarkdown {
  var map = SourceMap(linesBefore: firstLine - 1, firstColumnShift: firstColumn - 1)
  guard options.hasExtensions else {
    return lower(bytes, markers: [], map: map, file: file, options: options).parsed
  }
  var markers = noteMarkers(in: bytes)
  // Each round puts back the lines that were code; more than a few rounds means lines that take
  // turns, and then what did come out as a definition stands.
  for round in 1...8 {
    if markers.isEmpty {
      return lower(bytes, markers: [], map: map, file: file, options: options).parsed
    }
    map.shifts = Dictionary(
      markers.map { ($0.line, (column: $0.column, shift: $0.shift)) }, uniquingKeysWith: { a, _ in a })
    let text = rewritten(bytes, markers)
    let (parsed, found) = text.withUnsafeBufferPointer {
      lower($0, markers: markers, map: map, file: file, options: options)
    }
    if found.count == markers.count || round == 8 { return parsed }
    markers = markers.filter { found.contains($0.line) }
  }
  return ParsedMarkdown(prose: Prose(), definitions: [], findings: [])
}

/// One parse: what it gave, and the lines of the markers that came out as definitions.
private func lower(
  _ bytes: UnsafeBufferPointer<UInt8>, markers: [NoteMarker], map: SourceMap, file: String,
  options: MarkdownOptions
) -> (parsed: ParsedMarkdown, found: Set<Int>) {
  var lowering = Lowering(bytes, markers: markers, map: map, file: file, options: options)
  if let document = CMarkDocument(bytes) { lowering.lower(document.root) }
  return lowering.result()
}
