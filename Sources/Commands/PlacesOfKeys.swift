internal import Diagnostics
internal import Ingest

/// Where keys stand in the files of a content folder, each read once.
final class PlacesOfKeys {
  private let content: String
  private var files: [String: KeyPlaces] = [:]

  init(content: String) { self.content = content }

  /// - Parameters:
  ///   - file: relative to the content folder.
  ///   - keys: those that lead to a value, the outermost first. Where they are not there, the file's
  ///     beginning.
  func location(of file: String, _ keys: [String]) -> SourceLocation {
    if files[file] == nil {
      files[file] = KeyPlaces(fileBytes("\(content)/\(file)") ?? [], file: file)
    }
    let first = SourcePosition(line: 1, column: 1)
    return SourceLocation(
      file: file, position: files[file]?.position(of: keys) ?? first,
      length: keys.last?.utf8.count ?? 1)
  }
}
