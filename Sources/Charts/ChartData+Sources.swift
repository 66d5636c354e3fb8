import Model

// Where a chart's figures come from: columns of a table, interviews that are counted, events.

extension ChartData {
  init(
    _ figures: Chart.TableFigures, _ brief: Brief, _ portal: Portal, _ words: any ChartWords,
    _ numbers: NumberText
  ) {
    let table = brief.tables[figures.table]
    let column = table.columns[figures.category]
    self.init(categoryTitle: column.title)
    let rows = brief.rows(of: figures)
    let languages = brief.language
    categories = rows.map { row in
      Self.category(table.rows[row][figures.category], portal, languages, words, numbers)
    }
    series = figures.values.map { value in
      Series(
        name: table.columns[value].title,
        figures: rows.map { Self.figure(table.rows[$0][value], numbers) })
    }
    let units = Set(figures.values.map { table.columns[$0].unit })
    if units.count == 1 {
      unit = units.first ?? nil
    } else {
      // Each says its own.
      for (index, value) in figures.values.enumerated() {
        if let unit = table.columns[value].unit { series[index].name += " (\(unit))" }
      }
    }
  }

  private static func category(
    _ cell: DataTable.Cell, _ portal: Portal, _ language: String, _ words: any ChartWords,
    _ numbers: NumberText
  ) -> Category {
    switch cell {
    case .empty, .notes: Category("–")
    case .text(let prose): Category(prose.plainText)
    // Years are not parted, and nothing else is named by a number that is larger.
    case .number(let written, let value, let qualifier):
      Category(
        numbers.text(
          value, decimals: NumberText.decimals(of: written, value), sign: qualifier,
          groups: abs(value) >= 10_000), position: value)
    case .date(let span): Category(words.dates(span), span: span)
    case .places(let places):
      Category(words.list(places.map { portal.places[$0].name.text(in: language) }))
    case .actors(let actors):
      Category(
        words.list(
          actors.map { portal.actors[$0].short ?? portal.actors[$0].name.text(in: language) }))
    }
  }

  private static func figure(_ cell: DataTable.Cell, _ numbers: NumberText) -> Figure? {
    guard case .number(let written, let value, let qualifier) = cell else { return nil }
    let decimals = NumberText.decimals(of: written, value)
    return Figure(
      value: value, qualifier: qualifier,
      text: numbers.text(value, decimals: decimals, sign: qualifier), decimals: decimals)
  }

  private static func count(_ count: Int, _ numbers: NumberText) -> Figure {
    Figure(
      value: Double(count), qualifier: "", text: numbers.text(Double(count), decimals: 0),
      decimals: 0)
  }

  init(
    interviewsOf brief: Brief, _ portal: Portal, by order: Chart.InterviewOrder,
    seriesByPlace: Bool, _ words: any ChartWords, _ numbers: NumberText
  ) {
    self.init(categoryTitle: order == .month ? words.date : words.place)
    let interviews = brief.sources.compactMap { source -> Interview? in
      if case .interview(let interview) = source.content { interview } else { nil }
    }
    func places(_ interview: Interview) -> [String] {
      var seen: Set<String> = []
      return interview.places.map { place in
        place.place.map { portal.places[$0].name.text(in: brief.language) } ?? place.name
      }.filter { seen.insert($0).inserted }
    }
    let counted = interviews.filter { order == .month ? $0.date != nil : !$0.places.isEmpty }
    if order == .month {
      let spans = counted.compactMap { $0.date?.inMonths }
      let known = Set(spans).sorted {
        ($0.start, $0.end ?? $0.start) < ($1.start, $1.end ?? $1.start)
      }
      let all = Self.withMonthsBetween(known)
      categories = all.map { Category(words.dates($0), span: $0) }
      func figures(_ some: [Interview]) -> [Figure?] {
        all.map { span in Self.count(some.count { $0.date?.inMonths == span }, numbers) }
      }
      if seriesByPlace {
        series = Self.byPlace(counted, places, words).map { Series(name: $0, figures: figures($1)) }
      } else {
        series = [Series(name: words.interviews, figures: figures(counted))]
      }
      if all.count == known.count, Self.hasGaps(known) { remarks.append(words.chartMonthsLeftOut) }
      let undated = interviews.count - counted.count
      if undated > 0 { remarks.append(words.chartUndated(undated)) }
    } else {
      var counts: [(name: String, count: Int)] = []
      for name in counted.flatMap(places) {
        if let index = counts.firstIndex(where: { $0.name == name }) {
          counts[index].count += 1
        } else {
          counts.append((name, 1))
        }
      }
      categories = counts.map { Category($0.name) }
      series = [
        Series(name: words.interviews, figures: counts.map { Self.count($0.count, numbers) })
      ]
      let unplaced = interviews.count - counted.count
      if unplaced > 0 { remarks.append(words.chartUnplaced(unplaced)) }
    }
    if order == .place || seriesByPlace, counted.contains(where: { places($0).count > 1 }) {
      remarks.append(words.chartSeveralPlaces)
    }
    if counted.contains(where: \.isPlural) { remarks.append(words.chartSeveralPeople) }
  }

  /// The places with most interviews first; beyond what can be told apart, the others together.
  private static func byPlace(
    _ interviews: [Interview], _ places: (Interview) -> [String], _ words: any ChartWords
  ) -> [(String, [Interview])] {
    var groups: [(name: String, interviews: [Interview])] = []
    for interview in interviews {
      let names = places(interview)
      for name in names.isEmpty ? [words.notKnown] : names {
        if let index = groups.firstIndex(where: { $0.name == name }) {
          groups[index].interviews.append(interview)
        } else {
          groups.append((name, [interview]))
        }
      }
    }
    let sorted = groups.enumerated().sorted {
      ($1.element.interviews.count, $0.offset) < ($0.element.interviews.count, $1.offset)
    }.map(\.element)
    guard sorted.count > Chart.mostSeries else { return sorted.map { ($0.name, $0.interviews) } }
    let first = sorted.prefix(Chart.mostSeries - 1)
    let others = sorted.dropFirst(first.count)
    return first.map { ($0.name, $0.interviews) }
      + [(words.chartMore(others.count), others.flatMap(\.interviews))]
  }

  /// Two years of months are shown whole; where there are more, those without interviews are left out.
  private static func withMonthsBetween(_ spans: [DateSpan]) -> [DateSpan] {
    guard let first = spans.first?.start.monthNumber, spans.allSatisfy({ $0.end == nil }),
      let last = spans.last?.start.monthNumber, last - first < 24
    else { return spans }
    return (first...last).compactMap { month in
      PartialDate(year: month / 12, month: month % 12 + 1).map { DateSpan(start: $0) }
    }
  }

  private static func hasGaps(_ spans: [DateSpan]) -> Bool {
    zip(spans, spans.dropFirst()).contains { ($0.end ?? $0.start).dayAfter < $1.start.firstDay }
  }

  init(_ choice: Chart.EventChoice, _ brief: Brief, _ words: any ChartWords) {
    self.init(
      brief.events(of: choice).map { index in
        let event = brief.events[index]
        return Event(
          index: index, span: event.date, date: words.dates(event.date),
          title: event.title.plainText)
      }, words)
  }

  init(_ events: [Event], _ words: any ChartWords) {
    self.init(categoryTitle: words.chartEvent)
    self.events = events
    if events.contains(where: { $0.span.end == nil && $0.span.start.day == nil }) {
      remarks.append(words.chartPartialDates)
    }
  }
}

extension DateSpan {
  /// Without its days.
  fileprivate var inMonths: DateSpan {
    func month(_ date: PartialDate) -> PartialDate {
      var date = date
      date.day = nil
      return date
    }
    let (first, last) = (month(start), end.map(month))
    return DateSpan(start: first, end: last == first ? nil : last)
  }
}
