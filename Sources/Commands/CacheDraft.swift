internal import Cache

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that is written piece by piece under another name, and takes its own when it is whole: so that
/// memory need not hold all of it. At its end stands a checksum of the rest.
final class CacheDraft {
  private static let piece = 256 << 10

  private let path: String
  private let descriptor: Int32
  private var sum: UInt64 = 0
  private var isWhole = true

  init?(_ path: String) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    if descriptor < 0 { return nil }
  }

  /// The checksum of a file: each piece is summed up with what was before it.
  static func sum(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var sum: UInt64 = 0
    var at = 0
    while at < bytes.count {
      let end = min(at + piece, bytes.count)
      sum = checksum(of: [sum, checksum(UnsafeBufferPointer(rebasing: bytes[at..<end]))])
      at = end
    }
    return sum
  }

  /// Writes whole pieces off a writer's front.
  func takePieces(of writer: inout ByteWriter) {
    guard writer.bytes.count >= Self.piece else { return }
    var at = 0
    while writer.bytes.count - at >= Self.piece {
      take(writer.bytes[at..<(at + Self.piece)])
      at += Self.piece
    }
    writer.bytes.removeFirst(at)
  }

  /// Writes the rest, and gives the file its name where all of it was written; else there is none.
  func finish(_ writer: consuming ByteWriter, as name: String) {
    takePieces(of: &writer)
    if !writer.bytes.isEmpty { take(writer.bytes[...]) }
    var end = ByteWriter()
    end.write(sum)
    put(end.bytes[...])
    guard close(descriptor) == 0, isWhole, rename(path, name) == 0 else {
      unlink(path)
      return
    }
  }

  private func take(_ bytes: ArraySlice<UInt8>) {
    sum = checksum(of: [sum, bytes.withUnsafeBufferPointer { checksum($0) }])
    put(bytes)
  }

  private func put(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { bytes in
      var done = 0
      while isWhole, done < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
        let count = write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        isWhole = count > 0
        done += max(0, count)
      }
    }
  }
}
