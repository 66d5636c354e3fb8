internal import HTML
internal import Model
internal import Synchronization
internal import Templates

/// What several feeds carry of briefs, each rendered once by whichever worker is the first to need it.
final class FeedTexts: Sendable {
  /// How many of the newest briefs feeds carry whole. Whoever follows a topic or an author meets a brief
  /// while it is new; to carry older ones in each of their feeds would write every text many times over.
  static let whole = 20
  /// How many of them a topic's, an author's or a series' feed carries whole.
  static let wholeInGroup = 5

  private let texts = Mutex<[Int: Text]>([:])
  private let entries = Mutex<[Entry: [UInt8]]>([:])

  enum Form: Sendable { case atom, json }

  private struct Entry: Hashable {
    var form: Form
    var brief: Int
  }

  /// Writes what every feed of a form says of a brief that it does not carry whole.
  func writeEntry(
    _ form: Form, of brief: Int, to sink: inout Sink, rendering render: (inout Sink) -> Void
  ) {
    let entry = Entry(form: form, brief: brief)
    if let known = entries.withLock({ $0[entry] }) { return sink.append(unsafe: known) }
    let start = sink.count
    render(&sink)
    let bytes = sink.withBytes { Array($0[start...]) }
    entries.withLock { $0[entry] = bytes }
  }

  /// A text as each form of feeds has it.
  struct Text: Sendable {
    /// Escaped for an element of XML.
    var xml: [UInt8]
    /// A string of JSON, with its quotation marks.
    var json: [UInt8]
  }

  /// What is known of a brief's text.
  subscript(index: Int) -> Text? { texts.withLock { $0[index] } }

  /// Renders a brief's text and keeps it.
  ///
  /// - Parameter portal: this brief of it is whole.
  func render(_ index: Int, in portal: Portal) {
    var sink = Sink()
    FeedText(index, in: portal).write(to: &sink)
    var xml = Sink()
    var json = Sink()
    sink.withBytes { xml.append(text: $0) }
    sink.withBytes { json.append(json: $0) }
    let text = Text(xml: xml.bytes, json: json.bytes)
    texts.withLock { $0[index] = text }
  }
}
