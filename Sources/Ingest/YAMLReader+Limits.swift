// What is looked for before YAML is parsed: nesting deeper than a person would write, which the parser
// behind, calling itself for each level, must never be given.

extension YAMLReader {
  /// Deepest nesting of flow collections, and of compact sequences on a line.
  static let deepest = 64
  /// Deepest indentation, and so nesting of block collections.
  static let widest = 160
  /// Most anchors: each can stand for collections that hold those before it.
  static let mostAnchors = 100

  enum Excess {
    case nesting, anchors

    var message: String {
      switch self {
      case .nesting: "collections are nested more than \(YAMLReader.deepest) deep"
      case .anchors: "more than \(YAMLReader.mostAnchors) values have anchors (“&name”)"
      }
    }

    var hint: String {
      switch self {
      case .nesting: "write it with fewer levels"
      case .anchors: "write the values out"
      }
    }
  }

  /// The first line, from 1, that goes too far. Text is not told from structure: a text that indents
  /// as far, or that opens as many brackets without closing them, is taken for it too.
  func excess(in bytes: some Collection<UInt8>) -> (line: Int, Excess)? {
    var (line, flow, marks, indent, anchors) = (1, 0, 0, 0, 0)
    var isLead = true
    // The last byte that is no blank; a line's end counts, since an anchor may begin a line.
    var last = UInt8(ascii: "\n")
    var previous = last
    for byte in bytes {
      switch byte {
      case 0x0A, 0x0D:
        if byte == 0x0D || previous != 0x0D { line += 1 }
        (marks, indent) = (0, 0)
        isLead = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        flow += 1
        isLead = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        flow = max(0, flow - 1)
        isLead = false
      case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): break
      case 0x20, 0x09:
        guard isLead else { break }
        if "-?:".utf8.contains(previous) { marks += 1 } else { indent += 1 }
      case UInt8(ascii: "&"):
        if "\n\r-?:,[{".utf8.contains(last), previous != last || !"-?:".utf8.contains(last) {
          anchors += 1
        }
        isLead = false
      default: isLead = false
      }
      previous = byte
      if byte != 0x20, byte != 0x09 { last = byte }
      if flow > Self.deepest || marks > Self.deepest || indent > Self.widest {
        return (line, .nesting)
      }
      if anchors > Self.mostAnchors { return (line, .anchors) }
    }
    return nil
  }
}
