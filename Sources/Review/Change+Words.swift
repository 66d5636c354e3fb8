internal import Diagnostics

// What all formats call a change.

extension Change.Weight {
  var title: String {
    switch self {
    case .meaning: "Meaning"
    case .order: "Order"
    case .numbering: "Numbering"
    case .typography: "Typography"
    }
  }
}

extension Change {
  /// “paragraph edited in attack: “The raid …””.
  var heading: String {
    if kind == .renumbered { return subject }
    let name = target.rawValue.split(separator: "-").joined(separator: " ")
    let isNamed = subject.hasPrefix(name) || target == .noteReference
    let place = section.map { " in \($0)" } ?? ""
    let edited = kind == .moved && words != Words() && !text.isEmpty ? " and edited" : ""
    return isNamed
      ? "\(subject) \(kind.rawValue)\(edited)\(place)"
      : "\(name) \(kind.rawValue)\(edited)\(place): \(subject)"
  }
}

extension Change.Claim {
  /// “number 374 → 347, supported by note toll, which did not change”.
  func sentence(in change: Change) -> String {
    // A note supports itself.
    if change.target == .note { return "\(kind.rawValue) \(old) → \(new)" }
    let support =
      note.map {
        "supported by note \($0), which \(noteChanged ? "changed too" : "did not change")"
      }
      ?? "without a note"
    return "\(kind.rawValue) \(old) → \(new), \(support)"
  }
}

extension SourceLocation {
  var shown: String { position.map { $0.line > 0 ? "\(file):\($0.line)" : file } ?? file }
}
