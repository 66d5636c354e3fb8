// Compression: bytes become fewer.
// In: a file's bytes. Out: its gzip or brotli form, or a raw deflate stream; the same bytes for the
// same bytes. Owns zlib and libbrotlienc: no other target sees a symbol of theirs.

/// A library gave up: there is no memory, or the content is too large for it (4 GiB).
package struct CompressionFault: Error {}

/// The versions of the libraries that the program runs with.
package let compressionVersions = "zlib \(zlibVersionText), brotli \(brotliVersion)"

/// A form in which a server can send a file in place of the file itself.
package enum Encoding: String, CaseIterable, Sendable {
  case brotli = ".br"
  case gzip = ".gz"

  /// What follows the file's name.
  package var suffix: String { rawValue }

  package func encoded(_ content: [UInt8]) throws(CompressionFault) -> [UInt8] {
    switch self {
    case .brotli: try brotliStream(of: content)
    case .gzip: try deflated(content, as: .gzip, level: 9)
    }
  }
}
