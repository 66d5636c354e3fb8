/// A place in a source file: both counted from 1, `column` in UTF-8 bytes of its line.
public struct SourcePosition: Sendable, Equatable, Hashable, Comparable {
  public var line: Int32
  public var column: Int32

  public init(line: Int, column: Int) {
    self.line = Int32(clamping: line)
    self.column = Int32(clamping: column)
  }

  public static func < (a: Self, b: Self) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A file, named relative to the content folder, and a place in it where there is one.
public struct SourceLocation: Sendable, Equatable, Hashable {
  public var file: String
  public var position: SourcePosition?
  /// How much the caret underlines, in bytes.
  public var length: Int

  public init(file: String, position: SourcePosition? = nil, length: Int = 1) {
    self.file = file
    self.position = position
    self.length = length
  }

  public init(file: String, line: Int, column: Int, length: Int = 1) {
    self.init(
      file: file, position: SourcePosition(line: line, column: column), length: length)
  }
}
