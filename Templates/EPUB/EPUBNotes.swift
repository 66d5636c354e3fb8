internal import HTML
internal import Model

/// All notes of a brief, each once, with a way back to every reference in the publication.
struct EPUBNotes: Markup {
  let context: PageContext
  let index: Int
  /// Anchors of references in the other parts, each with the first part that has it.
  let references: [String: EPUBPart]

  func write(to sink: inout Sink) {
    EPUBFrame(context, .notes, title: context.strings.notes) {
      section(.epubType("endnotes"), .role("doc-endnotes"), .ariaLabelledby("_title")) {
        h1(.id("_title")) { context.strings.notes }
        Raw("\n")
        forEach(context.portal.briefs[index].notes) { note in
          // An `aside` is what reading systems show where the reader is.
          aside(.epubType("footnote"), .role("doc-footnote"), .id(note.anchor)) {
            Streamed { write(note, to: &$0) }
          }
          Raw("\n")
        }
      }
    }.write(to: &sink)
  }

  private func write(_ note: Note, to sink: inout Sink) {
    span(.class("number")) { Streamed { $0.append(note.number, context.strings) } }.write(to: &sink)
    sink.append("\n")
    ProseWriter(
      brief: index, links: context.links, strings: context.strings
    ).write(note.body.withHeadings(from: 2), to: &sink)
    if let antecedent = note.antecedent {
      let earlier = context.portal.briefs[index].notes[antecedent]
      p {
        a(.href("#" + urlComponent(earlier.anchor))) { context.strings.sameAs(earlier.number) }
      }.write(to: &sink)
    }
    let ways = ways(back: note)
    guard !ways.isEmpty else { return }
    p(.class("back")) {
      forEach(ways) { ordinal, href in
        a(
          .href(href), .role("doc-backlink"),
          .ariaLabel(
            context.strings.backToReference(
              ordinal, of: note.occurrences.count, note: note.number))
        ) {
          Raw("↩")
          if note.occurrences.count > 1 { sup { Streamed { $0.append(ordinal, context.strings) } } }
        }
        Raw(" ")
      }
    }.write(to: &sink)
  }

  private func ways(back note: Note) -> [(ordinal: Int, href: String)] {
    note.occurrences.enumerated().compactMap { position, part in
      let anchor = note.referenceAnchor(position + 1)
      let fragment = "#" + urlComponent(anchor)
      if case .note = part { return (position + 1, fragment) }
      return references[anchor].map { (position + 1, $0.fileName + fragment) }
    }
  }
}
