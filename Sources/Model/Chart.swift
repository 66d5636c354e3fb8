public import Diagnostics

/// A chart of a brief's figures, as data: what is drawn, not how.
public struct Chart: Sendable, Equatable {
  public var id: String
  /// From 1, in the order of first showing.
  public var number: Int
  public var title: String
  public var caption: Prose
  public var source: Prose
  /// What the chart shows, in words; `nil` where its data are to say it.
  public var description: String?
  /// Index in `Brief.sections`.
  public var section: Int?
  public var kind: Kind
  public var data: Data
  /// In what order categories stand.
  public var order: Order
  /// Which way bars run; `nil` where the drawing chooses.
  public var direction: Direction?
  /// What is counted; `nil` for the unit that the columns share.
  public var unit: String?
  /// Whether the scale begins at zero. That of bars always does.
  public var startsAtZero: Bool
  /// The language that its texts are in, where that is not its brief's.
  public var language: String?
  public var location: SourceLocation?

  public init(id: String, number: Int, title: String, kind: Kind, data: Data) {
    self.id = id
    self.number = number
    self.title = title
    self.kind = kind
    self.data = data
    caption = Prose()
    source = Prose()
    order = .given
    startsAtZero = true
  }

  /// How it is drawn; the raw value is what content writes.
  public enum Kind: String, Sendable, CaseIterable {
    /// A bar for each figure.
    case bar
    /// A bar for each category, made of one part for each series.
    case stackedBar = "stacked-bar"
    /// A line for each series.
    case line
    /// A mark for each figure, on its category's row.
    case dot
    /// Events on a scale of time.
    case timeline
  }

  public enum Order: String, Sendable, CaseIterable {
    /// As the table has them, or by date.
    case given
    case ascending, descending
  }

  public enum Direction: String, Sendable, CaseIterable {
    case horizontal, vertical
  }

  /// Where its figures come from.
  public enum Data: Sendable, Equatable {
    case table(TableFigures)
    case interviews(by: InterviewOrder, seriesByPlace: Bool)
    case events(EventChoice)
  }

  /// What interviews are counted by.
  public enum InterviewOrder: String, Sendable, CaseIterable {
    case month, place
  }

  /// Columns and rows of a table.
  public struct TableFigures: Sendable, Equatable {
    /// Index in `Brief.tables`.
    public var table: Int
    /// Index of the column that names what is counted.
    public var category: Int
    /// Indices of columns of numbers, a series each.
    public var values: [Int]
    /// Indices of the only rows that are drawn; `nil` for all.
    public var rows: [Int]?
    /// Indices of rows that are left out.
    public var without: [Int]

    public init(
      table: Int, category: Int, values: [Int], rows: [Int]? = nil, without: [Int] = []
    ) {
      self.table = table
      self.category = category
      self.values = values
      self.rows = rows
      self.without = without
    }
  }

  /// Some of a brief's events: those that every list which is not empty allows.
  public struct EventChoice: Sendable, Equatable {
    /// Indices in `Brief.events`.
    public var events: [Int]
    /// Indices in `Portal.actors`.
    public var actors: [Int]
    /// Indices in `Portal.places`.
    public var places: [Int]

    public init(events: [Int] = [], actors: [Int] = [], places: [Int] = []) {
      self.events = events
      self.actors = actors
      self.places = places
    }
  }

  /// The most series that can be told apart.
  public static let mostSeries = 8
  /// The most figures, or events, that can be read.
  public static let mostFigures = 200
}

extension Brief {
  /// The events of a timeline, in the order of their dates: indices in `events`.
  public func events(of choice: Chart.EventChoice) -> [Int] {
    events.indices.filter { index in
      (choice.events.isEmpty || choice.events.contains(index))
        && (choice.actors.isEmpty || !Set(choice.actors).isDisjoint(with: events[index].actors))
        && (choice.places.isEmpty || !Set(choice.places).isDisjoint(with: events[index].places))
    }
  }

  /// The rows that a chart draws, in the table's order: indices in its `rows`.
  public func rows(of figures: Chart.TableFigures) -> [Int] {
    let all = Array(tables[figures.table].rows.indices)
    return (figures.rows.map { only in all.filter(only.contains) } ?? all)
      .filter { !figures.without.contains($0) }
  }
}
