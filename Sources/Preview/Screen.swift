internal import Diagnostics
internal import Ingest

/// What a preview shows at a time, brought together: the content's state and that of templates.
struct Screen {
  private let preview: Preview
  let view: SiteView
  private var state = PreviewState(findings: [], isCurrent: false)
  private var templates = TemplateState.built
  private var hasSite = false

  init(preview: Preview) {
    self.preview = preview
    view = SiteView(preview.site)
  }

  mutating func refresh(_ paths: Set<String>?) async {
    let start = ContinuousClock.now
    state = await preview.site.refresh(paths)
    let taken = Int((ContinuousClock.now - start) / .milliseconds(1))
    hasSite = hasSite || state.isCurrent
    show()
    preview.news(.refreshed(paths, milliseconds: taken, state))
  }

  mutating func show(_ change: TemplateChange) {
    switch change {
    case .building(let paths):
      templates = .building
      preview.news(.building(paths))
    case .failed(let output):
      templates = .failed(output)
      preview.news(.buildFailed(output))
    case .built:
      templates = .built
      preview.news(.builtTheSame)
    case .replaced: return
    }
    show()
  }

  /// Tells every open page what it has to know.
  func update(_ streams: PageStreams) {
    streams.send(
      Dictionary(uniqueKeysWithValues: streams.pages.map { ($0, view.message(for: $0)) }))
  }

  private func show() {
    var sources: [String: SourceLines?] = [:]
    let report = Report(state, templates: templates) { file in
      if let known = sources[file] { return known }
      let lines = sourceLines(of: file, in: preview.content)
      sources[file] = lines
      return lines
    }
    view.show(report, hasSite: hasSite)
  }
}
