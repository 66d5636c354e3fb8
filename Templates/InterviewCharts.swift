internal import Charts
internal import HTML
internal import Model

/// How a brief's interviews spread over months and places, where there are enough to tell.
struct InterviewCharts: Markup {
  let context: PageContext
  /// Index in the portal's briefs.
  let index: Int

  /// Fewer are told by their list.
  private static let least = 3

  func write(to sink: inout Sink) {
    let brief = context.portal.briefs[index]
    let interviews = brief.sources.compactMap { source -> Interview? in
      if case .interview(let interview) = source.content { interview } else { nil }
    }
    guard interviews.count(where: { $0.date != nil }) >= Self.least else { return }
    let hasPlaces = interviews.count(where: { !$0.places.isEmpty }) >= Self.least
    div(.class("chart-pair")) {
      chart(.month, context.strings.interviewsByMonth)
      if hasPlaces { chart(.place, context.strings.interviewsByPlace) }
    }.write(to: &sink)
  }

  private func chart(_ order: Chart.InterviewOrder, _ title: String) -> some Markup {
    var chart = Chart(
      id: "interviews", number: 0, title: title, kind: .bar,
      data: .interviews(by: order, seriesByPlace: false))
    if order == .place { chart.order = .descending }
    let drawing = ChartDrawing(
      chart, of: context.portal.briefs[index], in: context.portal, words: context.strings,
      idPrefix: "interviews-\(order.rawValue)-")
    return figure(.class("figure charted")) {
      figcaption { strong { title } }
      drawing
      ChartRemarks(data: drawing.data)
    }
  }
}
