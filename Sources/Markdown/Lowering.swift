internal import CMark
internal import Diagnostics
internal import Model

/// Lowers libcmark's tree to a prose, in one walk.
struct Lowering {
  /// Deeper than this no person nests; what is deeper is a finding, and left out.
  static let deepest = 100

  let file: String
  let options: MarkdownOptions
  /// What libcmark parsed, and how its lines map to the file's.
  var source: ParsedSource
  /// The prose being built: the file's, or that of the note whose definition is open.
  var builder: ProseBuilder
  /// Those that go on when the definition ends, the file's first.
  var outerBuilders: [ProseBuilder] = []
  /// That of the note before, for its memory.
  var spareBuilder: ProseBuilder?
  var findings: [Finding] = []
  /// Note references inside a link or a picture's text: they follow it, since links do not nest.
  var hoisted: [ProseNode] = []
  var linkDepth = 0
  /// Bytes of the next text that are not the author's.
  var droppedBytes = 0
  /// The file's, found when a table first needs them.
  var linkDefinitions: [UInt8]?
  /// The markers of the text parsed, in their order.
  let markers: [NoteMarker]
  /// Indices of those whose items are open.
  var openMarkers: [Int] = []
  /// Lists of definitions alone that are open.
  var definitionLists: [OpaquePointer] = []
  var definitions: [NoteDefinition] = []
  /// By marker, whether it came out as an item.
  var isFound: [Bool]

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, markers: [NoteMarker], map: SourceMap, file: String,
    options: MarkdownOptions
  ) {
    source = ParsedSource(bytes: bytes, map: map)
    builder = ProseBuilder(size: bytes.count)
    self.file = file
    self.options = options
    self.markers = markers
    isFound = Array(repeating: false, count: markers.count)
    definitions.reserveCapacity(markers.count)
  }

  /// What was lowered, once; and by marker, whether it came out as an item.
  func result() -> (ParsedMarkdown, [Bool]) {
    (ParsedMarkdown(prose: builder.take(), definitions: definitions, findings: findings), isFound)
  }

  /// Lowers a node and all below it.
  mutating func lower(_ root: OpaquePointer) {
    guard let walk = CMarkWalk(root) else { return }
    while let (node, isEntered) = walk.next() {
      if isEntered {
        if enter(node) == .skip { walk.skip(node) }
      } else {
        leave(node)
      }
    }
  }

  mutating func lowerChildren(of parent: OpaquePointer) {
    var child = cmark_node_first_child(parent)
    while let node = child {
      lower(node)
      child = cmark_node_next(node)
    }
  }

  /// Lowers a paragraph that begins with a comma put before it.
  mutating func lowerParagraph(_ paragraph: OpaquePointer) {
    droppedBytes = 1
    lowerChildren(of: paragraph)
    droppedBytes = 0
  }

  mutating func lowerFirstParagraph(of document: borrowing CMarkDocument) {
    if let paragraph = cmark_node_first_child(document.root) { lowerParagraph(paragraph) }
  }

  private enum Step { case goOn, skip }

  private mutating func enter(_ node: OpaquePointer) -> Step {
    let type = cmark_node_get_type(node)
    switch type {
    case CMARK_NODE_TEXT:
      addText(node)
      return .goOn
    case CMARK_NODE_SOFTBREAK:
      builder.add(ProseNode(.softBreak))
      return .goOn
    default: break
    }
    if builder.depth + outerBuilders.count + 1 > Self.deepest, cmark_node_first_child(node) != nil {
      report(
        .error, "nesting", node,
        "quotations, lists or emphasis are nested more than \(Self.deepest) deep",
        hint: "write it with fewer levels")
      return .skip
    }
    let at = source.position(of: node)
    if type.rawValue <= CMARK_NODE_LAST_BLOCK.rawValue { source.enterBlock() }
    switch type {
    case CMARK_NODE_DOCUMENT: break
    case CMARK_NODE_PARAGRAPH:
      if options.hasExtensions {
        if addTable(node) || addFigure(node) { return .skip }
      }
      builder.enter(ProseNode(.paragraph, at: at))
    case CMARK_NODE_HEADING:
      let level = UInt8(clamping: cmark_node_get_heading_level(node))
      builder.enter(ProseNode(.heading, detail: level, at: at))
    case CMARK_NODE_BLOCK_QUOTE:
      if options.hasExtensions, addCallOut(node, at: at) { return .skip }
      builder.enter(ProseNode(.blockQuote, at: at))
    case CMARK_NODE_LIST:
      if isAllDefinitions(node) {
        definitionLists.append(node)
        return .goOn
      }
      var style: ListStyle = []
      if cmark_node_get_list_type(node) == CMARK_ORDERED_LIST { style.insert(.ordered) }
      if cmark_node_get_list_tight(node) != 0 { style.insert(.tight) }
      let start = Int(cmark_node_get_list_start(node))
      builder.enter(ProseNode(.list, detail: style.rawValue, value: start, at: at))
    case CMARK_NODE_ITEM:
      if let marker = marker(of: node) {
        enterDefinition(marker)
      } else {
        builder.enter(ProseNode(.item, at: at))
      }
    case CMARK_NODE_CODE_BLOCK:
      let text = builder.store(borrowed(cmark_node_get_literal(node)))
      let info = builder.store(borrowed(cmark_node_get_fence_info(node)))
      builder.add(ProseNode(.codeBlock, text: text, title: info, at: at))
    case CMARK_NODE_THEMATIC_BREAK: builder.add(ProseNode(.thematicBreak, at: at))
    case CMARK_NODE_HTML_BLOCK: addHTML(node, .htmlBlock)
    case CMARK_NODE_LINEBREAK:
      source.pass(node)
      builder.add(ProseNode(.lineBreak))
    case CMARK_NODE_CODE:
      let text = builder.store(borrowed(cmark_node_get_literal(node)))
      builder.add(ProseNode(.code, text: text, at: at))
    case CMARK_NODE_HTML_INLINE: addHTML(node, .htmlInline)
    case CMARK_NODE_EMPH: builder.enter(ProseNode(.emphasis, at: at))
    case CMARK_NODE_STRONG: builder.enter(ProseNode(.strong, at: at))
    case CMARK_NODE_LINK: enterLink(node)
    case CMARK_NODE_IMAGE: enterImage(node)
    default: return .skip
    }
    return .goOn
  }

  private mutating func leave(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: break
    case CMARK_NODE_HEADING:
      if options.hasExtensions { builder.takeHeadingID() }
      builder.leave()
    case CMARK_NODE_LIST:
      if definitionLists.last == node { definitionLists.removeLast() } else { builder.leave() }
    case CMARK_NODE_ITEM where marker(of: node) != nil: leaveDefinition()
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      builder.leave()
      linkDepth -= 1
      if linkDepth == 0 {
        for reference in hoisted { builder.add(reference) }
        hoisted = []
      }
    default: builder.leave()
    }
  }

  mutating func report(
    _ severity: Finding.Severity, _ rule: String, _ node: OpaquePointer, _ message: String,
    length: Int = 1, hint: String? = nil
  ) {
    findings.append(
      Finding(
        severity, rule,
        at: SourceLocation(file: file, position: source.exactPosition(of: node), length: length),
        message, hint: hint))
  }
}
