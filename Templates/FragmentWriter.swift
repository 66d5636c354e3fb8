public import HTML
public import Model

/// Writes the one section of a portal's one brief as a fragment: its blocks, then its notes.
public struct FragmentWriter: Markup {
  private let portal: Portal
  private let isCommonMark: Bool

  /// - Parameter portal: as `readFragment` gives it.
  public init(_ portal: Portal, isCommonMark: Bool) {
    self.portal = portal
    self.isCommonMark = isCommonMark
  }

  public func write(to sink: inout Sink) {
    guard let brief = portal.briefs.first, let section = brief.sections.first else { return }
    let links = Links(from: .brief(0), in: portal)
    let strings = interfaceStrings(for: portal.language)
    ProseWriter(isCommonMark ? .commonMark : .page, brief: 0, links: links, strings: strings)
      .write(section.body, to: &sink)
    guard !brief.notes.isEmpty else { return }
    sink.append("<section role=\"doc-endnotes\">\n<h2>")
    sink.append(text: strings.notes)
    sink.append("</h2>\n")
    NoteWriter(brief: 0, links: links, strings: strings).writeList(to: &sink)
    sink.append("</section>\n")
  }
}
