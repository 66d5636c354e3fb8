internal import CBrotli

/// A content as one brotli stream (RFC 7932).
func brotliStream(of content: [UInt8]) throws(CompressionFault) -> [UInt8] {
  let room = BrotliEncoderMaxCompressedSize(content.count)
  guard room > 0 || content.isEmpty else { throw CompressionFault() }
  var isWhole = false
  let packed = content.withUnsafeBufferPointer { input in
    [UInt8](unsafeUninitializedCapacity: max(room, 16)) { output, count in
      count = max(room, 16)
      isWhole =
        BrotliEncoderCompress(
          brotliQuality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, input.count, input.baseAddress,
          &count, output.baseAddress) == BROTLI_TRUE
      if !isWhole { count = 0 }
    }
  }
  guard isWhole else { throw CompressionFault() }
  return packed
}

/// Of the pages of 1,000 briefs (76 MB), quality 9 leaves 27.6 % at 6 MB a second of a core, 10 leaves
/// 24.2 % at 2.2 and 11 leaves 24.3 % at 0.9; gzip leaves 29.3 % at 21. What did not change is not
/// compressed again, so that 10 costs a page that did 30 ms.
private let brotliQuality: Int32 = 10

let brotliVersion = BrotliEncoderVersion()
