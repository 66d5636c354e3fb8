internal import Cache

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What a file holds; `nil` where it cannot be read.
func fileBytes(_ path: String) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  return bytes(of: descriptor)
}

/// All that can be read from there; `nil` where it fails.
func bytes(of descriptor: Int32) -> [UInt8]? {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    if count < 0 { return nil }
    if count == 0 { return bytes }
    bytes += chunk[..<count]
  }
}

func isFolder(_ path: String) -> Bool {
  var info = stat()
  return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
}

/// Paths of all files below a folder, but hidden ones; links are files, pipes and devices are not.
func filePaths(in root: String) -> Set<String> {
  var paths: Set<String> = []
  var folders = [""]
  while let folder = folders.popLast() {
    guard let directory = opendir(folder.isEmpty ? root : "\(root)/\(folder)") else { continue }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = String(decoding: nameBytes(of: entry), as: UTF8.self)
      if name.hasPrefix(".") { continue }
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      var info = stat()
      guard lstat("\(root)/\(path)", &info) == 0 else { continue }
      switch info.st_mode & S_IFMT {
      case S_IFDIR: folders.append(path)
      case S_IFREG, S_IFLNK: paths.insert(path)
      default: break
      }
    }
  }
  return paths
}

/// Puts a whole file in the place of one that holds what it is expected to, with the same permissions,
/// or none of it.
///
/// - Returns: why it could not.
func replaceFile(_ path: String, having expected: [UInt8], with bytes: [UInt8]) -> String? {
  var info = stat()
  guard stat(path, &info) == 0 else { return String(cString: strerror(errno)) }
  // A file that may not be written is not replaced either.
  guard access(path, W_OK) == 0 else { return String(cString: strerror(errno)) }
  guard fileBytes(path) == expected else { return "it was changed meanwhile; try again" }
  return replaceFile(path, with: bytes, mode: info.st_mode & 0o7777)
}

/// Puts a whole file in the place of another, or none of it.
///
/// - Parameter mode: its permissions; those of any new file where they are not given.
/// - Returns: why it could not.
func replaceFile(_ path: String, with bytes: [UInt8], mode: mode_t? = nil) -> String? {
  // Hidden, so that what a killed run leaves is no file of the content.
  var parts = path.split(separator: "/", omittingEmptySubsequences: false)
  let name = parts.popLast() ?? ""
  let temporary = (parts + [".\(name).\(getpid()).tmp"]).joined(separator: "/")
  let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { return String(cString: strerror(errno)) }
  var at = 0
  while at < bytes.count {
    let count = bytes[at...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { break }
    at += count
  }
  if let mode { fchmod(descriptor, mode) }
  if at == bytes.count, close(descriptor) == 0, rename(temporary, path) == 0 { return nil }
  let reason = String(cString: strerror(errno))
  unlink(temporary)
  return reason
}
