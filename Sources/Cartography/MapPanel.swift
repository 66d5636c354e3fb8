import HTML
import Model

/// One drawing of a map: the whole of an undated one, or what holds on one of its dates.
struct MapPanel: Sendable {
  /// `nil` for a map without dates.
  let date: PartialDate?
  let contents: MapContents
  let labels: MapLabels
  let words: MapWords
  let description: String
  /// Starts every id of this panel.
  let idPrefix: String
  /// Starts the ids of what is written once, in the first panel: patterns and the base map.
  let sharedPrefix: String

  var isFirst: Bool { idPrefix == sharedPrefix }
  var frame: Frame { contents.frame }

  /// The sheet and all that stands on it, without the `svg` element around it.
  func writePicture(title: String, to sink: inout Sink) {
    let (width, height) = (decimal(Frame.width), decimal(frame.height))
    element("title", .id("\(idPrefix)-title")) { Text(title) }.write(to: &sink)
    element("desc", .id("\(idPrefix)-desc")) { Text(description) }.write(to: &sink)
    empty("rect", .class("map-ground"), attribute("width", width), attribute("height", height))
      .write(to: &sink)
    writeSharedBase(to: &sink)
    writeContents(to: &sink)
    writeFurniture(to: &sink)
    writeLabels(to: &sink)
  }

  /// The same, written without the others.
  var alone: MapPanel {
    MapPanel(
      date: date, contents: contents, labels: labels, words: words, description: description,
      idPrefix: sharedPrefix, sharedPrefix: sharedPrefix)
  }

  /// The base map is the same on all dates: later panels use the first one's.
  private func writeSharedBase(to sink: inout Sink) {
    if isFirst {
      element("g", .id("\(sharedPrefix)-base"), .class("map-base")) { Streamed(writeBase) }
        .write(to: &sink)
    } else {
      empty("use", attribute("href", "#\(sharedPrefix)-base")).write(to: &sink)
    }
  }
}
