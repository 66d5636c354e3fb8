internal import Synchronization

/// What reading looked at: enough to tell, without reading, that it would give the same again.
public final class ReadTrace: Sendable {
  package struct File: Sendable {
    /// Relative to the folder that is read.
    package var name: String
    package var sum: UInt64
    /// `nil` where it has just been changed: then only its bytes tell.
    package var stamp: FileStamp?

    package init(name: String, sum: UInt64, stamp: FileStamp?) {
      self.name = name
      self.sum = sum
      self.stamp = stamp
    }
  }

  package struct Record: Sendable {
    package var files: [File] = []
    /// Names of what each folder holds, as a checksum.
    package var folders: [(name: String, sum: UInt64)] = []
    /// Names that may or may not be files.
    package var probes: [(name: String, isFile: Bool)] = []

    package init() {}

    /// A checksum of all that was found.
    package var sum: UInt64 {
      var parts: [UInt64] = []
      for file in files { parts += [checksum(file.name), file.sum] }
      for folder in folders { parts += [checksum(folder.name), folder.sum] }
      for probe in probes { parts += [checksum(probe.name), probe.isFile ? 1 : 0] }
      return checksum(of: parts)
    }
  }

  private let state = Mutex(Record())

  package init() {}

  package var record: Record { state.withLock { $0 } }

  package func add(file name: String, _ bytes: [UInt8], _ stamp: FileStamp?) {
    let sum = checksum(bytes)
    state.withLock { $0.files.append(File(name: name, sum: sum, stamp: stamp)) }
  }

  package func add(folder name: String, sum: UInt64) {
    state.withLock { $0.folders.append((name, sum)) }
  }

  package func add(probe name: String, isFile: Bool) {
    state.withLock { $0.probes.append((name, isFile)) }
  }
}
