/// A file of a publication, in its container.
public struct EPUBFile: Sendable {
  public enum Content: Sendable {
    case bytes([UInt8])
    /// A picture: its path relative to the content folder.
    case picture(String)
  }

  /// In the container: `EPUB/package.opf`.
  public var path: String
  public var mediaType: String
  public var content: Content

  public init(path: String, mediaType: String, content: Content) {
    self.path = path
    self.mediaType = mediaType
    self.content = content
  }
}
