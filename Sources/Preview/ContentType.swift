/// A file's media type by the end of its name.
func contentType(of path: String) -> String {
  let name = path.split(separator: "/").last ?? ""
  guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
  return switch name[name.index(after: dot)...].lowercased() {
  case "html", "htm": "text/html; charset=utf-8"
  case "css": "text/css; charset=utf-8"
  case "js", "mjs": "text/javascript; charset=utf-8"
  case "json", "map": "application/json; charset=utf-8"
  case "geojson": "application/geo+json; charset=utf-8"
  case "svg": "image/svg+xml; charset=utf-8"
  // Not Atom's own type, for which browsers offer a download instead of showing it.
  case "xml": "application/xml; charset=utf-8"
  case "txt", "md": "text/plain; charset=utf-8"
  case "csv": "text/csv; charset=utf-8"
  case "yaml", "yml": "application/yaml; charset=utf-8"
  case "bib": "application/x-bibtex; charset=utf-8"
  case "ris": "application/x-research-info-systems; charset=utf-8"
  case "png": "image/png"
  case "jpg", "jpeg": "image/jpeg"
  case "gif": "image/gif"
  case "webp": "image/webp"
  case "avif": "image/avif"
  case "ico": "image/vnd.microsoft.icon"
  case "pdf": "application/pdf"
  case "epub": "application/epub+zip"
  case "zip": "application/zip"
  case "woff2": "font/woff2"
  case "woff": "font/woff"
  case "wasm": "application/wasm"
  case "mp3": "audio/mpeg"
  case "mp4": "video/mp4"
  case "webm": "video/webm"
  default: "application/octet-stream"
  }
}
