internal import Cache
internal import Diagnostics
internal import Model

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What keeps a content folder from being read at all.
public struct ContentFolderError: Error, CustomStringConvertible {
  public let description: String
}

/// The content folder: lists and reads, on disk or in what is given instead, and follows no link out
/// of it.
struct ContentFolder: Sendable {
  /// Bytes of the largest file that is read.
  static let largest = 16 << 20
  /// Bytes of the largest GeoJSON: borders of many units in fine detail are data, not text.
  static let largestGeoJSON = 64 << 20

  let root: String
  private let resolved: String
  /// What is read instead of the disk.
  private let given: ContentFiles?
  /// What some files, which are there, hold instead; `nil` for one that is taken not to be there.
  private var replacements: [String: [UInt8]?] = [:]

  /// What of it is read.
  var edition = Edition.everything
  /// The language whose translations are read in the place of what they translate; `nil` where what is
  /// read is in the language asked for.
  var translation: String?
  /// Told of all that is looked at on disk.
  var trace: ReadTrace?

  init(_ files: ContentFiles) {
    root = ""
    resolved = ""
    given = files
  }

  init(_ path: String) throws(ContentFolderError) {
    var info = stat()
    guard stat(path, &info) == 0 else {
      throw ContentFolderError(description: "there is no content folder “\(path)”")
    }
    guard info.st_mode & S_IFMT == S_IFDIR else {
      throw ContentFolderError(description: "“\(path)” is not a folder")
    }
    guard let real = Self.realPath(path) else {
      throw ContentFolderError(description: "“\(path)” cannot be opened")
    }
    root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    resolved = real
    given = nil
  }

  /// The same folder with other bytes in some of its files.
  func replacing(_ files: [String: [UInt8]?]) -> ContentFolder {
    var folder = self
    folder.replacements = files
    return folder
  }

  struct Entry: Sendable {
    /// Relative to the content folder.
    var name: String
    var isFolder: Bool
  }

  /// What a folder holds, in the order of names' bytes; hidden files and backups are passed over.
  func entries(_ folder: String, log: FindingLog) -> [Entry] {
    listed(folder, log: log).filter { replacements[$0.name] != .some(nil) }
  }

  private func listed(_ folder: String, log: FindingLog) -> [Entry] {
    if let given { return given.entries(folder).filter { !Self.isPassedOver($0.name) } }
    let entries = listedOnDisk(folder, log: log)
    if let trace {
      trace.add(folder: folder, sum: Self.sum(of: entries))
    }
    return entries
  }

  /// A checksum of what a folder holds: names, and whether each is a folder.
  static func sum(of entries: [Entry]) -> UInt64 {
    checksum(of: entries.flatMap { [checksum($0.name), $0.isFolder ? 1 : 0] })
  }

  func listedOnDisk(_ folder: String, log: FindingLog) -> [Entry] {
    guard folder.isEmpty || kind(of: folder, log: FindingLog()) == S_IFDIR else { return [] }
    guard let directory = opendir(path(folder)) else {
      log.error(
        "unreadable", at: SourceLocation(file: folder.isEmpty ? "." : folder),
        "the folder cannot be read: \(reason())")
      return []
    }
    defer { closedir(directory) }
    var names: [(bytes: [UInt8], type: UInt8)] = []
    while let entry = readdir(directory) {
      let name = nameBytes(of: entry)
      if name.first == UInt8(ascii: ".") || name.last == UInt8(ascii: "~") { continue }
      names.append((name, entry.pointee.d_type))
    }
    var result: [Entry] = []
    for (bytes, type) in names.sorted(by: { precedes($0.bytes, $1.bytes) }) {
      let text = String(decoding: bytes, as: UTF8.self)
      let name = folder.isEmpty ? text : "\(folder)/\(text)"
      guard Array(text.utf8) == bytes else {
        log.error(
          "file-name", at: SourceLocation(file: name), "the file's name is not UTF-8",
          hint: "rename it")
        continue
      }
      // File systems that tell what a thing is save a look at it.
      if type == UInt8(DT_REG) || type == UInt8(DT_DIR) {
        result.append(Entry(name: name, isFolder: type == UInt8(DT_DIR)))
        continue
      }
      guard let kind = kind(of: name, log: log) else { continue }
      result.append(Entry(name: name, isFolder: kind == S_IFDIR))
    }
    return result
  }

  /// Whether there is a regular file of that name that may be read. The name comes from a text, so
  /// any folder on the way may be a link that leads out.
  func isFile(_ name: String, log: FindingLog) -> Bool {
    if let given { return given.isFile(name) }
    let isFile = isFileOnDisk(name, log: log)
    trace?.add(probe: name, isFile: isFile)
    return isFile
  }

  func isFileOnDisk(_ name: String, log: FindingLog) -> Bool {
    guard kind(of: name, log: log) == S_IFREG else { return false }
    return Self.realPath(path(name)).map { $0.hasPrefix(resolved + "/") } ?? false
  }

  /// A text file; `nil` with a finding where it cannot be used.
  func read(_ name: String, log: FindingLog) -> SourceFile? {
    guard isReadable(name, log: log), var bytes = readBytes(name, log: log) else {
      log.lose(name)
      return nil
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if checkedText(bytes, file: name, log: log) { return SourceFile(name: name, bytes: bytes) }
    log.lose(name)
    return nil
  }

  private func isReadable(_ name: String, log: FindingLog) -> Bool {
    given?.isFile(name) ?? (kind(of: name, log: log) == S_IFREG)
  }

  /// Hidden files, and backups that editors leave.
  private static func isPassedOver(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.hasPrefix(".") || name.hasSuffix("~")
  }

  /// A file's bytes, of any kind.
  func readBytes(_ name: String, log: FindingLog) -> [UInt8]? {
    if let replacement = replacements[name] { return replacement }
    if let given {
      let bytes = given.bytes(of: name)
      return isOfReadableSize(bytes?.count ?? 0, name, log: log) ? bytes : nil
    }
    let descriptor = open(path(name), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      log.error(
        "unreadable", at: SourceLocation(file: name), "the file cannot be read: \(reason())")
      return nil
    }
    defer { close(descriptor) }
    guard let stamp = FileStamp(of: descriptor) else { return nil }
    let size = Int(stamp.size)
    guard isOfReadableSize(size, name, log: log) else { return nil }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let read = Self.readSome(descriptor, buffer.baseAddress, at: count, upTo: size - count)
        if read <= 0 {
          failed = read < 0
          break
        }
        count += read
      }
    }
    if failed {
      log.error(
        "unreadable", at: SourceLocation(file: name), "the file cannot be read: \(reason())")
      return nil
    }
    // One that changes while it is read is looked at again the next time.
    if let trace {
      trace.add(file: name, bytes, FileStamp(of: descriptor) == stamp ? stamp.settled : nil)
    }
    return bytes
  }

  private func isOfReadableSize(_ size: Int, _ name: String, log: FindingLog) -> Bool {
    let isGeoJSON = name.hasSuffix(".geojson")
    let most = isGeoJSON ? Self.largestGeoJSON : Self.largest
    if size <= most { return true }
    log.error(
      "file-size", at: SourceLocation(file: name, line: 1, column: 1),
      "the file has \(size >> 20) MB; \(most >> 20) MB is the most that is read",
      hint: isGeoJSON ? "simplify it, or divide it" : "divide it")
    return false
  }

  private static func readSome(
    _ descriptor: Int32, _ base: UnsafeMutablePointer<UInt8>?, at offset: Int, upTo count: Int
  ) -> Int {
    guard let base else { return 0 }
    while true {
      let got = systemRead(descriptor, base + offset, count)
      if got < 0, errno == EINTR { continue }
      return got
    }
  }

  /// The file's type bits; `nil` with a finding for a link that leads out of the folder or nowhere.
  private func kind(of name: String, log: FindingLog) -> mode_t? {
    var info = stat()
    guard lstat(path(name), &info) == 0 else { return nil }
    if info.st_mode & S_IFMT == S_IFLNK {
      guard let real = Self.realPath(path(name)) else {
        log.error(
          "broken-link", at: SourceLocation(file: name), "the symbolic link leads nowhere",
          hint: "remove it")
        return nil
      }
      guard real == resolved || real.hasPrefix(resolved + "/") else {
        log.error(
          "link-outside", at: SourceLocation(file: name),
          "the symbolic link leads out of the content folder",
          hint: "copy the file into the folder")
        return nil
      }
      guard stat(path(name), &info) == 0 else { return nil }
    }
    let kind = info.st_mode & S_IFMT
    return kind == S_IFREG || kind == S_IFDIR ? kind : nil
  }

  func path(_ name: String) -> String { name.isEmpty ? root : "\(root)/\(name)" }

  private func reason() -> String { String(cString: strerror(errno)) }

  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}

/// The order of bytes.
private func precedes(_ a: [UInt8], _ b: [UInt8]) -> Bool {
  let order = memcmp(a, b, min(a.count, b.count))
  return order == 0 ? a.count < b.count : order < 0
}

/// `read(2)`, under a name that does not clash with a method's.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int
{
  read(descriptor, buffer, count)
}
