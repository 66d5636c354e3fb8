internal import CMark
internal import Diagnostics
internal import Model

extension Lowering {
  /// What an item holds that was written for a definition is its note's.
  mutating func enterDefinition(_ marker: Int) {
    isFound[marker] = true
    openMarkers.append(marker)
    outerBuilders.append(builder)
    builder = spareBuilder ?? ProseBuilder()
    spareBuilder = nil
  }

  mutating func leaveDefinition() {
    guard let index = openMarkers.popLast(), let outer = outerBuilders.popLast() else { return }
    let body = builder.take()
    spareBuilder = builder
    builder = outer
    let marker = markers[index]
    let location = SourceLocation(
      file: file, position: source.map.position(line: marker.line, column: marker.column),
      length: marker.label.utf8.count + 3)
    if !isSafeLabel(marker.label) {
      findings.append(
        Finding(
          .error, "note-label", at: location,
          "the label “\(marker.label)” can be taken for markup where it is referred to",
          hint: "leave out * ` < & \\ | and _ at its ends"))
    }
    definitions.append(
      NoteDefinition(
        label: marker.label, body: body, location: location,
        place: .init(
          nodesBefore: builder.count, container: builder.container,
          note: openMarkers.last.map { markers[$0].label })))
  }

  /// The index of the marker that an item was written for, if it was.
  func marker(of item: OpaquePointer) -> Int? {
    guard !markers.isEmpty, source.map.origins.isEmpty else { return nil }
    let line = Int(cmark_node_get_start_line(item))
    let index = markers.partitioningIndex { $0.line >= line }
    guard index < markers.count, markers[index].line == line,
      markers[index].column == Int(cmark_node_get_start_column(item))
    else { return nil }
    return index
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

extension [NoteMarker] {
  /// The index of the first for which something holds that holds for all after it.
  fileprivate func partitioningIndex(where holds: (NoteMarker) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
