internal import CMark
internal import Diagnostics
internal import Model

extension Lowering {
  mutating func enterLink(_ node: OpaquePointer) {
    linkDepth += 1
    let address = borrowed(cmark_node_get_url(node))
    let at = source.exactPosition(of: node)
    guard options.hasExtensions else {
      return enterAddress(.link, node, address, at)
    }
    reportNoteLikeLink(node)
    switch Destination(address) {
    case .typed(let kind, let name):
      let index = builder.add(Reference(kind: kind, name: name))
      builder.enter(ProseNode(.reference, value: index, at: at))
    case let destination:
      reportUnusable(destination, node)
      enterAddress(.link, node, address, at)
    }
  }

  /// `[^label](…)` is a link in CommonMark, which nobody means.
  private mutating func reportNoteLikeLink(_ link: OpaquePointer) {
    guard let text = cmark_node_first_child(link), cmark_node_get_type(text) == CMARK_NODE_TEXT,
      borrowed(cmark_node_get_literal(text)).first == UInt8(ascii: "^")
    else { return }
    report(
      .error, "note-link", link, "this is read as a link, and not as a note", length: 2,
      hint: "leave no blank in the label, and one between a note and a bracket after it")
  }

  mutating func enterImage(_ node: OpaquePointer) {
    linkDepth += 1
    let address = borrowed(cmark_node_get_url(node))
    if options.hasExtensions {
      switch Destination(address) {
      case .typed:
        report(
          .error, "figure-place", node, "a figure stands alone in its paragraph", length: 2,
          hint: "put a blank line before and after it")
      case let destination: reportUnusable(destination, node)
      }
    }
    enterAddress(.image, node, address, source.exactPosition(of: node))
  }

  private mutating func enterAddress(
    _ kind: ProseNode.Kind, _ node: OpaquePointer, _ address: UnsafeBufferPointer<UInt8>,
    _ at: SourcePosition
  ) {
    let text = builder.store(address)
    let title = builder.store(borrowed(cmark_node_get_title(node)))
    builder.enter(ProseNode(kind, text: text, title: title, at: at))
  }

  /// A figure is a paragraph that holds an image of a map or a table, and nothing else.
  mutating func addFigure(_ paragraph: OpaquePointer) -> Bool {
    guard let image = cmark_node_first_child(paragraph), cmark_node_next(image) == nil,
      cmark_node_get_type(image) == CMARK_NODE_IMAGE,
      case .typed(let kind, let name) = Destination(borrowed(cmark_node_get_url(image)))
    else { return false }
    let at = source.exactPosition(of: image)
    guard kind.isFigure else {
      report(
        .error, "figure-kind", image, "“\(kind.rawValue):” cannot be shown as a figure", length: 2,
        hint: "a map or a table can; for a link, leave out the “!”")
      return true
    }
    let index = builder.add(Reference(kind: kind, name: name))
    builder.enter(ProseNode(.figure, value: index, at: at))
    lowerChildren(of: image)
    builder.leave()
    return true
  }

  private mutating func reportUnusable(_ destination: Destination, _ node: OpaquePointer) {
    switch destination {
    case .dangerous(let scheme):
      report(
        .error, "dangerous-link", node, "a link to “\(scheme):” could run code in the page",
        hint: "link to an address that begins with https:")
    case .unknown(let scheme):
      report(
        .error, "link-kind", node, "“\(scheme):” is no kind of link",
        hint: didYouMean(scheme, among: TargetKind.allCases.map(\.rawValue))
          ?? "typed links are \(TargetKind.allCases.map { "\($0.rawValue):" }.joined(separator: ", "))"
      )
    default: break
    }
  }
}
