internal import HTML
internal import Model

/// A document of XHTML in a publication. `content` fills its body.
struct EPUBFrame<Content: Markup>: Markup {
  private let context: PageContext
  private let part: EPUBPart
  private let title: String
  private let content: Content

  init(
    _ context: PageContext, _ part: EPUBPart, title: String,
    @MarkupBuilder content: () -> Content
  ) {
    self.context = context
    self.part = part
    self.title = title
    self.content = content()
  }

  func write(to sink: inout Sink) {
    let brief = context.portal.briefs[context.page.brief ?? 0].title
    let language = EPUBPackage.tag(context.language)
    sink.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n")
    html(
      Attribute("xmlns", "http://www.w3.org/1999/xhtml"),
      Attribute("xmlns:epub", "http://www.idpf.org/2007/ops"),
      .lang(language), Attribute("xml:lang", language),
      context.isRightToLeft ? Attribute("dir", "rtl") : nil
    ) {
      head {
        meta(.charset("utf-8"))
        HTML.title { title == brief ? brief : "\(title) – \(brief)" }
        link(.rel("stylesheet"), .type("text/css"), .href("style.css"))
      }
      Raw("\n")
      body(.epubType(part.division)) {
        Raw("\n")
        content
        Raw("\n")
      }
    }.write(to: &sink)
    sink.append("\n")
  }
}

extension Attribute {
  /// Of the Structural Semantics Vocabulary.
  static func epubType(_ value: String) -> Self { .init("epub:type", value) }
}
