import Model

/// The words that a map adds to its data, in the language of its page. A language has all of them or
/// is not here; pages in other languages get English.
struct MapWords: Sendable {
  var baseMap: String
  var legend: String
  /// What layers are chosen by.
  var layersTitle: String
  var movements: String
  var events: String
  var places: String
  var route: String
  var at: String
  var approximate: String
  /// What follows an approximate place's name.
  var approximateRemark: String
  /// What the outlines of zones say; that of a stated zone needs no words.
  var inferredOutline: String
  var schematicOutline: String
  /// What follows the name of a zone that is not stated.
  var inferredRemark: String
  var schematicRemark: String
  /// Between the names of a list, and before its last.
  var listComma: String
  var listLast: String
  var kilometres: String
  var metres: String
  /// Of the compass: the letter on a north arrow, and what follows a degree.
  var northLetter: String
  var north: String
  var south: String
  var east: String
  var west: String
  /// Twelve.
  var months: [String]
  var numerals = Numerals.european
  /// What parts a number's whole from its fraction.
  var decimal = "."
  /// Before what explains a heading.
  var colon = ": "
  /// How a day, a month's name and a year make a date.
  var day: @Sendable (_ day: Int, _ month: String, _ year: Int) -> String
  var asOf: @Sendable (_ date: String) -> String
  var movement: @Sendable (_ from: String, _ to: String) -> String
  var scale: @Sendable (_ length: String, _ parallel: String) -> String
  /// That a small map shows where this one lies.
  var inset: String
  var symbols: @Sendable (PlaceSymbol) -> String
  var layers: @Sendable (BaseLayer.Theme) -> String?
}

extension MapWords {
  init(language: String) {
    switch language.prefix(while: { $0 != "-" }).lowercased() {
    case "fr":
      self = .french
      (decimal, colon) = (",", "\u{A0}: ")
    case "ar":
      self = .arabic
      numerals = Numerals(language: language)
      if !numerals.areEuropean { decimal = "\u{66B}" }
    default: self = .english
    }
  }

  func outline(_ confidence: Zone.Confidence) -> String? {
    switch confidence {
    case .stated: nil
    case .inferred: inferredOutline
    case .schematic: schematicOutline
    }
  }

  /// What follows a zone's name.
  func remark(_ confidence: Zone.Confidence) -> String {
    switch confidence {
    case .stated: ""
    case .inferred: " (\(inferredRemark))"
    case .schematic: " (\(schematicRemark))"
    }
  }

  /// So that it runs the way of this language inside a drawing that runs from left to right.
  func isolated(_ text: String) -> String {
    let runsBack = months.first?.unicodeScalars.first.map { (0x590...0x8FF).contains($0.value) }
    return runsBack == true ? "\u{2067}\(text)\u{2069}" : text
  }

  /// “A, B and C”.
  func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: listComma) + listLast + last
  }

  /// “5 April 2022”, “April 2022” or “2022”.
  func date(_ date: PartialDate) -> String {
    guard let month = date.month, months.indices.contains(month - 1) else {
      return digits(String(date.year))
    }
    return digits(
      date.day.map { day($0, months[month - 1], date.year) }
        ?? "\(months[month - 1]) \(date.year)")
  }

  /// A text's digits as the language writes them.
  func digits(_ text: String) -> String { numerals.written(text) }
}

extension String {
  /// With a capital first letter.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
