internal import HTML

/// A page that stands at every address while there is nothing else to show.
struct ReportPage: Markup {
  let sections: ReportSections

  func write(to sink: inout Sink) {
    sink.append("<!doctype html>\n")
    html(Attribute("lang", "en")) {
      head {
        Raw("<meta charset=\"utf-8\">\n")
        HTML.title { "\(sections.title) – preview" }
        Raw(
          """

          <meta name="viewport" content="width=device-width,initial-scale=1">
          <meta http-equiv="Content-Security-Policy" content="default-src 'none';base-uri 'none';\
          form-action 'none'">

          """)
        link(.rel("stylesheet"), .href(OwnFile.stylesheet))
      }
      body(.class("page")) {
        main(.class("panel"), Attribute("role", "alert")) {
          sections
          p(.class("next")) { "The site appears here as soon as this is mended." }
        }
      }
    }.write(to: &sink)
  }
}
