public import Model

/// The words and forms that a chart adds to its data, in the language of its page.
public protocol ChartWords: Sendable {
  /// What a figure is called that nobody knows.
  var notKnown: String { get }
  /// What parts thousands.
  var thousands: String { get }
  /// What parts a number's whole from its fraction.
  var decimal: String { get }
  var colon: String { get }
  var listComma: String { get }
  /// A text's digits as the language writes them.
  func digits(_ text: String) -> String
  /// Twelve, January first, as they stand in a date.
  var months: [String] { get }
  func date(_ date: PartialDate) -> String
  func dates(_ span: DateSpan) -> String
  /// “A, B and C”.
  func list(_ items: [String]) -> String

  /// “Bar chart”.
  func kind(of chart: Chart.Kind) -> String
  var interviews: String { get }
  var date: String { get }
  var place: String { get }
  /// What the events of a timeline are called.
  var chartEvent: String { get }
  /// What a qualifier (`>`, `≥`, `<`, `≤` or `~`) says: “more than”.
  func chartQualifier(_ sign: String) -> String
  /// That broken outlines mean figures that are not exact, and what their signs say.
  func chartInexact(_ signs: String) -> String
  /// What signs before totals say that stand before no part.
  func chartTotalSigns(_ signs: String) -> String
  /// That a total without an upper limit leaves out parts without a lower one.
  var chartLeastTotals: String { get }
  /// Which figures are not known: those of the names listed.
  func chartGaps(_ names: String) -> String
  func chartUndated(_ count: Int) -> String
  func chartUnplaced(_ count: Int) -> String
  var chartMonthsLeftOut: String { get }
  var chartSeveralPeople: String { get }
  var chartSeveralPlaces: String { get }
  /// That an open mark is a date known to a month or a year.
  var chartPartialDates: String { get }
  /// From the least to the greatest of a number of figures.
  func chartRange(_ count: Int, from least: String, to greatest: String) -> String
  /// How many more there are than those listed.
  func chartMore(_ count: Int) -> String
}
