/// What a picture is, by what it holds: names may say otherwise.
enum Picture {
  private static let endings = ["png", "jpg", "jpeg", "gif", "webp", "svg"]

  /// Whether a file may be a picture, so that documents need not be read.
  static func isNamedLikeOne(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }

  /// The media type of EPUB's core media types for images; `nil` for anything else, and for SVG that
  /// is not complete in itself. https://www.w3.org/TR/epub-33/#sec-core-media-types
  static func mediaType(of bytes: [UInt8]) -> String? {
    func starts(_ text: String, at offset: Int = 0) -> Bool {
      bytes.dropFirst(offset).starts(with: text.utf8)
    }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if starts("GIF87a") || starts("GIF89a") { return "image/gif" }
    if starts("RIFF"), starts("WEBP", at: 8) { return "image/webp" }
    return SVGPicture.isComplete(bytes) ? "image/svg+xml" : nil
  }
}
