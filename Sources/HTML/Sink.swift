/// A growing buffer of bytes, reused from page to page.
///
/// Owns raw memory because bytes are appended in runs of any size from borrowed buffers; every
/// access is bounds-kept by `reserve`.
public struct Sink: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  public private(set) var count = 0
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
  public mutating func removeAll() { count = 0 }

  public mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return }
    reserve(bytes.count)
    (base + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Markup known when the program was compiled.
  public mutating func append(_ markup: StaticString) {
    markup.withUTF8Buffer { append($0) }
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
    if number >= 0, number < 10 { return append(UInt8(48 + number)) }
    append(unsafe: String(number))
  }

  public borrowing func withBytes<R, E: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try body(UnsafeBufferPointer(start: base, count: count))
  }

  /// The byte written last.
  public var last: UInt8? { count > 0 ? base[count - 1] : nil }

  /// A copy of what was written.
  public var bytes: [UInt8] { withBytes { Array($0) } }

  @usableFromInline mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(capacity * 2, count + more)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    grown.update(from: base, count: count)
    base.deallocate()
    base = grown
  }
}
