internal import Model

extension Prose {
  /// The same prose with its headings' levels counted from `base` as an outline, so that the first
  /// is at `base` and none is more than one below the heading it stands under.
  func withHeadings(from base: Int) -> Prose {
    guard nodes.contains(where: { $0.kind == .heading }) else { return self }
    var result = self
    var open: [UInt8] = []
    for index in nodes.indices where nodes[index].kind == .heading {
      let written = nodes[index].detail
      while let last = open.last, last >= written { open.removeLast() }
      result.nodes[index].detail = UInt8(min(6, base + open.count))
      open.append(written)
    }
    return result
  }
}
