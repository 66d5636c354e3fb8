public import Diagnostics

/// A note of a brief. Notes are kept in the order of their numbers.
public struct Note: Sendable, Equatable {
  public var label: String
  /// From 1, by first reference.
  public var number: Int
  public var body: Prose
  /// Where prose refers to it, in reading order; `occurrences[i]` is ordinal `i + 1`. None for a note
  /// that only records of data name.
  public var occurrences: [BriefPart]
  /// The note that “Ibid.” points back to: an index in `Brief.notes`.
  public var antecedent: Int?
  /// The language that it is in, where that is not its brief's.
  public var language: String?
  public var location: SourceLocation

  public init(
    label: String, number: Int, body: Prose, occurrences: [BriefPart] = [],
    antecedent: Int? = nil, location: SourceLocation
  ) {
    self.label = label
    self.number = number
    self.body = body
    self.occurrences = occurrences
    self.antecedent = antecedent
    self.location = location
  }

  /// The note's anchor, `note-zakat`.
  public var anchor: String { Self.anchor(of: label) }

  public static func anchor(of label: String) -> String { "note-" + label }

  /// The anchor of a reference to it, by ordinal from 1: `ref-zakat`, then `ref2-zakat`. The ordinal
  /// stands before the label, so that no other label can look like it.
  public func referenceAnchor(_ ordinal: Int) -> String {
    Self.referenceAnchor(ordinal, of: label)
  }

  public static func referenceAnchor(_ ordinal: Int, of label: String) -> String {
    ordinal <= 1 ? "ref-" + label : "ref\(ordinal)-\(label)"
  }
}
