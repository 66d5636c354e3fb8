internal import HTML
internal import Model

/// What a reader in a hurry needs of a brief: abstract, figures at a glance, key findings.
struct BriefSummary: Markup {
  let text: TextWriter

  func write(to sink: inout Sink) {
    let strings = text.context.strings
    let brief = text.context.portal.briefs[text.brief]
    if !brief.abstract.isEmpty {
      div(.class("text abstract")) {
        h2(.class("label")) { strings.abstract }
        Raw("\n")
        text.body(brief.abstract, headingsFrom: 3)
      }.write(to: &sink)
      sink.append("\n")
    }
    Glance(context: text.context, index: text.brief, text: text, level: 2).write(to: &sink)
    if !brief.keyFindings.isEmpty {
      div(.class("text")) {
        h2(.id("_findings")) { strings.keyFindings }
        ol(.class("findings")) {
          for finding in brief.keyFindings {
            li {
              text.notes(of: finding)
              text.inline(finding)
            }
          }
        }
      }.write(to: &sink)
      sink.append("\n")
    }
  }
}

/// A brief's figures at a glance. With a text writer they refer to notes.
struct Glance: Markup {
  let context: PageContext
  let index: Int
  let text: TextWriter?
  let level: Int

  func write(to sink: inout Sink) {
    let figures = context.portal.briefs[index].glance
    guard !figures.isEmpty else { return }
    div(.class("glance")) {
      if level == 2 {
        h2(.class("label")) { context.strings.glance }
      } else {
        h3(.class("label")) { context.strings.glance }
      }
      dl {
        forEach(figures) { figure in
          div {
            dt {
              if let text { text.inline(figure.label) } else { context.inline(figure.label) }
              if text != nil { reference(to: figure.note) }
            }
            dd { figure.value }
          }
        }
      }
      if let text {
        div(.class("text")) {
          for figure in figures { text.notes(of: figure.label) }
        }
      }
    }.write(to: &sink)
    sink.append("\n")
  }

  private func reference(to note: Int?) -> some Markup {
    note.map { note in
      sup {
        a(
          .href(context.links.href(Target(.note, brief: index, index: note)) ?? ""),
          .role("doc-noteref"),
          .ariaLabel(context.strings.note(context.portal.briefs[index].notes[note].number))
        ) { Streamed { $0.append(context.portal.briefs[index].notes[note].number) } }
      }
    }
  }
}
