/// Whether a text can be an ISBN: ten or thirteen digits, the last of which checks the others, with hyphens or
/// blanks among them (ISBN Users' Manual, 7th edition, appendix 1).
public func isISBN(_ text: String) -> Bool {
  guard let digits = digits(text, separators: [0x20, 0x2D]) else { return false }
  switch digits.count {
  case 10: return digits.enumerated().reduce(0) { $0 + (10 - $1.offset) * $1.element } % 11 == 0
  case 13:
    return !digits.contains(10)
      && digits.enumerated().reduce(0) { $0 + ($1.offset % 2 == 0 ? 1 : 3) * $1.element } % 10 == 0
  default: return false
  }
}

/// Whether a text can be an ISSN: eight digits with a hyphen, the last of which checks the others (ISO 3297).
public func isISSN(_ text: String) -> Bool {
  guard let digits = digits(text, separators: [0x2D]), digits.count == 8 else { return false }
  let bytes = Array(text.utf8)
  guard bytes.count == 8 || bytes.count == 9 && bytes[4] == 0x2D else { return false }
  return digits.enumerated().reduce(0) { $0 + (8 - $1.offset) * $1.element } % 11 == 0
}

/// The values of digits, of which the last may be ten, written as `X`; `nil` where there is anything else.
private func digits(_ text: String, separators: Set<UInt8>) -> [Int]? {
  let bytes = text.utf8.filter { !separators.contains($0) }
  var digits: [Int] = []
  for (position, byte) in bytes.enumerated() {
    switch byte {
    case 48...57: digits.append(Int(byte) - 48)
    case 0x58, 0x78:
      if position < bytes.count - 1 { return nil }
      digits.append(10)
    default: return nil
    }
  }
  return digits
}
