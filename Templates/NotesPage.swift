internal import HTML
internal import Model

/// All the notes of a brief, in order.
struct NotesPage: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    let notes = NoteWriter(brief: index, links: context.links, strings: context.strings)
    Frame(context, title: context.strings.notes, trail: context.trail(above: context.page)) {
      Raw("\n")
      section(.role("doc-endnotes"), .ariaLabelledby("_notes")) {
        h1(.id("_notes")) { context.strings.notes }
        Raw("\n")
        Streamed { notes.writeList(to: &$0) }
      }
    }.write(to: &sink)
  }
}
