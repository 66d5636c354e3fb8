/// What a typed link names: `map:attack`.
public struct Reference: Sendable, Equatable {
  public var kind: TargetKind
  /// The name as written, `attack` or `2022-16/attack`.
  public var name: String
  /// `nil` only in content with errors, which is never rendered.
  public var target: Target?
  /// A heading inside a section that is named.
  public var anchor: String?

  public init(kind: TargetKind, name: String, target: Target? = nil, anchor: String? = nil) {
    self.kind = kind
    self.name = name
    self.target = target
    self.anchor = anchor
  }
}

/// What can be linked to by type; the raw value is the scheme in a destination.
public enum TargetKind: String, Sendable, CaseIterable, Hashable {
  case map, table, section, note, place, actor, term, source, event, person, brief, zone, chart
  /// A chart of kind timeline; what it leads to is a `chart`.
  case timeline

  /// Whether it can stand as a figure.
  public var isFigure: Bool { [.map, .table, .chart, .timeline].contains(self) }
}

/// A record of the portal: `index` in its array of the brief `brief` (-1 for the portal's own); for a
/// zone, the index that `Brief.zone(at:)` takes.
public struct Target: Sendable, Hashable {
  public var kind: TargetKind
  public var brief: Int
  public var index: Int

  public init(_ kind: TargetKind, brief: Int = -1, index: Int) {
    self.kind = kind
    self.brief = brief
    self.index = index
  }
}

/// A place in the text that speaks of a record.
public struct Mention: Sendable, Equatable {
  public var brief: Int
  public var part: BriefPart
  /// Which mention of the target in the brief's front and sections, from 1; 0 in other parts.
  public var ordinal: Int
  /// The sentence.
  public var passage: Passage?

  public init(brief: Int, part: BriefPart, ordinal: Int, passage: Passage? = nil) {
    self.brief = brief
    self.part = part
    self.ordinal = ordinal
    self.passage = passage
  }
}

/// A part of a brief that holds prose.
public enum BriefPart: Sendable, Hashable {
  /// The abstract, key findings and figures at a glance, on the brief's front page.
  case front
  /// What is said of the publication (statements, funder, revisions, summaries), which takes no notes.
  case imprint
  case section(Int)
  case note(Int)
  case map(Int)
  case table(Int)
  case chart(Int)
  case source(Int)
  case event(Int)
}
