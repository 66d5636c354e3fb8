/// What Chancery wrote into an output folder, so that it removes its own files and no others.
///
/// A text file in the folder itself: a version line, then a line for each file with its checksum
/// and path. Before a build writes, it adds the new site's files, without a checksum yet, so that a
/// build that was killed is completed by the next.
struct Manifest {
  static let path = ".chancery-files"
  private static let version = "chancery 1"

  /// Checksums by path; `nil` for a file that a build was about to write.
  private(set) var files: [String: UInt64?] = [:]

  /// `nil` where there is none, or it cannot be understood.
  init?(_ bytes: [UInt8]?) {
    guard let bytes, let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 2, lines[0] == Self.version, lines[lines.count - 1].isEmpty else { return nil }
    for line in lines.dropFirst().dropLast() {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, Self.isInside(parts[1]) else { return nil }
      if parts[0] == "-" {
        files.updateValue(nil, forKey: String(parts[1]))
      } else if let sum = UInt64(parts[0], radix: 16) {
        files[String(parts[1])] = sum
      } else {
        return nil
      }
    }
  }

  init(_ files: [String: UInt64?] = [:]) { self.files = files }

  func contains(_ path: String) -> Bool { files[path] != nil }

  /// Also lists files that are about to be written.
  func adding(_ paths: some Sequence<String>) -> Manifest {
    var result = self
    for path in paths { result.files.updateValue(nil, forKey: path) }
    return result
  }

  var bytes: [UInt8] {
    var text = Self.version + "\n"
    for (path, sum) in files.sorted(by: { $0.key < $1.key }) {
      text += (sum.map { String($0, radix: 16) } ?? "-") + " \(path)\n"
    }
    return Array(text.utf8)
  }

  /// Whether a path stays below the folder.
  private static func isInside(_ path: Substring) -> Bool {
    !path.isEmpty && !path.hasPrefix("/")
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".."
      }
  }
}
