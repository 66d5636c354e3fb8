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
  var out = ""
  for scalar in title.unicodeScalars {
    if scalar.isPartOfWord || scalar == "_" || scalar == "-" {
      out += scalar.lowercased
    } else if scalar == " " {
      out += "-"
    }
    if out.utf8.count > 200 { break }
  }
  return out
}

/// A slug made of a name: its letters and digits in lower case, hyphens between.
func slug(_ name: String) -> String {
  var out = ""
  var isGap = false
  for scalar in name.unicodeScalars {
    if scalar.isPartOfWord || scalar == "_" || scalar == "." {
      if isGap, !out.isEmpty { out += "-" }
      isGap = false
      out += scalar.lowercased
    } else if scalar != "'" && scalar != "’" {
      isGap = true
    }
  }
  while out.hasPrefix(".") { out.removeFirst() }
  while out.hasSuffix(".") { out.removeLast() }
  // So long that a file's name, with an ending, still has room.
  var length = 0
  return String(
    String.UnicodeScalarView(
      out.unicodeScalars.prefix { scalar in
        length += scalar.utf8.count
        return length <= 200
      }))
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

  fileprivate var lowercased: String {
    if isASCII {
      let isCapital = (0x41...0x5A).contains(value)
      return String(Character(isCapital ? Unicode.Scalar(UInt8(value | 0x20)) : self))
    }
    return properties.lowercaseMapping
  }
}
