public import Diagnostics

/// A map of zones, as data: what is drawn, not how.
public struct ZoneMap: Sendable, Equatable {
  public var id: String
  /// From 1, in the order of first showing.
  public var number: Int
  public var title: String
  /// The language that its texts are in, where that is not its brief's.
  public var language: String?
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
  /// `nil` where the extent chooses.
  public var projection: Projection?
  /// Degrees by which north is turned clockwise from up, -180…180.
  public var rotation: Double
  /// A small map of where this one lies.
  public var inset: Inset?
  /// The languages of the names on the map (BCP 47), the first above the second; empty for the page's
  /// own alone.
  public var languages: [String]
  /// The dates to draw it at, in order, side by side; empty for a map without dates.
  public var asOf: [PartialDate]
  /// Indices in `Portal.layers`, in the order of drawing.
  public var layers: [Int]
  public var zones: [Zone]
  /// Indices in `Portal.places`.
  public var places: [Int]
  public var arrows: [Arrow]
  public var routes: [Route]
  public var callouts: [Callout]
  /// Words that stand on the map by themselves.
  public var labels: [Label]
  public var locations: Locations

  public init(id: String, number: Int, title: String) {
    self.id = id
    self.number = number
    self.title = title
    caption = Prose()
    source = Prose()
    fit = []
    margin = 10
    rotation = 0
    languages = []
    asOf = []
    layers = []
    zones = []
    places = []
    arrows = []
    routes = []
    callouts = []
    labels = []
    locations = Locations()
  }

  /// How the Earth is laid flat; the raw value is what content writes.
  public enum Projection: String, Sendable, CaseIterable {
    case mercator
    /// Lambert conformal conic: keeps shapes.
    case conic
    /// Albers equal-area conic: keeps areas.
    case albers
  }

  /// What a map of where this one lies shows.
  public enum Inset: Sendable, Equatable {
    /// All that the base layers hold.
    case layers
    case extent(Extent)
  }

  /// Words that stand at a point, without a symbol.
  public struct Label: Sendable, Equatable {
    public var at: Coordinate
    public var name: LocalizedName
    /// “country”, “water”, “region”…, which tells how it is written.
    public var kind: String?
    public var location: SourceLocation?

    public init(
      at: Coordinate, name: LocalizedName, kind: String? = nil, location: SourceLocation? = nil
    ) {
      self.at = at
      self.name = name
      self.kind = kind
      self.location = location
    }
  }

  /// Where the content gives what a map is about, for findings.
  public struct Locations: Sendable, Equatable {
    public var map: SourceLocation?
    /// Of `extent`, else of `fit`.
    public var extent: SourceLocation?
    /// As many as `ZoneMap.places`, or none.
    public var places: [SourceLocation]

    public init(
      map: SourceLocation? = nil, extent: SourceLocation? = nil, places: [SourceLocation] = []
    ) {
      self.map = map
      self.extent = extent
      self.places = places
    }
  }

  /// From one place to another (indices in `Portal.places`).
  public struct Arrow: Sendable, Equatable {
    public var from: Int
    public var to: Int
    public var text: Prose
    /// Indices in `Brief.notes`.
    public var notes: [Int]
    public var location: SourceLocation?

    public init(from: Int, to: Int, text: Prose, notes: [Int], location: SourceLocation? = nil) {
      self.from = from
      self.to = to
      self.text = text
      self.notes = notes
      self.location = location
    }
  }

  /// Along places (indices in `Portal.places`), two or more.
  public struct Route: Sendable, Equatable {
    public var along: [Int]
    public var name: String?
    public var text: Prose
    public var notes: [Int]
    public var location: SourceLocation?

    public init(
      along: [Int], name: String?, text: Prose, notes: [Int], location: SourceLocation? = nil
    ) {
      self.along = along
      self.name = name
      self.text = text
      self.notes = notes
      self.location = location
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
    public var location: SourceLocation?

    public init(at: Int, event: Int?, text: Prose, notes: [Int], location: SourceLocation? = nil) {
      self.at = at
      self.event = event
      self.text = text
      self.notes = notes
      self.location = location
    }
  }
}

/// An area with a meaning.
public struct Zone: Sendable, Equatable {
  public var id: String
  public var name: LocalizedName
  /// “hot zone”, “stronghold”, “cordon”…
  public var category: String
  /// The same as it is written, whatever the language: what its style follows.
  public var ownCategory: String?
  public var shape: Shape
  /// Index in `Brief.sections`.
  public var section: Int?
  /// Indices in `Brief.notes`.
  public var notes: [Int]
  public var confidence: Confidence
  /// The criterion that puts it there.
  public var text: Prose
  /// From when it is so; `nil` for always. Only maps with dates tell the difference.
  public var from: PartialDate?
  /// Until when, that date included.
  public var until: PartialDate?
  /// Whose data its shape is, and the licence: “Front line: somebody (CC BY 4.0)”; `nil` for a shape
  /// that the content itself gives.
  public var attribution: String?
  public var location: SourceLocation?

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
