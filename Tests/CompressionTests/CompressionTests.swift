import CZlib
import Testing

@testable import Compression

struct CompressionTests {
  static let text = Array(String(repeating: "A page of a brief, and its notes. ", count: 200).utf8)

  /// RFC 1952, 2.3: no flags, no time, no name; made with the slowest level, on Unix.
  @Test func gzipSaysNothingOfWhenAndWhere() throws {
    let packed = try Encoding.gzip.encoded(Self.text)
    #expect(packed.prefix(10) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3])
    #expect(packed.count < Self.text.count / 10)
    #expect(try unpacked(packed, windowBits: 31) == Self.text)
  }

  @Test func aRawStreamHasNoFrame() throws {
    let packed = try deflated(Self.text, as: .none, level: 6)
    #expect(try unpacked(packed, windowBits: -15) == Self.text)
  }

  @Test(arguments: Encoding.allCases)
  func theSameBytesGiveTheSame(coding: Encoding) throws {
    #expect(try coding.encoded(Self.text) == coding.encoded(Self.text))
    #expect(try !coding.encoded([]).isEmpty)
  }

  /// The check value of CRC-32/ISO-HDLC.
  @Test func theChecksumIsThatOfZIP() {
    #expect(cyclicChecksum(Array("123456789".utf8)) == 0xCBF4_3926)
  }

  private func unpacked(_ packed: [UInt8], windowBits: Int32) throws -> [UInt8] {
    var stream = z_stream()
    try #require(
      inflateInit2_(&stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK)
    defer { inflateEnd(&stream) }
    var input = packed
    var output = [UInt8](repeating: 0, count: 1 << 16)
    let (room, size) = (output.count, input.count)
    let result = input.withUnsafeMutableBufferPointer { from in
      output.withUnsafeMutableBufferPointer { to in
        stream.next_in = from.baseAddress
        stream.avail_in = UInt32(size)
        stream.next_out = to.baseAddress
        stream.avail_out = UInt32(room)
        return inflate(&stream, Z_FINISH)
      }
    }
    try #require(result == Z_STREAM_END)
    return Array(output.prefix(room - Int(stream.avail_out)))
  }
}
