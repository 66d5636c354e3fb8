internal import Cache

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What keeps a site from being written.
public struct OutputError: Error, CustomStringConvertible {
  public let description: String

  package init(description: String) { self.description = description }

  /// A system call's fault, of which `errno` tells.
  static func fault(_ path: String, _ what: StaticString = "written") -> OutputError {
    let reason = String(cString: strerror(errno))
    return OutputError(description: "“\(path)” cannot be \(what): \(reason)")
  }
}

/// What is at a path.
enum FileKind {
  case nothing, file, folder, link, other

  /// The last part of the path is not followed where it is a symbolic link.
  init(of path: String) {
    var info = stat()
    guard lstat(path, &info) == 0 else {
      self = .nothing
      return
    }
    switch info.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }
}

/// Bytes of a regular file; `nil` where there is none that can be read.
package func readFile(_ path: String, followsLinks: Bool = false) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW))
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  guard let size = regularSize(descriptor) else { return nil }
  var isWhole = true
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    guard let base = buffer.baseAddress else { return }
    while count < size {
      let got = readSome(descriptor, base + count, size - count)
      guard got > 0 else {
        isWhole = false
        return
      }
      count += got
    }
  }
  return isWhole ? bytes : nil
}

/// Whether a regular file holds exactly some bytes.
func isFile(_ path: String, holding bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
  guard descriptor >= 0 else { return false }
  defer { close(descriptor) }
  guard regularSize(descriptor) == bytes.count else { return false }
  guard let base = bytes.baseAddress else { return true }
  return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { chunk in
    guard let start = chunk.baseAddress else { return false }
    var at = 0
    while at < bytes.count {
      let got = readSome(descriptor, start, min(chunk.count, bytes.count - at))
      guard got > 0, memcmp(start, base + at, got) == 0 else { return false }
      at += got
    }
    return true
  }
}

/// Names of what a folder holds.
package func names(in folder: String) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = String(decoding: nameBytes(of: entry), as: UTF8.self)
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}

/// Paths of the files below a folder, in order; links are not followed.
package func filesBelow(_ folder: String) -> [String] {
  names(in: folder).sorted().flatMap { name -> [String] in
    switch FileKind(of: "\(folder)/\(name)") {
    case .file: [name]
    case .folder: filesBelow("\(folder)/\(name)").map { "\(name)/\($0)" }
    case .nothing, .link, .other: []
    }
  }
}

func writeAll(
  _ descriptor: Int32, _ bytes: UnsafeBufferPointer<UInt8>, naming path: String
) throws(OutputError) {
  guard let base = bytes.baseAddress else { return }
  var written = 0
  while written < bytes.count {
    let count = write(descriptor, base + written, bytes.count - written)
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { throw .fault(path) }
    written += count
  }
}

func writeAll(_ descriptor: Int32, _ bytes: [UInt8], naming path: String) throws(OutputError) {
  try bytes.withUnsafeBufferPointer { buffer throws(OutputError) in
    try writeAll(descriptor, buffer, naming: path)
  }
}

private func regularSize(_ descriptor: Int32) -> Int? {
  var info = stat()
  guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
  return Int(info.st_size)
}

private func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  while true {
    let got = read(descriptor, buffer, count)
    if got < 0, errno == EINTR { continue }
    return got
  }
}

/// The absolute path of what is there, its symbolic links followed; `nil` where nothing is.
package func realPath(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}
