/// A map of zones, as data: what is drawn, not how.
public struct ZoneMap: Sendable, Equatable {
  public var id: String
  /// From 1, in the order of first showing.
  public var number: Int
  public var title: String
  public var caption: Prose
  public var source: Prose
  /// What the map shows, in words.
  public var description: String?
  /// What is shown; where `nil`, what fits `fit`, or all that is drawn.
  public var extent: Extent?
  /// Indices in `Portal.places`.
  public var fit: [Int]
  /// Kilometres around what fits.
  public var margin: Double
  /// Indices in `Portal.layers`, in the order of drawing.
  public var layers: [Int]
  public var zones: [Zone]
  /// Indices in `Portal.places`.
  public var places: [Int]
  public var arrows: [Arrow]
  public var routes: [Route]
  public var callouts: [Callout]

  public init(id: String, number: Int, title: String) {
    self.id = id
    self.number = number
    self.title = title
    caption = Prose()
    source = Prose()
    fit = []
    margin = 10
    layers = []
    zones = []
    places = []
    arrows = []
    routes = []
    callouts = []
  }

  /// From one place to another (indices in `Portal.places`).
  public struct Arrow: Sendable, Equatable {
    public var from: Int
    public var to: Int
    public var text: Prose
    /// Indices in `Brief.notes`.
    public var notes: [Int]

    public init(from: Int, to: Int, text: Prose, notes: [Int]) {
      self.from = from
      self.to = to
      self.text = text
      self.notes = notes
    }
  }

  /// Along places (indices in `Portal.places`), two or more.
  public struct Route: Sendable, Equatable {
    public var along: [Int]
    public var name: String?
    public var text: Prose
    public var notes: [Int]

    public init(along: [Int], name: String?, text: Prose, notes: [Int]) {
      self.along = along
      self.name = name
      self.text = text
      self.notes = notes
    }
  }

  /// A numbered event; its number is its position, from 1.
  public struct Callout: Sendable, Equatable {
    /// Index in `Portal.places`.
    public var at: Int
    /// Index in `Brief.events`.
    public var event: Int?
    public var text: Prose
    public var notes: [Int]

    public init(at: Int, event: Int?, text: Prose, notes: [Int]) {
      self.at = at
      self.event = event
      self.text = text
      self.notes = notes
    }
  }
}

/// An area with a meaning.
public struct Zone: Sendable, Equatable {
  public var id: String
  public var name: LocalizedName
  /// “hot zone”, “stronghold”, “cordon”…
  public var category: String
  public var shape: Shape
  /// Index in `Brief.sections`.
  public var section: Int?
  /// Indices in `Brief.notes`.
  public var notes: [Int]
  public var confidence: Confidence
  /// The criterion that puts it there.
  public var text: Prose

  public init(
    id: String, name: LocalizedName, category: String, shape: Shape, section: Int?, notes: [Int],
    confidence: Confidence, text: Prose
  ) {
    self.id = id
    self.name = name
    self.category = category
    self.shape = shape
    self.section = section
    self.notes = notes
    self.confidence = confidence
    self.text = text
  }

  /// How its shape is known.
  public enum Confidence: String, Sendable, CaseIterable {
    /// The source states it.
    case stated
    /// It follows from what the source states.
    case inferred
    /// It is drawn for orientation only.
    case schematic
  }

  /// Where it is. Places are indices in `Portal.places`, zones are indices in `ZoneMap.zones` of
  /// zones that stand before; widths, radii and margins are in kilometres.
  public enum Shape: Sendable, Equatable {
    /// Along a named river of a base layer, between the points nearest to two places.
    case riverCorridor(river: String, from: Int, to: Int, width: Double)
    case corridor(along: [Int], width: Double)
    case circle(around: Int, radius: Double)
    case hull(around: [Int], margin: Double)
    /// Polygons of rings, the outer ring first.
    case polygons([[[Coordinate]]])
    case union([Int])
    case intersection([Int])
    case difference([Int])
  }
}
