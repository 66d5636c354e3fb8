internal import HTML
internal import Model

/// How a brief opens: whose work it renders, what it says, its figures at a glance.
struct BriefOpening: Markup {
  let text: TextWriter
  /// Links into the brief; nothing where the page holds all of it.
  var actions: [(String, Page)] = []

  func write(to sink: inout Sink) {
    let context = text.context
    let brief = context.portal.briefs[text.brief]
    div(.class("text")) {
      if let original = brief.original {
        OriginalStatement(
          context: context, original: original, language: brief.language(of: "original"))
      }
      if !brief.abstract.isEmpty {
        h2(.class("label")) { context.strings.abstract }
        div(
          .class("abstract"), context.lang(brief.language(of: "abstract")),
          context.dir(brief.language(of: "abstract"))
        ) { text.body(brief.abstract, headingsFrom: 3) }
      }
      if !actions.isEmpty {
        p(.class("actions"), context.unindexed) {
          for (words, page) in actions {
            Raw(" ")
            context.link(words, to: page)
          }
          PDFLink(context: context, index: text.brief)
        }
      }
    }.write(to: &sink)
    sink.append("\n")
    Glance(context: context, index: text.brief, text: text, level: 2).write(to: &sink)
  }
}

/// A brief's key findings, numbered.
struct KeyFindings: Markup {
  let text: TextWriter

  func write(to sink: inout Sink) {
    let findings = text.context.portal.briefs[text.brief].keyFindings
    guard !findings.isEmpty else { return }
    h2 { text.context.strings.keyFindings }.write(to: &sink)
    let language = text.context.portal.briefs[text.brief].language(of: "keyFindings")
    ol(.class("findings"), text.context.lang(language), text.context.dir(language)) {
      for finding in findings {
        li {
          text.notes(of: finding)
          text.inline(finding)
        }
      }
    }.write(to: &sink)
    sink.append("\n")
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
    let language = context.portal.briefs[index].language(of: "glance")
    div(.class("glance")) {
      if level == 2 {
        h2(.class("label")) { context.strings.glance }
      } else {
        h3(.class("label")) { context.strings.glance }
      }
      dl(context.lang(language), context.dir(language)) {
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
          .ariaLabel(context.strings.note(context.portal.briefs[index].notes[note].number))
        ) {
          Streamed { $0.append(context.portal.briefs[index].notes[note].number, context.strings) }
        }
      }
    }
  }
}
