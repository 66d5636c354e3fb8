internal import Diagnostics
internal import Model
internal import Yams

// Values of one line.

extension Record {
  func text(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let scalar) = node else {
      wrongType(key, "a text")
      return nil
    }
    var string = scalar.string
    while string.last?.isWhitespace == true { string.removeLast() }
    return string
  }

  func required(_ key: String, of what: String) -> String? {
    if let text = text(key) {
      if !text.isEmpty { return text }
    } else if has(key) {
      return nil
    }
    log.error("missing-key", at: location, "\(what) needs “\(key)”", hint: "add “\(key): …”")
    return nil
  }

  func number(_ key: String, in range: ClosedRange<Double>? = nil) -> Double? {
    guard let text = text(key) else { return nil }
    guard let number = Double(text), number.isFinite else {
      wrongType(key, "a number")
      return nil
    }
    if let range, !range.contains(number) {
      log.error(
        "number-range", at: location(of: key),
        "“\(key)” is \(text), and must be from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  func flag(_ key: String) -> Bool? {
    guard let text = text(key) else { return nil }
    switch text.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      wrongType(key, "true or false")
      return nil
    }
  }

  func date(_ key: String) -> PartialDate? {
    guard let text = text(key) else { return nil }
    if let date = PartialDate(text) { return date }
    log.error(
      "date", at: location(of: key), "“\(text)” is no date",
      hint: "write 2022, 2022-03 or 2022-03-31")
    return nil
  }

  func span(_ key: String) -> DateSpan? {
    guard let text = text(key) else { return nil }
    if let span = DateSpan(text) { return span }
    log.error(
      "date", at: location(of: key), "“\(text)” is no date and no span of dates",
      hint: "write 2022, 2022-03, 2022-03-31 or 2018/2020")
    return nil
  }

  /// An address of the web, or of mail.
  func url(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    let lower = text.lowercased()
    let schemes = ["https://", "http://", "mailto:", "tel:", "ftp://"]
    if schemes.contains(where: lower.hasPrefix), !text.contains(where: \.isWhitespace) {
      return text
    }
    log.error(
      "address", at: location(of: key), "“\(text)” is no address of a page",
      hint: "write it from https:// on")
    return nil
  }

  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    guard let text = text(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let all = Choice.allCases.map(\.rawValue)
    log.error(
      "choice", at: location(of: key), "“\(text)” is not possible for “\(key)”",
      hint: log.didYouMean(text, among: all) ?? "possible are \(all.joined(separator: ", "))")
    return nil
  }

  /// A name in one language or several.
  func localizedName(_ key: String) -> LocalizedName? {
    guard let node = node(key) else { return nil }
    switch node {
    case .scalar(let scalar): return LocalizedName(scalar.string)
    case .mapping(let mapping):
      var names: [LocalizedName.Entry] = []
      for (language, value) in mapping {
        guard let language = language.string, let text = value.string else {
          wrongType(key, "a name, or names by language")
          return nil
        }
        names.append(LocalizedName.Entry(language: language, text: text))
      }
      return names.isEmpty ? nil : LocalizedName(names)
    default:
      wrongType(key, "a name, or names by language")
      return nil
    }
  }
}
