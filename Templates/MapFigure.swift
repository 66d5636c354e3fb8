internal import HTML
internal import Model

/// A map's drawing with its legend.
struct MapFigure: Markup {
  let context: PageContext
  let brief: Int
  let map: Int
  /// Keeps ids apart where a page holds several drawings.
  let prefix: String

  func write(to sink: inout Sink) {
    p { context.strings.mapToCome }.write(to: &sink)
  }
}
