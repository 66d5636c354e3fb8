// Format: a Markdown text laid out so that its diffs are clean.
// In: the bytes of a text, without front matter. Out: bytes that mean the same, one sentence a line,
// tables aligned, notes in the order of their references. What cannot be shown to mean the same is
// left as it was.
internal import Markdown

/// Lays a Markdown text out anew, without changing what it means.
///
/// What is laid out is laid out the same a second time. Line ends stay what they are.
///
/// - Parameters:
///   - bytes: UTF-8, without front matter.
///   - order: labels of notes in the order in which the brief refers to them; see `noteOrder(of:)`.
public func formatted(_ bytes: [UInt8], noteOrder order: [String]) -> [UInt8] {
  let once = formattedOnce(bytes, order)
  if once == bytes { return bytes }
  let twice = formattedOnce(once, order)
  if twice == once { return once }
  return formattedOnce(twice, order) == twice ? twice : bytes
}

/// The labels of notes in the order in which a brief's texts refer to them, then those that only its
/// notes refer to; empty where the texts refer to none.
///
/// - Parameter texts: the brief's sections in their order, and its notes, without front matter.
public func noteOrder(of texts: [[UInt8]]) -> [String] {
  var order: [String] = []
  var known: Set<String> = []
  var definitions: [String: Meaning.Labels] = [:]
  for text in texts {
    let parsed = parseMarkdown(text, file: "")
    for label in Meaning.labels(in: parsed.prose) where known.insert(label).inserted {
      order.append(label)
    }
    for definition in parsed.definitions where definitions[definition.label] == nil {
      definitions[definition.label] = Meaning.labels(in: definition.body)
    }
  }
  var index = 0
  while index < order.count {
    for label in definitions[order[index]] ?? [] where known.insert(label).inserted {
      order.append(label)
    }
    index += 1
  }
  return order
}

private func formattedOnce(_ bytes: [UInt8], _ order: [String]) -> [UInt8] {
  let meaning = Meaning(of: bytes)
  let end = lineEnd(of: bytes)
  var text = bytes
  let layout = markdownLayout(of: text)
  let kept = preformatted(in: text)
  let edits = layout.blocks.compactMap { block -> Edit? in
    guard let first = block.lines.first, let last = block.lines.last else { return nil }
    let range = first.lowerBound..<last.upperBound
    return kept.contains { $0.overlaps(range) } ? nil : edit(of: block, in: text, lineEnd: end)
  }
  text = settled(edits, in: text, meaning: meaning)
  if !order.isEmpty {
    let runs = markdownLayout(of: text).runs
    let edits = runs.compactMap { edit(of: $0, in: text, order: order) }
    text = settled(edits, in: text, meaning: meaning)
  }
  return settled([endOfText(text, lineEnd: end)].compactMap(\.self), in: text, meaning: meaning)
}

/// Bytes to be put in the place of others.
struct Edit {
  var range: Range<Int>
  var bytes: [UInt8]
}

/// How often a text is parsed to find the edits that change its meaning. People's texts need one.
private let mostTrials = 40

/// The text with those of the edits that do not change its meaning.
private func settled(_ edits: [Edit], in text: [UInt8], meaning: Meaning) -> [UInt8] {
  if edits.isEmpty { return text }
  var kept: [Edit] = []
  var best = text
  var trials = 0
  var open = [edits.indices]
  while let range = open.popLast(), trials < mostTrials {
    trials += 1
    let trial = applied(kept + edits[range], to: text)
    if Meaning(of: trial) == meaning {
      kept += edits[range]
      best = trial
    } else if range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      open += [middle..<range.upperBound, range.lowerBound..<middle]
    }
  }
  return best
}

private func applied(_ edits: [Edit], to text: [UInt8]) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(text.count + edits.count * 16)
  var at = 0
  for edit in edits {
    out += text[at..<edit.range.lowerBound]
    out += edit.bytes
    at = edit.range.upperBound
  }
  out += text[at...]
  return out
}

private func edit(
  of block: MarkdownLayout.Block, in text: [UInt8], lineEnd: [UInt8]
) -> Edit? {
  guard let first = block.lines.first, let last = block.lines.last else { return nil }
  let lines: [[UInt8]]
  switch block.kind {
  case .paragraph: lines = paragraphLines(block.lines.map { text[$0] })
  case .table(let lead, let columns, let rows):
    guard let table = tableLines(columns, rows.map { row in row.map { text[$0] } }) else {
      return nil
    }
    lines = block.lines[..<lead].map { Array(text[$0]) } + table
  }
  let range = first.lowerBound..<last.upperBound
  let bytes = Array(lines.joined(separator: lineEnd + block.indent))
  guard !text[range].elementsEqual(bytes) else { return nil }
  // By itself, too, it means what it did: so that one block that does not spares the others.
  let before = Array(block.lines.map { text[$0] }.joined(separator: [0x0A]))
  guard Meaning(of: before) == Meaning(of: Array(lines.joined(separator: [0x0A]))) else {
    return nil
  }
  return Edit(range: range, bytes: bytes)
}

/// Where raw HTML says that line ends mean something: from an opening tag to its closing one.
private func preformatted(in text: [UInt8]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var at = 0
  while let start = text[at...].firstIndex(of: UInt8(ascii: "<")) {
    at = start + 1
    guard let name = ["pre", "textarea"].first(where: { hasTag($0, at: at, in: text) }) else {
      continue
    }
    var next = at
    while let close = text[next...].firstIndex(of: UInt8(ascii: "<")) {
      next = close + 1
      guard hasTag("/" + name, at: next, in: text) else { continue }
      ranges.append(start..<next)
      at = next
      break
    }
    // What is not closed is mentioned, not used; nor is any after it.
    if at == start + 1 { break }
  }
  return ranges
}

private func hasTag(_ name: String, at start: Int, in text: [UInt8]) -> Bool {
  guard start + name.utf8.count < text.count else { return false }
  let found = text[start..<(start + name.utf8.count)].map {
    (65...90).contains($0) ? $0 | 0x20 : $0
  }
  let after = text[start + name.utf8.count]
  return found.elementsEqual(name.utf8) && !(97...122).contains(after | 0x20)
}

/// A run's definitions in the order of reference; those that nothing refers to last, as they stand.
private func edit(
  of run: [MarkdownLayout.Definition], in text: [UInt8], order: [String]
) -> Edit? {
  guard run.count > 1, let first = run.first, let last = run.last else { return nil }
  let ranks = Dictionary(
    order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  let sorted = run.enumerated().sorted { a, b in
    let (x, y) = (ranks[a.element.label] ?? Int.max, ranks[b.element.label] ?? Int.max)
    return x == y ? a.offset < b.offset : x < y
  }
  if sorted.map(\.offset) == Array(run.indices) { return nil }
  // What stands between two definitions, line ends and blank lines, stays in its place.
  var out: [UInt8] = []
  for (index, definition) in sorted.enumerated() {
    out += text[definition.element.range]
    if index + 1 < run.count {
      out += text[run[index].range.upperBound..<run[index + 1].range.lowerBound]
    }
  }
  return Edit(range: first.range.lowerBound..<last.range.upperBound, bytes: out)
}

/// One line end at the end of the text, and no blank lines.
private func endOfText(_ text: [UInt8], lineEnd: [UInt8]) -> Edit? {
  guard let last = text.lastIndex(where: { $0 > 0x20 }) else { return nil }
  var start = last + 1
  // Blanks of the last line may mean something; blank lines do not.
  while start < text.count, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
  if text[start...].elementsEqual(lineEnd) { return nil }
  return Edit(range: start..<text.count, bytes: lineEnd)
}

/// The end of the text's first line; a line feed where it has but one line.
private func lineEnd(of text: [UInt8]) -> [UInt8] {
  guard let first = text.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return [0x0A] }
  if text[first] == 0x0A { return [0x0A] }
  return first + 1 < text.count && text[first + 1] == 0x0A ? [0x0D, 0x0A] : [0x0D]
}
