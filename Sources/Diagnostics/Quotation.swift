/// A place in a file as it is shown to people: its name, its line, what is marked in it. Texts hold no
/// control characters.
public struct Quotation: Sendable, Equatable {
  /// `file:line:column`, the column in Unicode scalars from 1; the file alone where there is no line.
  public var place: String
  public var line: Line?

  /// A line of a file, and what is marked in it.
  public struct Line: Sendable, Equatable {
    /// From 1.
    public var number: Int
    /// Cut where it is long.
    public var text: String
    /// Columns before the carets.
    public var indent: Int
    /// A row of carets.
    public var marks: String
  }

  /// Widest part of a source line that is shown, in characters.
  private static let window = 96

  /// - Parameter source: the text of a file by its name in a finding; `nil` leaves the line out.
  public init(of location: SourceLocation, source: (String) -> SourceLines?) {
    place = printable(location.file)
    guard let position = location.position else { return }
    let lines = source(location.file)
    let number = Int(position.line)
    let column =
      lines?.scalarColumn(line: number, byteColumn: Int(position.column)) ?? Int(position.column)
    place += ":\(number):\(column)"
    guard let line = lines?.line(number) else { return }
    let caret = min(line.endIndex, line.startIndex + max(0, Int(position.column) - 1))
    let drawn = Excerpt(of: line, at: caret, length: max(1, location.length), width: Self.window)
    self.line = Line(
      number: number, text: drawn.text, indent: drawn.indent,
      marks: String(repeating: "^", count: drawn.marked))
  }
}
