/// Whether a text can be an id or a slug: letters, digits, hyphens, dots and underscores.
func isID(_ text: String) -> Bool {
  !text.isEmpty && text.utf8.count <= 200 && text.first != "." && text.first != "-"
    && text.unicodeScalars.allSatisfy {
      $0.isPartOfWord || $0 == "-" || $0 == "." || $0 == "_"
    }
}

/// The anchor of a heading by GitHub's rule, so that links written for it hold: letters, digits,
/// hyphens and underscores in lower case, a hyphen for each space, nothing for the rest.
func headingAnchor(_ title: String) -> String {
  var out: [UInt8] = []
  out.reserveCapacity(min(title.utf8.count, 208))
  if title.utf8.count <= 200, title.utf8.allSatisfy({ $0 < 0x80 }) {
    for byte in title.utf8 {
      switch byte {
      case 0x41...0x5A: out.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "_"), UInt8(ascii: "-"): out.append(byte)
      case 0x20: out.append(UInt8(ascii: "-"))
      default: break
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
  for scalar in title.unicodeScalars {
    if scalar.isPartOfWord || scalar == "_" || scalar == "-" {
      scalar.appendLowercased(to: &out)
    } else if scalar == " " {
      out.append(UInt8(ascii: "-"))
    }
    if out.count > 200 { break }
  }
  return String(decoding: out, as: UTF8.self)
}

/// A slug made of a name: its letters and digits in lower case, hyphens between.
func slug(_ name: String) -> String {
  var out: [UInt8] = []
  var isGap = false
  for scalar in name.unicodeScalars {
    if scalar.isPartOfWord || scalar == "_" || scalar == "." {
      if isGap, !out.isEmpty { out.append(UInt8(ascii: "-")) }
      isGap = false
      scalar.appendLowercased(to: &out)
    } else if scalar != "'" && scalar != "’" {
      isGap = true
    }
  }
  let dot = UInt8(ascii: ".")
  var rest = out.drop { $0 == dot }
  while rest.last == dot { rest.removeLast() }
  // So long that a file's name, with an ending, still has room; no character is cut.
  if rest.count > 200 {
    var end = rest.startIndex + 200
    while end > rest.startIndex, rest[end] & 0xC0 == 0x80 { end -= 1 }
    rest = rest[..<end]
  }
  return String(decoding: rest, as: UTF8.self)
}

extension Unicode.Scalar {
  /// A letter or a digit of any script, or a mark on one.
  fileprivate var isPartOfWord: Bool {
    if isASCII { return isASCIIWord }
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
      || properties.generalCategory == .spacingMark
  }

  // Most are ASCII, and are not looked up.

  private var isASCIIWord: Bool {
    (0x30...0x39).contains(value) || (0x61...0x7A).contains(value | 0x20)
  }

  fileprivate func appendLowercased(to out: inout [UInt8]) {
    if isASCII {
      let isCapital = (0x41...0x5A).contains(value)
      out.append(UInt8(isCapital ? value | 0x20 : value))
    } else {
      out.append(contentsOf: properties.lowercaseMapping.utf8)
    }
  }
}
