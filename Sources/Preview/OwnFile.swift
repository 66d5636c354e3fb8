/// The files that the preview itself serves beside those of the site.
enum OwnFile {
  /// No site has a folder of this name.
  static let folder = "/_chancery/"
  static let script = folder + "preview.js"
  static let stylesheet = folder + "preview.css"
  /// A stream of what a page has to know (server-sent events, WHATWG HTML).
  static let events = folder + "events"
  /// The same, once.
  static let state = folder + "state"

  static func bytes(of path: String) -> [UInt8]? {
    switch path {
    case script: PackageResources.preview_js
    case stylesheet: PackageResources.preview_css
    default: nil
    }
  }
}
