public import HTML
public import Model

/// Writes prose as HTML, in one pass over its nodes and without recursion, so that depth of nesting
/// costs nothing.
public struct ProseWriter {
  public enum Dialect: Sendable {
    /// The bytes of CommonMark's reference renderer: `<br />`, raw HTML as it came, no anchors.
    case commonMark
    /// What the site's pages hold: HTML5, anchors, notes, typed links and figures.
    case page
    /// The same as XHTML for an EPUB: no raw HTML, which need not be well-formed; links and pictures
    /// only where they lead somewhere.
    case publication
    /// What a feed carries: no raw HTML, whose addresses nobody knows, and none of what needs the site's
    /// style sheet.
    case feed
  }

  let dialect: Dialect
  let brief: Int?
  let isElsewhere: Bool
  let links: Links
  let strings: any InterfaceStrings
  /// Added to headings' levels.
  private let headingShift: Int
  /// Whether mentions get anchors: only where the prose stands at its own place in the text.
  private let anchorsMentions: Bool
  /// Gives paragraphs anchors and links to them; `nil` where they have none.
  private let paragraphs: ParagraphAnchors?
  private let figure: (Prose, Int, Target, inout Sink) -> Void
  private let scratch = Scratch()

  /// Memory for what is open, kept from one writing to the next.
  private final class Scratch {
    var open: [Int] = []
  }

  /// - Parameters:
  ///   - brief: the brief whose notes the prose refers to; index in the portal's briefs.
  ///   - isElsewhere: whether its notes stand on other pages alone, as those of another brief's figure.
  ///   - figure: writes a figure, given the prose, the index of its node there and its target.
  public init(
    _ dialect: Dialect = .page, brief: Int?, isElsewhere: Bool = false, links: Links,
    strings: any InterfaceStrings, headingShift: Int = 0, anchorsMentions: Bool = false,
    figure: @escaping (Prose, Int, Target, inout Sink) -> Void = { _, _, _, _ in }
  ) {
    self.dialect = dialect == .page && links.publication != nil ? .publication : dialect
    self.brief = brief
    self.isElsewhere = isElsewhere
    self.links = links
    self.strings = strings
    self.headingShift = headingShift
    self.anchorsMentions = anchorsMentions
    self.figure = figure
    paragraphs = nil
  }

  /// The same with links to its paragraphs.
  init(_ other: ProseWriter, paragraphs: ParagraphAnchors) {
    dialect = other.dialect
    brief = other.brief
    isElsewhere = other.isElsewhere
    links = other.links
    strings = other.strings
    headingShift = other.headingShift
    anchorsMentions = other.anchorsMentions
    figure = other.figure
    self.paragraphs = paragraphs
  }

  /// Writes all of a prose.
  public func write(_ prose: Prose, to sink: inout Sink) {
    write(prose, nodes: 0..<prose.nodes.count, to: &sink)
  }

  /// Writes some of its nodes: whole subtrees, such as one block.
  public func write(_ prose: Prose, nodes range: Range<Int>, to sink: inout Sink) {
    let start = sink.count
    // Taken out while it is used: a figure may have prose written by the same writer.
    var open: [Int] = []
    swap(&open, &scratch.open)
    defer {
      if !open.isEmpty { open.removeAll(keepingCapacity: true) }
      swap(&open, &scratch.open)
    }
    prose.bytes.withUnsafeBufferPointer { bytes in
      var at = range.lowerBound
      while at < range.upperBound || !open.isEmpty {
        if let last = open.last, at >= Int(prose.nodes[last].end) {
          open.removeLast()
          leave(prose, last, parents: open, start: start, to: &sink)
          continue
        }
        guard at < range.upperBound else { break }
        let node = prose.nodes[at]
        switch enter(prose, at, bytes: bytes, parents: open, start: start, to: &sink) {
        case .children:
          open.append(at)
          at += 1
        case .done: at = Int(node.end)
        }
      }
    }
  }

  private enum Step { case children, done }

  private func enter(
    _ prose: Prose, _ index: Int, bytes: UnsafeBufferPointer<UInt8>, parents: [Int], start: Int,
    to sink: inout Sink
  ) -> Step {
    let node = prose.nodes[index]
    func slice(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: bytes[range.start..<range.end])
    }
    let isPage = dialect != .commonMark
    switch node.kind {
    case .paragraph:
      if prose.isTight(parents) { return .children }
      sink.freshLine(after: start)
      if let paragraphs {
        paragraphs.begin(prose, index, bytes: bytes, to: &sink)
      } else {
        sink.append("<p>")
      }
    case .heading:
      sink.freshLine(after: start)
      sink.append("<h")
      sink.append(min(6, Int(node.detail) + headingShift))
      if isPage, dialect != .feed, !node.text.isEmpty {
        sink.append(" id=\"")
        sink.append(text: slice(node.text))
        sink.append("\"")
      }
      sink.append(">")
    case .blockQuote:
      sink.freshLine(after: start)
      sink.append("<blockquote>\n")
    case .callOut:
      let kind = CallOut(rawValue: node.detail) ?? .note
      sink.freshLine(after: start)
      sink.append("<div class=\"call-out ")
      sink.append(unsafe: kind.name)
      sink.append("\" role=\"note\">\n")
      let first = index + 1
      if first >= Int(node.end) || prose.nodes[first].kind != .callOutTitle {
        sink.append("<p class=\"call-out-title\">")
        sink.append(text: strings.callOut(kind))
        sink.append("</p>\n")
      }
    case .callOutTitle:
      sink.append("<p class=\"call-out-title\">")
    case .list:
      sink.freshLine(after: start)
      if ListStyle(rawValue: node.detail).contains(.ordered) {
        if node.value == 1 {
          sink.append("<ol>\n")
        } else {
          sink.append("<ol start=\"")
          sink.append(Int(node.value))
          sink.append("\">\n")
        }
      } else {
        sink.append("<ul>\n")
      }
    case .item:
      sink.freshLine(after: start)
      sink.append("<li>")
    case .codeBlock:
      sink.freshLine(after: start)
      sink.append(isPage && dialect != .feed ? "<pre tabindex=\"0\"><code" : "<pre><code")
      let info = slice(node.title).prefix { $0 != 0x20 && $0 != 0x09 }
      if !info.isEmpty {
        sink.append(" class=\"language-")
        sink.append(text: UnsafeBufferPointer(rebasing: info))
        sink.append("\"")
      }
      sink.append(">")
      sink.append(text: slice(node.text))
      sink.append("</code></pre>\n")
      return .done
    case .htmlBlock:
      if isWithoutHTML { return .done }
      sink.freshLine(after: start)
      sink.append(slice(node.text))
      sink.freshLine(after: start)
      return .done
    case .thematicBreak:
      sink.freshLine(after: start)
      sink.append(dialect == .page ? "<hr>\n" : "<hr />\n")
      return .done
    case .table:
      sink.freshLine(after: start)
      if dialect == .feed {
        sink.append("<table>\n")
        return .children
      }
      sink.append("<div class=\"")
      sink.append(text: isPage ? TableWidth(of: prose, node: index).name : "table")
      sink.append("\" role=\"group\" tabindex=\"0\" aria-label=\"")
      sink.append(text: strings.tableInText)
      sink.append("\">\n<table>\n")
    case .tableRow:
      sink.append(node.detail == 1 ? "<thead>\n<tr>\n" : isFirstBodyRow(prose, index, parents))
    case .tableCell:
      let isHeader = parents.last.map { prose.nodes[$0].detail == 1 } ?? false
      sink.append(isHeader ? "<th scope=\"col\"" : "<td")
      switch ColumnAlignment(rawValue: node.detail) {
      case .left: sink.append(" class=\"left\"")
      case .center: sink.append(" class=\"center\"")
      case .right: sink.append(" class=\"right\"")
      default: break
      }
      sink.append(">")
    case .figure:
      sink.freshLine(after: start)
      if let target = prose.references[Int(node.value)].target {
        figure(prose, index, target, &sink)
      }
      return .done
    case .text:
      sink.append(text: slice(node.text))
      return .done
    case .softBreak:
      sink.append("\n")
      return .done
    case .lineBreak:
      sink.append(dialect == .page ? "<br>\n" : "<br />\n")
      return .done
    case .code:
      sink.append("<code>")
      sink.append(text: slice(node.text))
      sink.append("</code>")
      return .done
    case .htmlInline:
      if !isWithoutHTML { sink.append(slice(node.text)) }
      return .done
    case .emphasis: sink.append("<em>")
    case .strong: sink.append("<strong>")
    case .link:
      if leads(prose, node) {
        sink.append("<a href=\"")
        appendAddress(node, slice(node.text), to: &sink)
        appendTitle(slice(node.title), to: &sink)
        sink.append("\">")
      }
      if isPage, Int(node.end) == index + 1 { sink.append(text: slice(node.text)) }
    case .image:
      guard isShown(prose, node) else {
        appendAlternative(prose, index, bytes: bytes, to: &sink)
        return .done
      }
      sink.append("<img src=\"")
      appendAddress(node, slice(node.text), to: &sink)
      sink.append("\" alt=\"")
      appendAlternative(prose, index, bytes: bytes, to: &sink)
      appendTitle(slice(node.title), to: &sink)
      sink.append(dialect == .page ? "\">" : "\" />")
      return .done
    case .noteReference:
      writeNoteReference(node, to: &sink)
      return .done
    case .reference:
      let reference = prose.references[Int(node.value)]
      guard let target = reference.target else { return .children }
      guard let href = links.href(target, anchor: reference.anchor) else {
        if Int(node.end) == index + 1 { sink.append(text: links.label(target, strings: strings)) }
        return .children
      }
      sink.append("<a href=\"")
      sink.append(url: href)
      if anchorsMentions, node.ordinal > 0 {
        sink.append("\" id=\"")
        sink.append(text: links.mentionAnchor(target, ordinal: Int(node.ordinal)))
      }
      sink.append("\" class=\"to-")
      sink.append(unsafe: target.kind.rawValue)
      sink.append("\">")
      if Int(node.end) == index + 1 { sink.append(text: links.label(target, strings: strings)) }
    }
    return .children
  }

  private func leave(
    _ prose: Prose, _ index: Int, parents: [Int], start: Int, to sink: inout Sink
  ) {
    let node = prose.nodes[index]
    switch node.kind {
    case .paragraph:
      if prose.isTight(parents) { return }
      paragraphs?.end(to: &sink)
      sink.append("</p>\n")
    case .heading:
      sink.append("</h")
      sink.append(min(6, Int(node.detail) + headingShift))
      sink.append(">\n")
    case .blockQuote:
      sink.freshLine(after: start)
      sink.append("</blockquote>\n")
    case .callOut:
      sink.freshLine(after: start)
      sink.append("</div>\n")
    case .callOutTitle: sink.append("</p>\n")
    case .list:
      let isOrdered = ListStyle(rawValue: node.detail).contains(.ordered)
      sink.append(isOrdered ? "</ol>\n" : "</ul>\n")
    case .item: sink.append("</li>\n")
    case .table:
      let hasBody = index + 1 < Int(node.end) && prose.nodes[index + 1].end < node.end
      sink.append(hasBody ? "</tbody>\n</table>\n" : "</table>\n")
      if dialect != .feed { sink.append("</div>\n") }
    case .tableRow: sink.append(node.detail == 1 ? "</tr>\n</thead>\n" : "</tr>\n")
    case .tableCell:
      let isHeader = parents.last.map { prose.nodes[$0].detail == 1 } ?? false
      sink.append(isHeader ? "</th>\n" : "</td>\n")
    case .emphasis: sink.append("</em>")
    case .strong: sink.append("</strong>")
    case .link: if leads(prose, node) { sink.append("</a>") }
    case .reference:
      let reference = prose.references[Int(node.value)]
      if let target = reference.target, leads(target, anchor: reference.anchor) {
        sink.append("</a>")
      }
    default: break
    }
  }

  private func isFirstBodyRow(_ prose: Prose, _ index: Int, _ parents: [Int]) -> StaticString {
    guard let table = parents.last, Int(prose.nodes[table + 1].end) == index else {
      return "<tr>\n"
    }
    return "<tbody>\n<tr>\n"
  }

  private func appendAddress(
    _ node: ProseNode, _ address: UnsafeBufferPointer<UInt8>, to sink: inout Sink
  ) {
    if node.detail == 1, let brief {
      let (name, brief) = (String(decoding: address, as: UTF8.self), links.portal.briefs[brief])
      let href =
        node.kind == .image ? links.picture(name, of: brief) : links.document(name, of: brief)
      return sink.append(url: href ?? "")
    }
    if dialect != .commonMark, isDangerousURL(address) { return }
    if dialect == .feed, let brief {
      return sink.append(
        url: links.absolute(address: String(decoding: address, as: UTF8.self), from: .brief(brief)))
    }
    sink.append(url: address)
  }

  /// Whether raw HTML is left out.
  private var isWithoutHTML: Bool { dialect == .publication || dialect == .feed }

  // On the site every link leads somewhere and every picture is there, which is known without a look.

  private func leads(_ target: Target, anchor: String?) -> Bool {
    dialect != .publication || links.href(target, anchor: anchor) != nil
  }

  private func leads(_ prose: Prose, _ node: ProseNode) -> Bool {
    guard dialect == .publication else { return true }
    let address = prose.string(node.text)
    if node.detail == 1, let brief {
      return links.document(address, of: links.portal.briefs[brief]) != nil
    }
    return links.reach(address: address) != nil
  }

  private func isShown(_ prose: Prose, _ node: ProseNode) -> Bool {
    guard dialect == .publication else { return true }
    guard node.detail == 1, let brief else { return false }
    return links.picture(prose.string(node.text), of: links.portal.briefs[brief]) != nil
  }
}

extension Sink {
  /// Ends the line, unless nothing was written on it.
  fileprivate mutating func freshLine(after start: Int) {
    if count > start, last != UInt8(ascii: "\n") { append("\n") }
  }
}

extension Prose {
  /// Whether what stands in these nodes, the innermost last, is an item of a tight list, whose paragraphs are
  /// none (CommonMark 0.30, 5.3).
  func isTight(_ parents: [Int]) -> Bool {
    guard parents.count >= 2 else { return false }
    let list = nodes[parents[parents.count - 2]]
    return list.kind == .list && ListStyle(rawValue: list.detail).contains(.tight)
  }
}
