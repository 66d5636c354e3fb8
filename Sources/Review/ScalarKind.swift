/// What a scalar is to a word.
enum ScalarKind {
  case letter, digit, ideograph, blank, invisible, mark

  init(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "A"..."Z", "_": self = .letter
      case "0"..."9": self = .digit
      case " ", "\t", "\n", "\r": self = .blank
      default: self = .mark
      }
      return
    }
    switch scalar.value {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x2028, 0x2029: self = .blank
    // Vulgar fractions.
    case 0xBC...0xBE, 0x2150...0x215F, 0x2189: self = .digit
    // Soft hyphen, joiners, marks of direction, byte order mark.
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
      self = .invisible
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      self = .ideograph
    default:
      let properties = scalar.properties
      switch properties.generalCategory {
      case .decimalNumber: self = .digit
      case .nonspacingMark, .spacingMark, .enclosingMark: self = .letter
      default:
        self = properties.isAlphabetic || properties.numericType != nil ? .letter : .mark
      }
    }
  }

  /// Whether it is of a script that is written without blanks.
  func isWide(_ scalar: Unicode.Scalar) -> Bool {
    self == .ideograph || (0x3000...0x303F).contains(scalar.value)
      || (0xFF00...0xFF65).contains(scalar.value)
  }

  var tokenKind: Token.Kind {
    switch self {
    case .letter, .ideograph, .invisible: .word
    case .digit: .number
    default: .punctuation
    }
  }
}

extension Unicode.Scalar {
  /// Whether it means something by itself, as no comma and no quotation mark does.
  var isSymbol: Bool {
    switch self {
    case "%", "‰", "?", "!", "؟", "&", "@", "#", "*", "/", "\\", "§", "†", "‡": true
    default:
      switch properties.generalCategory {
      case .mathSymbol, .currencySymbol, .otherSymbol, .modifierSymbol: true
      default: false
      }
    }
  }

  /// As a typewriter has it: quotation marks, dashes and the ellipsis say the same however they are set.
  var plainly: String {
    switch self {
    case "‘", "’", "ʼ", "‚": "'"
    case "“", "”", "„", "«", "»": "\""
    case "–", "—", "\u{2010}", "\u{2011}", "−": "-"
    case "…": "..."
    default: String(self)
    }
  }
}
