/// Findings for editors and code review. Columns are counted in Unicode scalars, from 1.
public struct MachineReport {
  private let source: (String) -> SourceLines?

  public init(source: @escaping (String) -> SourceLines?) { self.source = source }

  /// `{"findings": [{"severity", "rule", "file", "line", "column", "endColumn", "message", "hint", "related"}],
  /// "errors": n, "warnings": n}`.
  public func json(of findings: [Finding]) -> String {
    let items = findings.map { finding in
      JSONText.object(
        [
          ("severity", JSONText.quoted(finding.severity.rawValue)),
          ("rule", JSONText.quoted(finding.rule)),
        ] + place(finding.location) + [
          ("message", JSONText.quoted(finding.message)),
          ("hint", finding.hint.map(JSONText.quoted)),
          (
            "related",
            finding.related.isEmpty
              ? nil
              : JSONText.array(
                finding.related.map {
                  JSONText.object(
                    place($0.location) + [("message", JSONText.quoted($0.message))])
                })
          ),
        ])
    }
    return "{\"findings\": [\n" + items.joined(separator: ",\n") + "\n], \"errors\": "
      + "\(findings.errors), \"warnings\": \(findings.warnings)}\n"
  }

  /// SARIF 2.1.0 (OASIS), one run.
  public func sarif(of findings: [Finding], version: String) -> String {
    let rules = Set(findings.map(\.rule)).sorted()
    let results = findings.map { finding in
      let message = finding.message + (finding.hint.map { " (\($0))" } ?? "")
      return JSONText.object([
        ("ruleId", JSONText.quoted(finding.rule)),
        ("level", JSONText.quoted(finding.severity.rawValue)),
        ("message", JSONText.object([("text", JSONText.quoted(message))])),
        ("locations", JSONText.array([sarifLocation(finding.location, nil)])),
        (
          "relatedLocations",
          finding.related.isEmpty
            ? nil : JSONText.array(finding.related.map { sarifLocation($0.location, $0.message) })
        ),
      ])
    }
    let driver = JSONText.object([
      ("name", JSONText.quoted("chancery")), ("version", JSONText.quoted(version)),
      (
        "rules",
        JSONText.array(rules.map { JSONText.object([("id", JSONText.quoted($0))]) })
      ),
    ])
    let run = JSONText.object([
      ("tool", JSONText.object([("driver", driver)])),
      ("columnKind", JSONText.quoted("unicodeCodePoints")),
      ("results", JSONText.array(results, separator: ",\n")),
    ])
    return JSONText.object([
      ("$schema", JSONText.quoted("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", JSONText.quoted("2.1.0")), ("runs", JSONText.array([run])),
    ]) + "\n"
  }

  private func place(_ location: SourceLocation) -> [(String, String?)] {
    let columns = columns(location)
    return [
      ("file", JSONText.quoted(location.file)),
      ("line", location.position.map { "\($0.line)" }),
      ("column", columns.map { "\($0.start)" }), ("endColumn", columns.map { "\($0.end)" }),
    ]
  }

  private func columns(_ location: SourceLocation) -> (start: Int, end: Int)? {
    guard let position = location.position else { return nil }
    let (line, column) = (Int(position.line), Int(position.column))
    guard let lines = source(location.file) else { return (column, column + location.length) }
    let start = lines.scalarColumn(line: line, byteColumn: column)
    return (
      start, max(start + 1, lines.scalarColumn(line: line, byteColumn: column + location.length))
    )
  }

  private func sarifLocation(_ location: SourceLocation, _ message: String?) -> String {
    let region = columns(location).map { columns in
      JSONText.object([
        ("startLine", "\(location.position?.line ?? 1)"), ("startColumn", "\(columns.start)"),
        ("endColumn", "\(columns.end)"),
      ])
    }
    let file = JSONText.object([("uri", JSONText.quoted(uri(location.file)))])
    return JSONText.object([
      (
        "physicalLocation",
        JSONText.object([("artifactLocation", file), ("region", region)])
      ),
      ("message", message.map { JSONText.object([("text", JSONText.quoted($0))]) }),
    ])
  }

  private func uri(_ path: String) -> String {
    var out = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        out += "%" + (hex.count < 2 ? "0" : "") + hex
      }
    }
    return out
  }
}
