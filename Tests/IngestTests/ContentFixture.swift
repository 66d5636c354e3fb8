import Diagnostics
import FoundationEssentials
import HTML
import Ingest
import Model
import Templates

/// A content folder in a temporary directory, gone with the value.
final class ContentFixture {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("chancery-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(Array(text.utf8), to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = "\(path)/\(name)"
    if let slash = file.lastIndex(of: "/") {
      try FileManager.default.createDirectory(
        atPath: String(file[..<slash]), withIntermediateDirectories: true)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: file))
  }

  func link(_ name: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: destination)
  }

  func read(jobs: Int = 2) async throws -> IngestedPortal {
    try await readPortal(at: path, jobs: jobs)
  }

  /// Each finding on a line: severity, rule, file and place.
  func findings() async throws -> [String] { try await read().findings.map(\.line) }

  /// Every page of the site by its path; only where there is no error.
  func site() async throws -> [String: String] {
    let portal = try await read().portal
    var pages: [String: String] = [:]
    for page in Page.all(in: portal) {
      var sink = Sink()
      StandardTemplates().write(page, of: portal, to: &sink)
      pages[page.path(in: portal)] = sink.withBytes { String(decoding: $0, as: UTF8.self) }
    }
    return pages
  }
}

extension Finding {
  /// `error rule file:line:column`.
  var line: String {
    let place = location.position.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(severity.rawValue) \(rule) \(location.file)\(place)"
  }
}

extension String {
  /// How often a text stands in it.
  func occurrences(of text: String) -> Int { ranges(of: text).count }
}

/// A text without its “‸” marks, and where they stood, as `line:column` in bytes.
func unmarked(_ marked: String) -> (text: String, marks: [String]) {
  var (text, marks, line, column) = ("", [String](), 1, 1)
  for scalar in marked.unicodeScalars {
    if scalar == "‸" {
      marks.append("\(line):\(column)")
      continue
    }
    text.unicodeScalars.append(scalar)
    column = scalar == "\n" ? 1 : column + String(scalar).utf8.count
    if scalar == "\n" { line += 1 }
  }
  return (text, marks)
}

/// What `chancery render` makes of a Markdown text.
func rendered(_ markdown: String) -> String {
  let fragment = readFragment(Array(markdown.utf8), isCommonMark: false)
  var sink = Sink()
  FragmentWriter(fragment.portal, isCommonMark: false).write(to: &sink)
  return sink.withBytes { String(decoding: $0, as: UTF8.self) }
}

/// What `chancery render` finds wrong with it.
func renderFindings(_ markdown: String) -> [Finding] {
  readFragment(Array(markdown.utf8), isCommonMark: false).findings
}
