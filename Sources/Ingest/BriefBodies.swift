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
  var sections: [Prose]
  var notes: [Prose]

  /// Takes the bodies out of a brief.
  init(takenFrom brief: inout Brief) {
    sections = []
    sections.reserveCapacity(brief.sections.count)
    for index in brief.sections.indices {
      sections.append(brief.sections[index].body)
      brief.sections[index].body = Prose()
    }
    notes = []
    notes.reserveCapacity(brief.notes.count)
    for index in brief.notes.indices {
      notes.append(brief.notes[index].body)
      brief.notes[index].body = Prose()
    }
  }

  /// Puts the bodies back where they were taken from.
  func put(into brief: inout Brief) {
    for (index, body) in zip(brief.sections.indices, sections) { brief.sections[index].body = body }
    for (index, body) in zip(brief.notes.indices, notes) { brief.notes[index].body = body }
  }

  /// Bytes of memory that they take, roughly.
  var size: Int { (sections + notes).reduce(0) { $0 + $1.size } }
}

/// Where a brief's bodies are.
enum KeptBodies: Sendable {
  case memory(BriefBodies, size: Int)
  /// In the store's file: sections and notes one after another.
  case file(offset: Int, size: Int, sections: Int, notes: Int)
  /// In the content folder alone: to be read again.
  case source

  /// Bytes of memory.
  var size: Int {
    if case .memory(_, let size) = self { return size }
    return 0
  }
}

/// Keeps bodies in memory, and beyond a limit in a file without a name, which ends with the program:
/// so memory does not grow with the content.
final class BodyStore: Sendable {
  /// Bytes that are kept in memory.
  static let most = 64 << 20
  /// The same where there is no file.
  static let mostUnspilled = 128 << 20
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

  func keep(_ bodies: BriefBodies) -> KeptBodies {
    let size = bodies.size
    let most = spills ? Self.most : Self.mostUnspilled
    let hasRoom = state.withLock { state in
      guard state.inMemory + size <= most else { return false }
      state.inMemory += size
      return true
    }
    if hasRoom { return .memory(bodies, size: size) }
    guard spills else { return .source }
    var writer = ByteWriter()
    for prose in bodies.sections { writer.write(prose) }
    for prose in bodies.notes { writer.write(prose) }
    let bytes = writer.bytes
    // Where the file takes no more, memory has to.
    guard let (descriptor, offset) = room(for: bytes.count),
      writeAll(bytes, descriptor, offset)
    else { return .memory(bodies, size: size) }
    return .file(
      offset: offset, size: bytes.count, sections: bodies.sections.count,
      notes: bodies.notes.count)
  }

  /// `nil` where the file cannot be read any more.
  func bodies(at offset: Int, _ size: Int, sections: Int, notes: Int) -> BriefBodies? {
    let descriptor = state.withLock { $0.descriptor }
    guard let bytes = readAll(descriptor, offset, size) else { return nil }
    return bytes.withUnsafeBytes { buffer in
      var reader = ByteReader(buffer)
      var bodies = BriefBodies()
      do throws(ByteReader.Damage) {
        for _ in 0..<sections { bodies.sections.append(try reader.prose()) }
        for _ in 0..<notes { bodies.notes.append(try reader.prose()) }
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

extension BriefBodies {
  fileprivate init() { (sections, notes) = ([], []) }
}
