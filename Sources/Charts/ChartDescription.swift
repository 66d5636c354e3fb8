import Model

/// A chart in words, from its figures: for those who cannot see it.
struct ChartDescription {
  let chart: Chart
  let data: ChartData
  let words: any ChartWords

  /// How many figures are told one by one.
  private static let most = 12

  var text: String {
    let kind = words.kind(of: chart.kind) + (data.unit.map { " (\($0))" } ?? "")
    let given = chart.description.map { $0.hasSuffix(".") ? $0 : $0 + "." }
    // What is told figure by figure has said of each whether it is known.
    let said = given == nil && data.categories.count <= Self.most ? data.gaps(words) : []
    return ([kind + ".", given ?? told] + data.remarks.filter { !said.contains($0) }).filter {
      !$0.isEmpty
    }
    .joined(separator: " ")
  }

  private var told: String {
    chart.kind == .timeline
      ? events : data.series.map(sentence).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var events: String {
    if data.events.count <= Self.most {
      return data.events.map { "\($0.date)\(words.colon)\($0.title)" }.map {
        $0.hasSuffix(".") ? $0 : $0 + "."
      }.joined(separator: " ")
    }
    guard let first = data.events.first, let last = data.events.last else { return "" }
    return words.chartRange(data.events.count, from: first.date, to: last.date) + "."
  }

  private func sentence(_ series: ChartData.Series) -> String {
    let figures = zip(data.categories, series.figures).map { ($0.name, $1) }
    let lead = data.series.count > 1 || chart.kind != .timeline ? series.name + words.colon : ""
    if figures.count <= Self.most {
      let parts = figures.map { name, figure in "\(name) \(figure?.text ?? words.notKnown)" }
      return lead + parts.joined(separator: "; ") + "."
    }
    let known = figures.compactMap { name, figure in figure.map { (name, $0) } }
    guard let least = known.min(by: { $0.1.value < $1.1.value }),
      let greatest = known.max(by: { $0.1.value < $1.1.value })
    else { return "" }
    return lead
      + words.chartRange(
        known.count, from: "\(least.1.text) (\(least.0))",
        to: "\(greatest.1.text) (\(greatest.0))") + "."
  }
}
