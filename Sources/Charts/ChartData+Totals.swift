// What the parts of stacked bars come to, by what is known of each.

extension ChartData {
  /// What the parts of a category come to: `nil` where nothing can be said of it.
  ///
  /// Parts are never less than nothing. One that is not known may be anything from there on, and one marked `<` or
  /// `≤` anything down to it: of a sum without an upper limit, only the other parts are certain.
  func total(of category: Int, _ numbers: NumberText) -> Figure? {
    let parts = series.map { $0.figures[category] }
    if parts.count == 1 { return parts[0] }
    let counted = isOpen(category) ? parts.filter { $0?.isMost != true } : parts
    let figures = counted.compactMap(\.self)
    if figures.isEmpty { return nil }
    let value = figures.reduce(0) { $0 + $1.value }
    let signs = Set(figures.map(\.qualifier))
    var sign = ""
    if isOpen(category) {
      sign = signs.contains(">") ? ">" : "≥"
      // “At least none” says nothing.
      if value == 0, sign == "≥" { return nil }
    } else if signs.contains("<") || signs.contains("≤") {
      sign = signs.contains("<") ? "<" : "≤"
    }
    if signs.contains("~"), value > 0 || sign.isEmpty { sign += "~" }
    let decimals = figures.map(\.decimals).max() ?? 0
    return Figure(
      value: value, qualifier: sign, text: numbers.text(value, decimals: decimals, sign: sign),
      decimals: decimals)
  }

  /// How long the bar of a category is, of all that is drawn: `nil` where no part is known.
  func length(of category: Int) -> Double? {
    let known = series.compactMap { $0.figures[category]?.value }
    return known.isEmpty ? nil : known.reduce(0, +)
  }

  /// Whether what a category comes to has no upper limit.
  private func isOpen(_ category: Int) -> Bool {
    series.contains { $0.figures[category].map(\.isLeast) ?? true }
  }

  /// What is to be said of totals that figures have not said.
  func remarksOnTotals(_ words: any ChartWords, _ numbers: NumberText) -> [String] {
    let told = series.flatMap { $0.figures.compactMap { $0?.qualifier } }
    let signs = categories.indices.compactMap { total(of: $0, numbers)?.qualifier }.joined()
    let new = Self.meanings(signs.filter { !told.contains(String($0)) }, words, numbers)
    let leavesOut =
      series.count > 1
      && categories.indices.contains { category in
        isOpen(category) && series.contains { $0.figures[category]?.isMost == true }
      }
    return (new.isEmpty ? [] : [words.chartTotalSigns(new)])
      + (leavesOut ? [words.chartLeastTotals] : [])
  }
}

extension ChartData.Figure {
  /// Whether it may be larger than its number, or smaller.
  fileprivate var isLeast: Bool { qualifier == ">" || qualifier == "≥" }
  fileprivate var isMost: Bool { qualifier == "<" || qualifier == "≤" }
}
