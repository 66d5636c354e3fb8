internal import HTML
internal import Model

extension ProseWriter {
  func appendTitle(_ title: UnsafeBufferPointer<UInt8>, to sink: inout Sink) {
    guard !title.isEmpty else { return }
    sink.append("\" title=\"")
    sink.append(text: title)
  }

  /// An image's alternative is its inlines' text.
  func appendAlternative(
    _ prose: Prose, _ index: Int, bytes: UnsafeBufferPointer<UInt8>, to sink: inout Sink
  ) {
    for node in prose.nodes[(index + 1)..<Int(prose.nodes[index].end)] {
      switch node.kind {
      case .text, .code, .htmlInline:
        sink.append(
          text: UnsafeBufferPointer(rebasing: bytes[node.text.start..<node.text.end]))
      case .softBreak, .lineBreak: sink.append(" ")
      default: break
      }
    }
  }
}
