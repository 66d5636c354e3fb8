internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Whether bytes are a text: UTF-8, without zero bytes. What is wrong is a finding.
func checkedText(_ bytes: [UInt8], file: String, log: FindingLog) -> Bool {
  func location(_ offset: Int) -> SourceLocation {
    let starts = lineStarts(of: Array(bytes[..<offset]))
    return SourceLocation(
      file: file, line: starts.count, column: offset - starts[starts.count - 1] + 1)
  }
  if let fault = firstInvalidByte(in: bytes) {
    log.error(
      "not-utf-8", at: location(fault), "the text is not UTF-8 from here on",
      hint: "save it as UTF-8")
    return false
  }
  if let zero = firstZero(in: bytes) {
    log.error(
      "zero-byte", at: location(zero), "a zero byte stands here, which no text holds",
      hint: "remove it; if this is no text, give the file another ending")
    return false
  }
  return true
}

private func firstZero(in bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBytes { buffer in
    guard let start = buffer.baseAddress, let zero = memchr(start, 0, buffer.count) else {
      return nil
    }
    return UnsafeRawPointer(zero) - start
  }
}

/// The offset of the first byte that is not UTF-8; `nil` where all are.
func firstInvalidByte(in bytes: [UInt8]) -> Int? {
  if isUTF8(bytes) { return nil }
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var good = 0
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): good += String(scalar).utf8.count
    case .emptyInput: return nil
    case .error: return good
    }
  }
}

private func isUTF8(_ bytes: [UInt8]) -> Bool {
  // Without a copy where the system has it.
  if #available(macOS 26, *) {
    return (try? UTF8Span(validating: bytes.span)) != nil
  }
  return String(validating: bytes, as: UTF8.self) != nil
}
