public import Model

/// The figures, or events, that a chart draws, with all that they are called.
public struct ChartData: Sendable, Equatable {
  /// What the categories are: “Side”.
  public var categoryTitle: String
  public var categories: [Category]
  public var series: [Series]
  public var unit: String?
  /// Of a timeline.
  public var events: [Event]
  /// What is to be said of the figures beside the drawing, a sentence each.
  public var remarks: [String]

  /// What a figure of each series is given for.
  public struct Category: Sendable, Equatable {
    public var name: String
    /// Where it stands on a scale, of days or of numbers; `nil` for a name.
    var position: Double?
    /// Of a date.
    var span: DateSpan?

    var isDate: Bool { span != nil }

    init(_ name: String, position: Double? = nil) {
      self.name = name
      self.position = position
    }

    init(_ name: String, span: DateSpan) {
      self.name = name
      self.span = span
      position = span.middle
    }
  }

  /// Figures of one kind.
  public struct Series: Sendable, Equatable {
    public var name: String
    /// As many as there are categories; `nil` where it is not known.
    public var figures: [Figure?]
  }

  /// A number as it is shown.
  public struct Figure: Sendable, Equatable {
    public var value: Double
    /// `>`, `≥`, `<`, `≤`, `~` or nothing; that of a total may be two, as in `≥~`, at least about.
    public var qualifier: String
    /// With its qualifier, in the language of the chart.
    public var text: String
    var decimals: Int

    var isExact: Bool { qualifier.isEmpty }
  }

  /// Something that happened.
  public struct Event: Sendable, Equatable {
    /// Index in `Brief.events`.
    public var index: Int
    public var span: DateSpan
    public var date: String
    public var title: String
    /// Where it is told, for a timeline whose events are links.
    public var href: String?

    public init(index: Int, span: DateSpan, date: String, title: String, href: String? = nil) {
      self.index = index
      self.span = span
      self.date = date
      self.title = title
      self.href = href
    }
  }

  init(categoryTitle: String) {
    self.categoryTitle = categoryTitle
    categories = []
    series = []
    events = []
    remarks = []
  }

  /// - Parameters:
  ///   - brief: the chart's.
  ///   - portal: the brief's.
  public init(of chart: Chart, in brief: Brief, _ portal: Portal, words: any ChartWords) {
    let numbers = NumberText(words, isRightToLeft: isRightToLeft(brief.language))
    switch chart.data {
    case .table(let figures): self.init(figures, brief, portal, words, numbers)
    case .interviews(let order, let seriesByPlace):
      self.init(
        interviewsOf: brief, portal, by: order, seriesByPlace: seriesByPlace, words, numbers)
    case .events(let choice): self.init(choice, brief, words)
    }
    if let unit = chart.unit { self.unit = unit }
    arrange(chart.order)
    remarks += gaps(words) + inexact(words, numbers)
    if chart.kind == .stackedBar { remarks += remarksOnTotals(words, numbers) }
  }

  /// The smallest step of a scale that means anything: 1 where all figures are whole.
  var leastStep: Double {
    series.allSatisfy { $0.figures.allSatisfy { ($0?.decimals ?? 0) == 0 } } ? 1 : 0
  }

  private mutating func arrange(_ order: Chart.Order) {
    if order == .given { return }
    // What is not known stands last; of the same size, as the table has it.
    let sizes = categories.indices.map { category in
      let known = series.compactMap { $0.figures[category]?.value }
      return known.isEmpty ? nil : known.reduce(0, +)
    }
    let places = categories.indices.sorted { a, b in
      switch (sizes[a], sizes[b]) {
      case (let first?, let second?) where first != second:
        order == .ascending ? first < second : first > second
      case (_?, nil): true
      case (nil, _?): false
      default: a < b
      }
    }
    categories = places.map { categories[$0] }
    for index in series.indices { series[index].figures = places.map { series[index].figures[$0] } }
  }

  /// Which figures are not known.
  func gaps(_ words: any ChartWords) -> [String] {
    var names: [String] = []
    for (index, category) in categories.enumerated() {
      let missing = series.filter { $0.figures[index] == nil }
      if missing.isEmpty { continue }
      names.append(
        missing.count == series.count
          ? category.name : "\(category.name) (\(words.list(missing.map(\.name))))")
    }
    if names.isEmpty { return [] }
    let listed = names.prefix(5) + (names.count > 5 ? [words.chartMore(names.count - 5)] : [])
    return [words.chartGaps(listed.joined(separator: words.listComma))]
  }

  private func inexact(_ words: any ChartWords, _ numbers: NumberText) -> [String] {
    let used = series.flatMap { $0.figures.compactMap { $0?.qualifier } }.joined()
    let meanings = Self.meanings(used, words, numbers)
    return meanings.isEmpty ? [] : [words.chartInexact(meanings)]
  }

  /// The signs of a text, each with what it says.
  static func meanings(
    _ signs: String, _ words: any ChartWords, _ numbers: NumberText
  ) -> String {
    [">", "≥", "<", "≤", "~"].filter { signs.contains($0) }.map {
      "\(numbers.isolated($0)) \(words.chartQualifier($0))"
    }.joined(separator: words.listComma)
  }
}
