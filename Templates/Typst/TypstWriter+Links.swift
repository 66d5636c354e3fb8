internal import HTML
internal import Model

// Links: within the document where it holds what they name, else to the web.

extension TypstWriter {
  func headingLabel(_ anchor: String, in section: Int) -> String {
    let entries = brief.sections[section].contents
    let position = entries.firstIndex { $0.anchor == anchor } ?? entries.count
    return "s\(section)-h\(position)"
  }

  /// The label of a record in the document, without the brief's prefix.
  private func name(of target: Target, anchor: String?) -> String? {
    guard target.brief == index || target.kind == .term else { return nil }
    switch target.kind {
    case .section:
      return anchor.map { headingLabel($0, in: target.index) } ?? "s\(target.index)"
    case .map: return "m\(target.index)"
    case .table: return "t\(target.index)"
    case .chart: return "c\(target.index)"
    case .note: return "n\(target.index)"
    case .event: return "e\(target.index)"
    case .source: return "q\(target.index)"
    case .zone: return brief.zone(at: target.index).map { map, _ in "m\(map)" }
    case .term: return "g\(target.index)"
    default: return nil
    }
  }

  func writeReference(
    _ prose: Prose, _ index: Int, notes: NotePlace, to sink: inout Sink
  ) {
    let node = prose.nodes[index]
    let reference = prose.references[Int(node.value)]
    let isBare = Int(node.end) == index + 1
    func words(_ sink: inout Sink) {
      if isBare, let target = reference.target, target.kind == .note, target.brief == self.index,
        let number = numbers?[target.index]
      {
        sink.append(typst: strings.noteInText(number))
      } else if isBare, let target = reference.target {
        sink.append(typst: links.label(target, strings: strings))
      } else {
        write(
          prose, nodes: (index + 1)..<Int(node.end), notes: notes, headingShift: 0, to: &sink)
      }
    }
    guard let target = reference.target else { return words(&sink) }
    if let label = name(of: target, anchor: reference.anchor).flatMap(label) {
      // A label that was generated tells the page too, as paper has no links.
      let tellsPage = isBare && [.map, .table, .chart, .section].contains(target.kind)
      sink.append(tellsPage ? "#see(<" : "#link(<")
      sink.append(unsafe: label)
      sink.append(">)[")
      words(&sink)
      return sink.append("];")
    }
    if let address = webAddress(of: target, anchor: reference.anchor) {
      sink.append("#link(")
      sink.append(typstString: address, breaksWords: false)
      sink.append(")[")
      words(&sink)
      return sink.append("];")
    }
    words(&sink)
  }

  /// The address on the web; none where the portal has no address of its own.
  func webAddress(of target: Target, anchor: String? = nil) -> String? {
    guard !portal.baseURL.isEmpty, let (page, own) = Links.location(of: target, in: portal) else {
      return nil
    }
    let fragment = (anchor ?? own).map { "#" + urlComponent($0) } ?? ""
    return links.canonical(page) + fragment
  }

  var webAddress: String? { portal.baseURL.isEmpty ? nil : links.canonical(.brief(index)) }

  func address(of node: ProseNode, _ text: String) -> String? {
    if node.detail == 1 {
      return portal.baseURL.isEmpty ? nil : links.absolute(path: brief.path(ofFile: text))
    }
    guard !isDangerousURL(text.utf8), let colon = text.firstIndex(of: ":"),
      !text[..<colon].contains("/"), !text[..<colon].isEmpty
    else { return nil }
    return text
  }
}
