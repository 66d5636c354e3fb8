internal import Diagnostics
internal import HTML

/// What is wrong, as it is shown over a page, or instead of one.
struct Report: Sendable {
  enum Level: String, Sendable { case none, note, warning, error }

  var level: Level
  /// Markup to be put over a page; all text in it is escaped.
  var html: String
  /// A page whole, for where there is none to put it over.
  var page: [UInt8]

  static let none = Report(level: .none, html: "", page: [])

  private init(level: Level, html: String, page: [UInt8]) {
    self.level = level
    self.html = html
    self.page = page
  }

  /// - Parameters:
  ///   - state: of the content.
  ///   - templates: of their building, where they are built.
  ///   - source: the text of a file, for quoting it.
  init(
    _ state: PreviewState, templates: TemplateState, source: @escaping (String) -> SourceLines?
  ) {
    let sections = ReportSections(state: state, templates: templates, source: source)
    level = sections.level
    var markup = Sink()
    if level != .none { sections.write(to: &markup) }
    html = String(decoding: markup.bytes, as: UTF8.self)
    var whole = Sink()
    ReportPage(sections: sections).write(to: &whole)
    page = whole.bytes
  }
}

/// How it stands with the program's own source, where that is watched.
enum TemplateState: Sendable, Equatable {
  case built, building
  /// What the compiler said.
  case failed(String)
}
