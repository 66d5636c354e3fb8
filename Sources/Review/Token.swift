internal import Diagnostics
internal import Model

/// A word, a mark of punctuation, or something that stands in the text like one.
struct Token: Sendable {
  enum Kind: Sendable {
    case word, number
    /// What only parts words from each other, and what means something by itself: `%`, `€`, a minus.
    case punctuation, symbol
    case note, object
    /// What parts the cells of a row.
    case cell
  }

  /// What stands before it.
  enum Space: Sendable {
    case none, plain, noBreak, narrow

    var text: String {
      switch self {
      case .none: ""
      case .plain: " "
      case .noBreak: "\u{A0}"
      case .narrow: "\u{202F}"
      }
    }
  }

  /// Without what is not seen, such as soft hyphens and marks of direction.
  var text: String
  /// As it is written, where that is more.
  var written: String?
  /// The same for tokens that say the same, however they are set.
  var key: Int
  var kind: Kind
  var space: Space
  /// Bits: emphasis, strong, code.
  var style: UInt8
  /// Where it leads, if anywhere.
  var link: String?
  var line: Int32

  /// The key of what parts cells.
  static let cellKey = "|".hashValue &+ 1

  var isWord: Bool { kind == .word || kind == .number }
  var isSpaced: Bool { space != .none }
}

func wordCount(_ tokens: some Sequence<Token>) -> Int {
  tokens.reduce(0) { $0 + ($1.isWord ? 1 : 0) }
}

/// The tokens of a whole prose; blocks follow each other with a blank.
func tokens(of prose: Prose, renames: Renames = [:]) -> [Token] {
  var tokenizer = Tokenizer(prose, renames: renames)
  return tokenizer.tokens(in: 0..<prose.nodes.count)
}

func tokens(of text: String) -> [Token] {
  var prose = Prose()
  var node = ProseNode(.text, text: prose.store(text))
  node.end = 1
  prose.nodes = [node]
  return tokens(of: prose)
}
