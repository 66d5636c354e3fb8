internal import HTML
internal import Model

/// A published work as a bibliography cites it.
struct WorkCitation: Markup {
  let context: PageContext
  let work: Work

  func write(to sink: inout Sink) {
    for piece in work.pieces(context.strings, isRightToLeft: context.isRightToLeft) {
      switch piece {
      case .text(let words): sink.append(text: words)
      case .whole(let title, let url, let language):
        cite(lang(language)) { context.outward(title, to: url) }.write(to: &sink)
      case .part(let title, let url, let language):
        span(lang(language)) { context.outward(title, to: url) }.write(to: &sink)
      case .link(let words, let url): context.outward(words, to: url).write(to: &sink)
      }
    }
  }

  private func lang(_ language: String?) -> Attribute? {
    language.flatMap { $0 == context.language ? nil : Attribute("lang", $0) }
  }
}
