internal import HTML
internal import Model

// BibTeX and biblatex: `@techreport` is what both have for a report (Patashnik, BibTeXing, 3; biblatex
// takes it for `@report`). Text is UTF-8, in braces, with what means something to LaTeX spelt out.

func writeBibTeX(_ works: [CitedWork], hasAbstracts: Bool, to sink: inout Sink) {
  for (index, work) in works.enumerated() {
    if index > 0 { sink.append("\n") }
    sink.append("@techreport{")
    sink.append(unsafe: bibTeXKey(of: work.id))
    field("title", "{\(bibTeXText(work.fullTitle))}", to: &sink)
    if !work.authors.isEmpty {
      field("author", work.authors.map(bibTeXName).joined(separator: " and "), to: &sink)
    }
    text("institution", work.institution, to: &sink)
    text("type", work.series, to: &sink)
    text("number", work.issue, to: &sink)
    if let date = work.date {
      field("year", "\(date.year)", to: &sink)
      if let month = date.month {
        sink.append(",\n  month = ")
        sink.append(unsafe: months[month - 1])
      }
      if let day = date.day { field("day", "\(day)", to: &sink) }
    }
    address("doi", work.doi, to: &sink)
    address("url", work.url, to: &sink)
    text("isbn", work.isbn, to: &sink)
    text("issn", work.issn, to: &sink)
    text("language", work.language, to: &sink)
    if !work.topics.isEmpty { text("keywords", work.topics.joined(separator: ", "), to: &sink) }
    text("note", work.note, to: &sink)
    if hasAbstracts, !work.abstract.isEmpty {
      text("abstract", work.abstract.joined(separator: " "), to: &sink)
    }
    sink.append("\n}\n")
  }
}

/// A key that no other id gives, whatever the case of letters, which BibTeX does not tell apart: letters
/// and digits of ASCII in small letters, others as `:hex:`, then which letters were capital.
func bibTeXKey(of id: String) -> String {
  var key = ""
  var capitals: [Int] = []
  for (index, scalar) in id.unicodeScalars.enumerated() {
    switch scalar {
    case "a"..."z", "0"..."9", "-", ".", "_": key.unicodeScalars.append(scalar)
    case "A"..."Z":
      key += scalar.properties.lowercaseMapping
      capitals.append(index)
    default: key += ":\(String(scalar.value, radix: 16)):"
    }
  }
  if capitals.isEmpty { return key }
  return key + ":" + capitals.map(String.init).joined(separator: ".")
}

private let months = [
  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
]

/// “Haenni, Patrick”, “King, Jr., Martin Luther”; an organisation, and a part with a word or mark that parts names, in braces.
private func bibTeXName(_ name: CitedName) -> String {
  func part(_ text: String) -> String {
    let escaped = bibTeXText(text)
    let parts =
      text.utf8.contains(UInt8(ascii: ","))
      || escaped.utf8.split(separator: 0x20).contains {
        $0.elementsEqual("others".utf8) || $0.lazy.map { $0 | 0x20 }.elementsEqual("and".utf8)
      }
    return parts ? "{\(escaped)}" : escaped
  }
  if name.isOrganization { return "{\(bibTeXText(name.family))}" }
  guard let given = name.given else { return "{\(bibTeXText(name.full))}" }
  return [name.family, name.suffix, given].compactMap(\.self).map(part).joined(separator: ", ")
}

/// Text in one line. Braces are spelt out, as BibTeX counts even those behind a backslash.
func bibTeXText(_ text: String) -> String {
  let line = oneLine(text)
  guard line.utf8.contains(where: isSpecial) else { return line }
  var out = String.UnicodeScalarView()
  for scalar in line.unicodeScalars {
    switch scalar {
    case "\\": out.append(contentsOf: "{\\textbackslash}".unicodeScalars)
    case "{": out.append(contentsOf: "{\\textbraceleft}".unicodeScalars)
    case "}": out.append(contentsOf: "{\\textbraceright}".unicodeScalars)
    case "~": out.append(contentsOf: "{\\textasciitilde}".unicodeScalars)
    case "^": out.append(contentsOf: "{\\textasciicircum}".unicodeScalars)
    case "$", "&", "#", "%", "_":
      out.append("\\")
      out.append(scalar)
    default: out.append(scalar)
    }
  }
  return String(out)
}

private func isSpecial(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "~"),
    UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "%"),
    UInt8(ascii: "_"):
    true
  default: false
  }
}

private func field(_ name: StaticString, _ value: String, to sink: inout Sink) {
  sink.append(",\n  ")
  sink.append(name)
  sink.append(" = {")
  sink.append(unsafe: value)
  sink.append("}")
}

private func text(_ name: StaticString, _ value: String?, to sink: inout Sink) {
  guard let value, !value.isEmpty else { return }
  field(name, bibTeXText(value), to: &sink)
}

/// Addresses and DOIs are taken verbatim by biblatex: only what would end the field is percent-encoded.
private func address(_ name: StaticString, _ value: String?, to sink: inout Sink) {
  guard let value, !value.isEmpty else { return }
  func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "{") && byte != UInt8(ascii: "}")
      && byte != UInt8(ascii: "\\")
  }
  if value.utf8.allSatisfy(isPlain) { return field(name, value, to: &sink) }
  var out = ""
  for byte in value.utf8 {
    if isPlain(byte) {
      out.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      let hex = String(byte, radix: 16, uppercase: true)
      out += hex.utf8.count == 1 ? "%0\(hex)" : "%\(hex)"
    }
  }
  field(name, out, to: &sink)
}
