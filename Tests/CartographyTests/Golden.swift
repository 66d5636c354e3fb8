import Cartography
import Foundation
import HTML
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Compares a drawing with the recorded one in `Golden/`, and has an XML parser read it. With
/// `CHANCERY_RECORD=1` in the environment it is recorded anew: look at the picture before you keep it.
func expectGolden(
  _ drawing: MapDrawing, _ name: String, at place: Testing.SourceLocation = #_sourceLocation
) throws {
  var sink = Sink()
  drawing.writeDocument(style: [], to: &sink)
  try expectGolden(sink.bytes, name, at: place)
}

/// The same for any SVG document.
func expectGolden(
  _ bytes: [UInt8], _ name: String, at place: Testing.SourceLocation = #_sourceLocation
) throws {
  let parser = XMLParser(data: Data(bytes))
  #expect(
    parser.parse(), "\(name): \(String(describing: parser.parserError))", sourceLocation: place)
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden/\(name).svg")
  // A start tag a line, so that a change shows as lines of a diff.
  let text =
    String(decoding: bytes, as: UTF8.self)
    .replacingOccurrences(of: "><", with: ">\n<") + "\n"
  if ProcessInfo.processInfo.environment["CHANCERY_RECORD"] != nil {
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
  #expect(try String(contentsOf: file, encoding: .utf8) == text, sourceLocation: place)
}
