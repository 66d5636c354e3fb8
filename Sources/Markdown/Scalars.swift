package func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// The scalar that ends before an offset, and where it begins.
package func scalar(before offset: Int, in text: [UInt8]) -> (Unicode.Scalar, start: Int)? {
  guard offset > 0 else { return nil }
  var start = offset - 1
  while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
  return scalar(at: start, in: text).map { ($0.0, start) }
}

/// The scalar at an offset, and where it ends.
package func scalar(at offset: Int, in text: [UInt8]) -> (Unicode.Scalar, end: Int)? {
  guard offset < text.count else { return nil }
  if text[offset] < 0x80 { return (Unicode.Scalar(text[offset]), offset + 1) }
  var iterator = text[offset..<min(offset + 4, text.count)].makeIterator()
  var decoder = UTF8()
  guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
  return (scalar, offset + UTF8.width(scalar))
}
