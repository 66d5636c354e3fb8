internal import Charts
internal import HTML
internal import Model

// What can be downloaded of a chart.

extension Asset {
  static func sheetPath(of chart: Chart, in brief: Brief) -> String {
    "briefs/\(brief.slug)/chart-\(chart.id).svg"
  }

  static func csvPath(of chart: Chart, in brief: Brief) -> String {
    "briefs/\(brief.slug)/chart-\(chart.id).csv"
  }

  /// Every chart as a sheet, and its figures.
  static func charts(of portal: Portal) -> [Asset] {
    let style = Stylesheet.condensed(Stylesheet.charts)
    var assets: [Asset] = []
    for index in portal.briefs.indices where !portal.briefs[index].charts.isEmpty {
      let brief = portal.briefs[index]
      let terms = SheetTerms(brief: brief, in: portal)
      for chart in brief.charts {
        assets.append(
          Asset(path: sheetPath(of: chart, in: brief), brief: index) {
            ChartDrawing(
              chart, of: brief, in: portal, words: interfaceStrings(for: brief.language),
              idPrefix: "c\(chart.number)"
            ).writeSheet(style: style, subtitle: terms.brief, lines: terms.lines, to: &$0)
          })
        assets.append(
          Asset(path: csvPath(of: chart, in: brief), brief: index) {
            let words = interfaceStrings(for: brief.language)
            let data = ChartData(of: chart, in: brief, portal, words: words)
            $0.append(unsafe: ChartTable(data, words: words).csv)
          })
      }
    }
    return assets
  }
}
