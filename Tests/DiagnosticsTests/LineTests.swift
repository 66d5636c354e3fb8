import Diagnostics
import Testing

/// Lines end with a line feed, a carriage return, or both together.
struct LineTests {
  private static func starts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x0D {
        at += at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
        starts.append(at)
      } else {
        at += 1
        if bytes[at - 1] == 0x0A { starts.append(at) }
      }
    }
    return starts
  }

  @Test func asByteByByte() {
    var random = SystemRandomNumberGenerator()
    for round in 0..<5000 {
      let choice: [UInt8] = round % 3 == 0 ? [0x0A, 0x61] : [0x0A, 0x0D, 0x61, 0x62]
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        choice[Int.random(in: 0..<choice.count, using: &random)]
      }
      let expected = Self.starts(of: bytes)
      #expect(lineStarts(of: bytes) == expected, "\(bytes)")
      bytes.withUnsafeBufferPointer { buffer in
        #expect(lineEndCount(in: buffer) == expected.count - 1, "\(bytes)")
        // A few at a time, as a file's lines are asked for.
        var (some, scanned) = ([0], 0)
        for most in [1, 2, 5, Int.max] {
          scanned = addLineStarts(of: buffer, from: scanned, to: &some, upTo: most)
          #expect(some == Array(expected.prefix(max(some.count, 1))), "\(bytes)")
        }
        #expect(some == expected, "\(bytes)")
      }
    }
  }
}
