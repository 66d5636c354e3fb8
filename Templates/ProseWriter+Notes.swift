internal import HTML
internal import Model

extension ProseWriter {
  /// A reference to a note: to the note beside the text, in a feed to the one at the entry's end.
  func writeNoteReference(_ node: ProseNode, to sink: inout Sink) {
    guard let brief, node.value >= 0 else { return }
    let label = links.portal.briefs[brief].notes[Int(node.value)].label
    let number = links.portal.briefs[brief].notes[Int(node.value)].number
    let ordinal = Int(node.ordinal)
    if isElsewhere {
      let way = links.href(Target(.note, brief: brief, index: Int(node.value)))
      sink.append("<sup>")
      if let way {
        sink.append("<a href=\"")
        sink.append(url: way)
        sink.append("\" aria-label=\"")
        sink.append(text: strings.note(number))
        sink.append("\">")
      }
      sink.append(number, strings)
      sink.append(way == nil ? "</sup>" : "</a></sup>")
      return
    }
    if dialect == .publication {
      sink.append("<sup><a epub:type=\"noteref\" href=\"")
      sink.append(url: EPUBPart.notes.fileName)
      sink.append("#")
    } else {
      sink.append("<sup><a href=\"#")
    }
    if dialect == .feed { sink.append(urlComponent: links.anchorPrefix) }
    sink.append(urlComponent: Note.anchor(of: label))
    if ordinal > 0 {
      sink.append("\" id=\"")
      if dialect == .feed { sink.append(text: links.anchorPrefix) }
      sink.append(text: Note.referenceAnchor(ordinal, of: label))
    }
    sink.append("\" role=\"doc-noteref\" aria-label=\"")
    sink.append(text: strings.note(number))
    sink.append("\">")
    sink.append(number, strings)
    sink.append("</a></sup>")
  }
}
