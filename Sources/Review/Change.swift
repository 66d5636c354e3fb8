public import Cartography
public import Diagnostics

/// One change between two portals.
public struct Change: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case edited, inserted, deleted, moved, split, merged, renumbered
    /// A link, or a reference to a note, that leads nowhere any more; and one that does again.
    case broken, mended
    /// A translation that stayed as it was where what it translates did not.
    case outdated
  }

  public enum Target: String, Sendable, CaseIterable {
    case brief, metadata, section, heading, paragraph, code, figure, link
    case note
    case noteReference = "note-reference"
    case map, zone, chart, table
    case tableRow = "table-row"
    case event, source, place, actor, term, person, layer, page, translation, file, pack
  }

  /// How much it touches: what comes first is surest to change what a reader learns.
  public enum Weight: Int, Sendable, Comparable {
    case meaning, order, numbering, typography

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  public var kind: Kind
  public var target: Target
  /// The brief's id; `nil` for the portal's own records.
  public var brief: String?
  /// The section's id; “abstract”, “key-findings”; “fr/01-attack.md” in a translation.
  public var section: String?
  public var location = Location()
  /// What it concerns, in a few words: “note zakat”.
  public var subject: String
  public var words = Words()
  /// The text with what was taken out and put in; empty where there is no text to show.
  public var text: [Fragment] = []
  /// Fields of a record, cells of a row.
  public var fields: [Field] = []
  /// Numbers, dates and names that are now others.
  public var claims: [Claim] = []
  /// One more sentence: where something went, what follows from it.
  public var remark: String?
  /// What a zone gained and lost.
  public var ground: AreaChange?
  public var weight = Weight.meaning

  public init(_ kind: Kind, _ target: Target, _ subject: String) {
    self.kind = kind
    self.target = target
    self.subject = subject
  }

  public struct Location: Sendable, Equatable {
    public var old: SourceLocation?
    public var new: SourceLocation?
    /// Keys that lead to it in a file of YAML, the outermost first.
    public var oldKeys: [String] = []
    public var newKeys: [String] = []
  }

  /// How many words it marks.
  public struct Words: Sendable, Equatable {
    public var inserted = 0
    public var deleted = 0
  }

  /// A run of a text.
  public struct Fragment: Sendable, Equatable {
    public enum Kind: String, Sendable { case kept, deleted, inserted }

    public var kind: Kind
    /// With the blanks between words.
    public var text: String
  }

  /// A field before and after; `nil` where it was not there.
  public struct Field: Sendable, Equatable {
    public var name: String
    public var old: String?
    public var new: String?
    /// “+12”, “4.2 km”.
    public var difference: String?
  }

  /// A number, date or name that is now another.
  public struct Claim: Sendable, Equatable {
    public enum Kind: String, Sendable { case number, date, name }

    public var kind: Kind
    public var old: String
    public var new: String
    /// The label of the note that supports the sentence.
    public var note: String?
    /// Whether that note changed too.
    public var noteChanged: Bool
  }
}

extension [Change] {
  /// Says of claims whether the notes that support them changed too.
  ///
  /// - Parameter labels: of notes that did.
  mutating func tellChangedNotes(_ labels: Set<String>) {
    for index in indices {
      for claim in self[index].claims.indices {
        guard let note = self[index].claims[claim].note else { continue }
        self[index].claims[claim].noteChanged = labels.contains(note)
      }
    }
  }
}
