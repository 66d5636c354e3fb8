internal import CZlib

/// What stands around a stream of RFC 1951.
package enum DeflateFrame: Sendable {
  case none
  /// RFC 1952, without a time and without a name.
  case gzip
}

/// A content as one deflate stream, in a frame.
///
/// - Parameter level: 1 to 9, the smallest last.
package func deflated(
  _ content: [UInt8], as frame: DeflateFrame, level: Int32
) throws(CompressionFault) -> [UInt8] {
  guard content.count < Int(UInt32.max) else { throw CompressionFault() }
  let windowBits = frame == .gzip ? MAX_WBITS + 16 : -MAX_WBITS
  var stream = z_stream()
  let started = deflateInit2_(
    &stream, level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  guard started == Z_OK else { throw CompressionFault() }
  defer { deflateEnd(&stream) }
  let room = Int(deflateBound(&stream, UInt(content.count)))
  var isWhole = false
  var input = content
  let packed = input.withUnsafeMutableBufferPointer { input in
    [UInt8](unsafeUninitializedCapacity: room) { output, count in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(clamping: room)
      isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
      count = room - Int(stream.avail_out)
    }
  }
  guard isWhole else { throw CompressionFault() }
  return packed
}

/// The CRC-32 of ZIP and gzip.
package func cyclicChecksum(_ content: [UInt8]) -> UInt32 {
  content.withUnsafeBufferPointer { buffer in
    UInt32(truncatingIfNeeded: crc32_z(0, buffer.baseAddress, buffer.count))
  }
}

let zlibVersionText = String(cString: zlibVersion())
