internal import HTML
internal import Model

/// Abstract, key findings and figures at a glance.
struct EPUBFront: Markup {
  let context: PageContext
  let index: Int

  /// What of these a brief has, with anchors.
  static func headings(of brief: Brief, _ strings: any InterfaceStrings) -> [(
    String, anchor: String
  )] {
    (brief.abstract.isEmpty ? [] : [(strings.abstract, "_abstract")])
      + (brief.keyFindings.isEmpty ? [] : [(strings.keyFindings, "_findings")])
      + (brief.glance.isEmpty ? [] : [(strings.glance, "_glance")])
  }

  func write(to sink: inout Sink) {
    let brief = context.portal.briefs[index]
    let strings = context.strings
    let text = TextWriter(context, brief: index, anchorsMentions: true)
    let title = Self.headings(of: brief, strings).first?.0 ?? brief.title
    EPUBFrame(context, .front, title: title) {
      if !brief.abstract.isEmpty {
        section(
          .epubType("abstract"), .role("doc-abstract"), .ariaLabelledby("_abstract")
        ) {
          h1(.id("_abstract")) { strings.abstract }
          text.body(brief.abstract, headingsFrom: 2)
        }
      }
      if !brief.keyFindings.isEmpty {
        section(.ariaLabelledby("_findings")) {
          h1(.id("_findings")) { strings.keyFindings }
          ol(.class("findings")) {
            for finding in brief.keyFindings { li { text.inline(finding) } }
          }
        }
      }
      if !brief.glance.isEmpty {
        section(.ariaLabelledby("_glance")) {
          h1(.id("_glance")) { strings.glance }
          dl(.class("glance")) {
            forEach(brief.glance) { figure in
              div {
                dt {
                  text.inline(figure.label)
                  if let note = figure.note { sup { text.links(toNotes: [note]) } }
                }
                dd { figure.value }
              }
            }
          }
        }
      }
    }.write(to: &sink)
  }
}
