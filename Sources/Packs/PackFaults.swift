internal import Diagnostics
internal import Model
internal import Publish

/// Tells what of the content Typst could not set.
struct PackFaults {
  let portal: Portal
  let content: String

  /// Findings for a document that could not be compiled: every character without a shape, wherever
  /// the brief's files hold it; else what Typst says.
  func findings(_ error: String, briefs: [Brief], file: String) -> [Finding] {
    let missing = characters(in: error)
    guard !missing.isEmpty else {
      let first = error.split(separator: "\n").first.map(String.init) ?? error
      return [
        Finding(
          .error, "pack", at: SourceLocation(file: file),
          "this brief cannot be set for print: \(first)",
          hint:
            "look at the pictures that it shows; each must be a whole PNG, JPEG, GIF, SVG or WebP file"
        )
      ]
    }
    var findings: [Finding] = []
    for file in ([file] + briefs.flatMap(files)).distinct() {
      guard let bytes = readFile("\(content)/\(file)", followsLinks: true) else { continue }
      for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        .enumerated()
      {
        for character in missing {
          let pattern = Array(character.utf8)
          guard let column = line.firstRange(of: pattern)?.lowerBound else { continue }
          findings.append(
            Finding(
              .error, "missing-glyph",
              at: SourceLocation(
                file: file,
                position: SourcePosition(line: number + 1, column: column - line.startIndex + 1),
                length: pattern.count),
              "no typeface here has a shape for “\(character)” (\(Self.codes(of: character)))",
              hint: "install a typeface that has it, or write it otherwise"))
        }
      }
    }
    if findings.isEmpty {
      let list = missing.map { "“\($0)” (\(Self.codes(of: $0)))" }.joined(separator: ", ")
      findings = [
        Finding(
          .error, "missing-glyph",
          at: SourceLocation(file: file),
          "no typeface here has a shape for \(list)",
          hint: "install a typeface that has it, or write it otherwise")
      ]
    }
    return findings
  }

  /// What stands between `the text` + backtick + quote and its end in Typst's message.
  private func characters(in error: String) -> [String] {
    var found: [String] = []
    for line in error.split(separator: "\n") where line.contains("could not be displayed") {
      guard let start = line.firstRange(of: "`\""), let end = line.firstRange(of: "\"` could")
      else {
        continue
      }
      guard start.upperBound < end.lowerBound else { continue }
      let text = unescaped(String(line[start.upperBound..<end.lowerBound]))
      if !found.contains(text) { found.append(text) }
    }
    return found
  }

  /// Typst writes some characters as `\u{…}`.
  private func unescaped(_ text: String) -> String {
    guard text.hasPrefix("\\u{"), text.hasSuffix("}"),
      let value = UInt32(text.dropFirst(3).dropLast(), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { return text }
    return String(Character(scalar))
  }

  static func codes(of text: String) -> String {
    text.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }.joined(separator: " ")
  }

  /// Files that the brief's documents take words from.
  private func files(of brief: Brief) -> [String] {
    let folder = brief.file.split(separator: "/").dropLast().joined(separator: "/")
    var files = [brief.file] + brief.sections.map(\.file) + brief.notes.map(\.location.file)
    files += ["sources.yaml", "events.yaml"].map { "\(folder)/\($0)" }
    for map in brief.maps { files.append("\(folder)/maps/\(map.id).yaml") }
    for chart in brief.charts { files.append("\(folder)/charts/\(chart.id).yaml") }
    for table in brief.tables {
      files += ["csv", "yaml"].map { "\(folder)/data/\(table.id).\($0)" }
    }
    files += ["portal.yaml", "people.yaml", "actors.yaml", "places.yaml", "glossary.yaml"]
    return files
  }
}

extension [String] {
  /// Each once, where it stands first.
  fileprivate func distinct() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
