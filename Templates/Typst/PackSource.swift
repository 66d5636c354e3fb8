/// What a document for print is compiled from: Typst source that names no file but these.
public struct PackSource: Sendable {
  /// The Typst source, complete.
  public var main: [UInt8]
  /// Files beside it that it shows, by path.
  public var files: [(path: String, bytes: [UInt8])]
  /// Pictures beside it, by path, and where each is, relative to the content folder.
  public var pictures: [(path: String, source: String)]

  public init(
    main: [UInt8], files: [(path: String, bytes: [UInt8])],
    pictures: [(path: String, source: String)]
  ) {
    self.main = main
    self.files = files
    self.pictures = pictures
  }
}
