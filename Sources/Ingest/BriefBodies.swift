internal import Cache
internal import Model
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The bodies of a brief's sections and notes: nearly all of its bytes, which only its own pages show.
struct BriefBodies: Sendable {
  var sections: [Prose] = []
  var notes: [Prose] = []

  init() {}

  /// Takes the bodies out of a brief.
  init(takenFrom brief: inout Brief) {
    sections = brief.sections.map(\.body)
    notes = brief.notes.map(\.body)
    brief.removeBodies()
  }

  /// Puts the bodies back where they were taken from.
  func put(into brief: inout Brief) {
    for (index, body) in zip(brief.sections.indices, sections) { brief.sections[index].body = body }
    for (index, body) in zip(brief.notes.indices, notes) { brief.notes[index].body = body }
  }
}

extension Brief {
  /// The bodies of its sections, then those of its notes, as bytes: the text of all at the end.
  fileprivate var bodyBytes: [UInt8] {
    var writer = ByteWriter()
    var size = 0
    for index in sections.indices { size += sections[index].body.packedSize }
    for index in notes.indices { size += notes[index].body.packedSize }
    writer.bytes.reserveCapacity(size)
    for index in sections.indices { writer.write(nodesOf: sections[index].body) }
    for index in notes.indices { writer.write(nodesOf: notes[index].body) }
    for index in sections.indices { writer.bytes += sections[index].body.bytes }
    for index in notes.indices { writer.bytes += notes[index].body.bytes }
    return writer.bytes
  }

  fileprivate mutating func removeBodies() {
    for index in sections.indices { sections[index].body = Prose() }
    for index in notes.indices { notes[index].body = Prose() }
  }
}

/// Where a brief's bodies are.
enum KeptBodies: Sendable {
  /// Sections and notes one after another.
  case memory([UInt8])
  /// The same, in the store's file.
  case file(offset: Int, size: Int)
  /// In the content folder alone: to be read again.
  case source

  /// Bytes of memory.
  var size: Int {
    if case .memory(let bytes) = self { return bytes.count }
    return 0
  }
}

/// Keeps bodies in memory, and beyond a limit in a file without a name, which ends with the program:
/// so memory does not grow with the content.
final class BodyStore: Sendable {
  /// Bytes that are kept in memory: those of about 5,000 long briefs.
  static let most = 256 << 20
  /// Whether there is a file; without one, what finds no room stays in the content folder alone.
  private let spills: Bool

  private struct State {
    var inMemory = 0
    /// -1 before the file is made, -2 where none can be.
    var descriptor: Int32 = -1
    var end = 0
  }
  private let state = Mutex(State())

  init(spills: Bool = true) { self.spills = spills }

  /// Says that bytes are taken already.
  func occupy(_ bytes: Int) { state.withLock { $0.inMemory += bytes } }

  deinit {
    state.withLock { if $0.descriptor >= 0 { close($0.descriptor) } }
  }

  /// Takes the bodies of a brief out of it.
  func keepBodies(of brief: inout Brief) -> KeptBodies {
    let bytes = brief.bodyBytes
    brief.removeBodies()
    let hasRoom = state.withLock { state in
      guard state.inMemory + bytes.count <= Self.most else { return false }
      state.inMemory += bytes.count
      return true
    }
    if hasRoom { return .memory(bytes) }
    guard spills else { return .source }
    // Where the file takes no more, memory has to.
    guard let (descriptor, offset) = room(for: bytes.count),
      writeAll(bytes, descriptor, offset)
    else { return .memory(bytes) }
    return .file(offset: offset, size: bytes.count)
  }

  /// The bodies of a brief that has so many sections and notes; `nil` where the file cannot be read any
  /// more, and for those that are in neither.
  func bodies(_ kept: KeptBodies, sections: Int, notes: Int) -> BriefBodies? {
    let packed: [UInt8]?
    switch kept {
    case .memory(let bytes): packed = bytes
    case .file(let offset, let size):
      packed = readAll(state.withLock { $0.descriptor }, offset, size)
    case .source: packed = nil
    }
    return packed?.withUnsafeBytes { buffer in
      var reader = ByteReader(buffer)
      var bodies = BriefBodies()
      bodies.sections.reserveCapacity(sections)
      bodies.notes.reserveCapacity(notes)
      do throws(ByteReader.Damage) {
        var end = 0
        for index in 0..<(sections + notes) {
          let (prose, size) = try reader.proseWithoutText(from: end)
          end += size
          if index < sections { bodies.sections.append(prose) } else { bodies.notes.append(prose) }
        }
        // One memory for all, which none changes.
        let text = Array(try reader.raw(end))
        for index in bodies.sections.indices { bodies.sections[index].bytes = text }
        for index in bodies.notes.indices { bodies.notes[index].bytes = text }
        return bodies
      } catch {
        return nil
      }
    }
  }

  private func room(for size: Int) -> (descriptor: Int32, offset: Int)? {
    state.withLock { state in
      if state.descriptor == -1 { state.descriptor = Self.namelessFile() }
      guard state.descriptor >= 0 else { return nil }
      defer { state.end += size }
      return (state.descriptor, state.end)
    }
  }

  private static func namelessFile() -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/chancery-XXXXXX".utf8CString)
    let descriptor = path.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else { return -2 }
    unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }

  private func writeAll(_ bytes: [UInt8], _ descriptor: Int32, _ offset: Int) -> Bool {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return true }
      var done = 0
      while done < buffer.count {
        let count = pwrite(descriptor, base + done, buffer.count - done, off_t(offset + done))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }

  private func readAll(_ descriptor: Int32, _ offset: Int, _ size: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      while count < size {
        let got = pread(descriptor, base + count, size - count, off_t(offset + count))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        count += got
      }
    }
    return bytes.count == size ? bytes : nil
  }
}

extension Prose {
  /// How many bytes it takes when packed, roughly.
  fileprivate var packedSize: Int { bytes.count + nodes.count * 4 + 8 }
}
