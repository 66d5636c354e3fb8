internal import Cache

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A folder of the process's own for what other programs read and write; gone with the last reference.
package final class WorkFolder: Sendable {
  package let path: String

  package init() throws(OutputError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/chancery-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw OutputError(
        description: "“\(parent)” cannot be written: \(String(cString: strerror(errno)))")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  package func makeFolder(_ name: String) throws(OutputError) {
    guard mkdir("\(path)/\(name)", 0o700) == 0 || errno == EEXIST else {
      throw OutputError(
        description: "“\(path)/\(name)” cannot be made: \(String(cString: strerror(errno)))")
    }
  }

  package func write(_ name: String, _ bytes: [UInt8]) throws(OutputError) {
    let file = fopen("\(path)/\(name)", "wb")
    let count = file.map { fwrite(bytes, 1, bytes.count, $0) } ?? -1
    guard let file, fclose(file) == 0, count == bytes.count else {
      throw OutputError(
        description: "“\(path)/\(name)” cannot be written: \(String(cString: strerror(errno)))")
    }
  }

  package func link(_ name: String, to file: String) { symlink(file, "\(path)/\(name)") }

  package func read(_ name: String) -> [UInt8]? { readFile("\(path)/\(name)") }

  private static func remove(_ path: String) {
    if unlink(path) == 0 { return }
    if let directory = opendir(path) {
      while let entry = readdir(directory) {
        let name = String(decoding: nameBytes(of: entry), as: UTF8.self)
        if name != ".", name != ".." { remove("\(path)/\(name)") }
      }
      closedir(directory)
    }
    rmdir(path)
  }
}
