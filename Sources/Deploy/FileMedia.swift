/// What a file is, by its name: a media type, and the content coding of a compressed one.
struct FileMedia: Equatable, Sendable {
  let type: String
  /// `br` or `gzip` for a file's compressed sibling.
  let coding: String?

  init(of path: String) {
    let codings = ["br": "br", "gz": "gzip"]
    let parts = path.split(separator: "/").last?.split(separator: ".") ?? []
    if parts.count > 2, let coding = codings[String(parts[parts.count - 1])],
      let type = Self.types[String(parts[parts.count - 2])], Self.isText(type)
    {
      (self.type, self.coding) = (type, coding)
    } else {
      type = parts.last.flatMap { Self.types[$0.lowercased()] } ?? "application/octet-stream"
      coding = nil
    }
  }

  private static func isText(_ type: String) -> Bool {
    type.hasPrefix("text/") || type.hasSuffix("json") || type.hasSuffix("xml")
      || type.hasSuffix("; charset=utf-8")
  }

  /// As IANA registers them (https://www.iana.org/assignments/media-types/), but for those of citations,
  /// which it does not and reference managers look for; text is UTF-8.
  package static let types: [String: String] = [
    "bib": "application/x-bibtex; charset=utf-8", "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "epub": "application/epub+zip", "geojson": "application/geo+json", "gif": "image/gif",
    "gz": "application/gzip", "html": "text/html; charset=utf-8", "jpeg": "image/jpeg",
    "jpg": "image/jpeg", "js": "text/javascript; charset=utf-8", "json": "application/json",
    "pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "txt": "text/plain; charset=utf-8", "wasm": "application/wasm",
    "webmanifest": "application/manifest+json", "webp": "image/webp", "woff2": "font/woff2",
    "xml": "application/xml", "zip": "application/zip",
  ]
}
