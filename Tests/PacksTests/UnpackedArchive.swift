import CZlib
import Testing

/// A ZIP archive read back from its directory, each part compared with what the file's own header
/// says.
struct UnpackedArchive {
  struct Entry {
    var name: String
    var content: [UInt8]
    var packed: Int
    var isStored: Bool
    var isUTF8: Bool
    var moment: UInt32
  }

  private(set) var entries: [Entry] = []

  init(_ bytes: [UInt8]) throws {
    func short(_ at: Int) -> Int { Int(bytes[at]) | Int(bytes[at + 1]) << 8 }
    func long(_ at: Int) -> Int { short(at) | short(at + 2) << 16 }
    let end = bytes.count - 22
    try #require(end >= 0 && long(end) == 0x0605_4b50)
    var at = long(end + 16)
    #expect(at + long(end + 12) == end)
    for _ in 0..<short(end + 10) {
      try #require(long(at) == 0x0201_4b50)
      let (packed, size, nameSize) = (long(at + 20), long(at + 24), short(at + 28))
      let file = long(at + 42)
      try #require(long(file) == 0x0403_4b50)
      // What both headers say is the same.
      #expect(bytes[(at + 6)..<(at + 32)].elementsEqual(bytes[(file + 4)..<(file + 30)]))
      let name = bytes[(at + 46)..<(at + 46 + nameSize)]
      #expect(name.elementsEqual(bytes[(file + 30)..<(file + 30 + nameSize)]))
      let start = file + 30 + nameSize
      let raw = Array(bytes[start..<(start + packed)])
      let content = short(at + 10) == 0 ? raw : try Self.inflated(raw, size: size)
      #expect(content.count == size)
      #expect(Int(crc32(0, content, UInt32(content.count))) == long(at + 16))
      entries.append(
        Entry(
          name: String(decoding: name, as: UTF8.self), content: content, packed: packed,
          isStored: short(at + 10) == 0, isUTF8: short(at + 8) & 0x0800 != 0,
          moment: UInt32(long(at + 12))))
      at += 46 + nameSize
    }
    #expect(at == end)
  }

  subscript(name: String) -> String {
    entries.first { $0.name == name }.map { String(decoding: $0.content, as: UTF8.self) } ?? ""
  }

  private static func inflated(_ packed: [UInt8], size: Int) throws -> [UInt8] {
    var stream = z_stream()
    try #require(
      inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK)
    defer { inflateEnd(&stream) }
    var input = packed
    var output = [UInt8](repeating: 0, count: size + 1)
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    try #require(status == Z_STREAM_END)
    return Array(output.prefix(size + 1 - Int(stream.avail_out)))
  }
}
