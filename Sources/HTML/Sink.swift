/// A growing buffer of bytes, reused from page to page.
///
/// Owns raw memory because bytes are appended in runs of any size from borrowed buffers; every
/// access is bounds-kept by `reserve`.
public struct Sink: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var length = 0
  public var count: Int { length }
  /// How elements without content and attributes without a value are written.
  public let syntax: Syntax

  /// HTML's syntax, or XML's, which XHTML has.
  public enum Syntax: Sendable { case html, xml }

  public init(capacity: Int = 1 << 16, syntax: Syntax = .html) {
    self.capacity = max(capacity, 64)
    self.syntax = syntax
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Empties the sink and keeps its memory.
  public mutating func removeAll() { length = 0 }

  @inlinable public mutating func append(_ byte: UInt8) {
    reserve(1)
    base[length] = byte
    length += 1
  }

  @inlinable public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return }
    reserve(bytes.count)
    (base + length).update(from: start, count: bytes.count)
    length += bytes.count
  }

  /// Markup known when the program was compiled.
  @inlinable public mutating func append(_ markup: StaticString) {
    guard markup.hasPointerRepresentation else { return markup.withUTF8Buffer { append($0) } }
    append(UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// The end of the tag of an element of HTML that has no content.
  public mutating func endVoidTag() { append(syntax == .xml ? "/>" : ">") }

  /// Bytes that are markup already, or that need no escaping where they go.
  public mutating func append(unsafe string: String) {
    var string = string
    string.withUTF8 { append($0) }
  }

  /// Bytes that are markup already, or that need no escaping where they go.
  public mutating func append(unsafe bytes: some Sequence<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ append($0) }) == nil {
      for byte in bytes { append(byte) }
    }
  }

  public mutating func append(_ number: Int) {
    guard number >= 0 else { return append(unsafe: String(number)) }
    var digits = 1
    var rest = number
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    reserve(digits)
    rest = number
    for at in stride(from: length + digits - 1, through: length, by: -1) {
      base[at] = UInt8(48 + rest % 10)
      rest /= 10
    }
    length += digits
  }

  public borrowing func withBytes<R, E: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try body(UnsafeBufferPointer(start: base, count: length))
  }

  /// The byte written last.
  public var last: UInt8? { length > 0 ? base[length - 1] : nil }

  /// A copy of what was written.
  public var bytes: [UInt8] { withBytes { Array($0) } }

  @inlinable mutating func reserve(_ more: Int) {
    if length + more > capacity { grow(more) }
  }

  @usableFromInline mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, length + more)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    grown.update(from: base, count: length)
    base.deallocate()
    base = grown
  }
}
