internal import CMark
internal import Diagnostics
internal import Model

extension Lowering {
  /// What an item holds that was written for a definition is its note's.
  mutating func enterDefinition(_ marker: NoteMarker) {
    found.insert(marker.line)
    openMarkers.append(marker)
    builders.append(ProseBuilder())
  }

  mutating func leaveDefinition() {
    guard let marker = openMarkers.popLast(), let body = builders.popLast() else { return }
    let location = SourceLocation(
      file: file, position: source.map.position(line: marker.line, column: marker.column),
      length: marker.label.utf8.count + 3)
    if !isSafeLabel(marker.label.utf8) {
      findings.append(
        Finding(
          .error, "note-label", at: location,
          "the label “\(marker.label)” can be taken for markup where it is referred to",
          hint: "leave out * ` < & \\ | and _ at its ends"))
    }
    definitions.append(NoteDefinition(label: marker.label, body: body.prose, location: location))
  }

  /// The marker that an item was written for, if it was.
  func marker(of item: OpaquePointer) -> NoteMarker? {
    guard !markers.isEmpty, source.map.origins.isEmpty,
      let marker = markers[Int(cmark_node_get_start_line(item))],
      marker.column == Int(cmark_node_get_start_column(item))
    else { return nil }
    return marker
  }

  /// Whether a list is one of definitions only, and so none of the text's.
  func isAllDefinitions(_ list: OpaquePointer) -> Bool {
    if markers.isEmpty { return false }
    var child = cmark_node_first_child(list)
    while let item = child {
      if marker(of: item) == nil { return false }
      child = cmark_node_next(item)
    }
    return true
  }
}
