internal import HTML
internal import Model

// Pictures and tables in the text.

extension TypstWriter {
  func isAlone(_ prose: Prose, _ index: Int, _ parents: [Int]) -> Bool {
    guard let parent = parents.last, prose.nodes[parent].kind == .paragraph else { return false }
    return parent + 1 == index && prose.nodes[parent].end == prose.nodes[index].end
  }

  func writePicture(
    _ prose: Prose, _ index: Int, isAlone: Bool, to sink: inout Sink
  ) {
    let node = prose.nodes[index]
    let alternative = prose.plainText(in: (index + 1)..<Int(node.end))
    let name = prose.string(node.text)
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard node.detail == 1, ["png", "jpg", "jpeg", "gif", "svg", "webp"].contains(ending),
      let file = brief.files.first(where: { $0.name == name })
    else { return sink.append(typst: alternative) }
    let path = "\(prefix)-p\(pictures.count).\(ending)"
    let known = pictures.first { $0.source == file.source }?.path
    if known == nil { pictures.append((path, file.source)) }
    sink.append(isAlone ? "#picture(" : "#inline-picture(")
    sink.append(typstString: known ?? path, breaksWords: false)
    sink.append(", ")
    sink.append(typstString: alternative, breaksWords: false)
    sink.append(");")
  }

  /// A table in the text: columns share the width by what they hold.
  func writeTable(_ prose: Prose, _ index: Int, notes: NotePlace, to sink: inout Sink) {
    let rows = Array(prose.children(of: index))
    let count = max(1, Int(prose.nodes[index].value))
    var cells: [[Int]] = rows.map { Array(prose.children(of: $0)) }
    let alignments = (cells.first ?? []).map { cell -> String in
      switch ColumnAlignment(rawValue: prose.nodes[cell].detail) {
      case .center: "center"
      case .right: "end"
      default: "start"
      }
    }
    sink.append("\n\n#turned(")
    sink.append(count)
    sink.append(", figure(kind: \"table\", grid-of(")
    sink.append(count)
    sink.append(", alignment: (")
    sink.append(unsafe: alignments.map { $0 + "," }.joined())
    sink.append("), (")
    func cell(_ cell: Int, _ sink: inout Sink) {
      sink.append("[")
      write(
        prose, nodes: (cell + 1)..<Int(prose.nodes[cell].end), notes: notes, headingShift: 0,
        to: &sink)
      sink.append("],")
    }
    if let header = cells.first { for each in header.prefix(count) { cell(each, &sink) } }
    sink.append("),\n")
    cells = Array(cells.dropFirst())
    for row in cells {
      for each in row.prefix(count) { cell(each, &sink) }
      for _ in min(row.count, count)..<count { sink.append("[],") }
      sink.append("\n")
    }
    sink.append(")))\n\n")
  }
}
