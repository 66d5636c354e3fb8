internal import Publish

/// Checksums by path as `sha256sum` writes them: 64 digits, two blanks, the path.
enum Checksums {
  static func bytes(of files: [DeployedFile]) -> [UInt8] {
    Array(files.map { "\($0.sum)  \($0.path)\n" }.joined().utf8)
  }

  /// Those of the last deployment that came to its end; none where there was none.
  ///
  /// - Throws: where the list is damaged.
  static func read(_ folder: OutputFolder) throws(OutputError) -> [String: String] {
    guard let bytes = folder.read("deployed") else { return [:] }
    var sums: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let sum = line.prefix { $0 != " " }
      guard sum.utf8.count == 64, line.dropFirst(64).hasPrefix("  "), line.utf8.count > 66 else {
        throw OutputError(
          description: "“deployed” is not a copy of “sha256sums”; remove it to upload all")
      }
      sums[String(line.dropFirst(66))] = String(sum)
    }
    return sums
  }
}
