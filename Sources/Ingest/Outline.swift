internal import Diagnostics
internal import Model

/// Gives the headings of a brief, or of a page, their anchors and levels.
struct Outline {
  private let log: FindingLog
  private var taken: [String: SourceLocation] = [:]
  /// The number that the next heading of the same words tries first.
  private var numbers: [String: Int] = [:]

  init(log: FindingLog) {
    self.log = log
    taken.reserveCapacity(24)
  }

  /// Keeps an id for a section, and the anchor it has among others.
  mutating func take(section id: String, at location: SourceLocation) {
    guard take(id, at: location) else { return }
    let anchor = Section.anchor(of: id)
    if anchor != id { _ = take(anchor, at: location) }
  }

  /// Keeps an id.
  private mutating func take(_ id: String, at location: SourceLocation) -> Bool {
    guard isID(id) else {
      log.error(
        "id", at: location, "“\(id)” cannot be an id", hint: "use letters, digits and hyphens")
      return false
    }
    if let other = taken[id] {
      log.add(
        Finding(
          .error, "duplicate-id", at: location, "the id “\(id)” is used twice in this brief",
          hint: "give one of them another id: {#id}",
          related: [.init(other, "it is used here first")]))
      return false
    }
    taken[id] = location
    return true
  }

  /// Settles a body's headings, whose section has a title of the level given, and lists them.
  ///
  /// Levels come out from 2 on, without a gap, whatever the file's were.
  mutating func settle(_ body: inout Prose, titleLevel: Int, file: String) -> [ContentsEntry] {
    var contents: [ContentsEntry] = []
    var last = 1
    for index in body.nodes.indices where body.nodes[index].kind == .heading {
      let node = body.nodes[index]
      let location = SourceLocation(file: file, position: node.position)
      let written = max(2, Int(node.detail) - titleLevel + 1)
      let level = min(written, last + 1, 6)
      if level < written {
        log.warning(
          "heading-level", at: location, "the heading skips a level; it is shown one level higher",
          hint: "use one more “#” than the heading above has")
      }
      last = level
      body.nodes[index].detail = UInt8(level)
      let title = body.plainText(in: (index + 1)..<Int(node.end))
      let anchor: String
      if node.text.isEmpty {
        anchor = freeAnchor(title, at: location)
        body.nodes[index].text = body.store(anchor)
      } else {
        anchor = body.string(node.text)
        if isKeptAnchor(anchor) {
          log.error(
            "kept-id", at: location,
            "ids that begin like “\(anchor)” are kept for Chancery’s own anchors",
            hint: "choose another {#id}")
        }
        _ = take(anchor, at: location)
      }
      contents.append(ContentsEntry(level: level, title: title, anchor: anchor))
    }
    return contents
  }

  /// Gives headings their anchors and leaves their levels.
  mutating func keepLevels(_ body: inout Prose, file: String) {
    let levels = body.nodes.map(\.detail)
    let quiet = FindingLog()
    var outline = Outline(log: quiet)
    _ = outline.settle(&body, titleLevel: 1, file: file)
    for index in body.nodes.indices { body.nodes[index].detail = levels[index] }
    log.add(contentsOf: quiet.findings.filter { $0.rule != "heading-level" })
  }

  /// An anchor made of a title's words that nothing else uses, and keeps it; numbered from the second
  /// on as GitHub does: `results`, `results-1`.
  mutating func freeAnchor(_ title: String, at location: SourceLocation) -> String {
    var base = headingAnchor(title)
    if base.isEmpty || isKeptAnchor(base) { base = "h-" + base }
    var anchor = base
    var number = numbers[base] ?? 1
    while taken[anchor] != nil {
      anchor = "\(base)-\(number)"
      number += 1
    }
    if number > 1 { numbers[base] = number }
    taken[anchor] = location
    return anchor
  }
}
