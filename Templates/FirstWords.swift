internal import HTML
internal import Model

/// The notes that use a source, each with the words that it begins with.
struct FirstWords: Markup {
  let context: PageContext
  let brief: Int
  /// Indices in the brief's notes.
  let notes: [Int]

  /// Characters of a note.
  private static let most = 90

  func write(to sink: inout Sink) {
    guard !notes.isEmpty else { return }
    ul(.class("first-words")) {
      forEach(notes) { index in row(index) }
    }.write(to: &sink)
  }

  private func row(_ index: Int) -> some Markup {
    let note = context.portal.briefs[brief].notes[index]
    let words = clipped(note.body.plainText, to: Self.most)
    let target = Target(.note, brief: brief, index: index)
    return li(context.lang(note.language), context.dir(note.language)) {
      context.way(context.strings.note(note.number), to: context.links.href(target))
      if !words.isEmpty {
        context.strings.colon
        words
      }
    }
  }
}
