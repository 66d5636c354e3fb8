/// What Chancery wrote into an output folder, so that it removes its own files and no others.
///
/// A text file in the folder itself: a version line, which says of which edition they are, then a line for
/// each file with its checksum and path. While a build is under way its lines are added one by one (see `ManifestLog`), so that a
/// path may stand there with several checksums: each is of a version that Chancery wrote.
struct Manifest {
  static let path = ".chancery-files"
  static let version = "chancery 2"

  /// Checksums by path.
  private(set) var files: [String: [UInt64]] = [:]
  /// Whether every line was understood. What is left of a damaged manifest still holds.
  private(set) var isWhole = true

  /// The edition that the files are of; empty for everything that is published.
  var edition = ""
  /// That of files of several editions.
  static let mixed = " mixed"

  /// `nil` where there is none.
  init?(_ bytes: [UInt8]?) {
    guard let bytes else { return nil }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let version = Array(Self.version.utf8)
    if lines.count < 2 || !lines[0].starts(with: version) || !lines[lines.count - 1].isEmpty {
      isWhole = false
    } else {
      edition = Self.decoded(lines[0].dropFirst(version.count)) ?? ""
    }
    for line in lines.dropFirst().dropLast() {
      if let (path, sum) = Self.entry(line) {
        files[path, default: []].append(sum)
      } else {
        isWhole = false
      }
    }
  }

  init(_ files: [String: UInt64] = [:], edition: String = "") {
    self.files = files.mapValues { [$0] }
    self.edition = edition
  }

  /// The same with what some files hold now.
  func updated(_ sums: [String: UInt64], without gone: Set<String>) -> Manifest {
    var manifest = self
    for path in gone { manifest.files[path] = nil }
    manifest.files.merge(sums.mapValues { [$0] }) { _, new in new }
    return manifest
  }

  func contains(_ path: String) -> Bool { files[path] != nil }

  var bytes: [UInt8] {
    var text = Self.version + Self.encoded(edition) + "\n"
    for (path, sums) in files.sorted(by: { $0.key < $1.key }) {
      for sum in sums { text += Self.line(path, sum) }
    }
    return Array(text.utf8)
  }

  /// A file's line. Controls in its path, and `%`, are percent-encoded.
  static func line(_ path: String, _ sum: UInt64) -> String {
    "\(String(sum, radix: 16)) \(encoded(path))\n"
  }

  private static func entry(_ line: ArraySlice<UInt8>) -> (path: String, sum: UInt64)? {
    let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 1)
    guard parts.count == 2, let sum = UInt64(String(decoding: parts[0], as: UTF8.self), radix: 16),
      let path = decoded(parts[1]), isInside(path)
    else { return nil }
    return (path, sum)
  }

  private static func encoded(_ path: String) -> String {
    guard path.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "%") }) else { return path }
    var out: [UInt8] = []
    for byte in path.utf8 {
      if byte < 0x20 || byte == UInt8(ascii: "%") {
        out += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
    var out: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
          return nil
        }
        out.append(code)
        rest = rest.dropFirst(2)
      } else {
        out.append(byte)
      }
    }
    return String(validating: out, as: UTF8.self)
  }

  /// Whether a path stays below the folder.
  static func isInside(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { bytes in
      !bytes.contains(0)
        && bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
          !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
        }
    }
  }
}
