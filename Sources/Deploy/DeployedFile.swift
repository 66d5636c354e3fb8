internal import Publish

/// A file of the site as a server has it. In the order in which files are to be uploaded.
struct DeployedFile: Sendable, Comparable {
  /// Below the site's root.
  let path: String
  /// SHA-256, hexadecimal.
  let sum: String
  /// Bytes.
  let size: Int

  var kind: FileMedia { FileMedia(of: path) }
  var step: Step { Step(of: path) }

  /// A page lies deeper than what leads to it; a sibling goes before its file, and the home page and
  /// the feed after all that they name.
  private var rank: (Step, Int, Int, String, Int, String) {
    let file = kind.coding == nil ? path : String(path.dropLast(3))
    let depth = file.utf8.count { $0 == UInt8(ascii: "/") }
    let isLast = file == "index.html" ? 1 : file.hasSuffix(".html") || step < .lists ? 0 : 2
    return (step, isLast, -depth, file, kind.coding == nil ? 1 : 0, path)
  }

  static func < (one: DeployedFile, other: DeployedFile) -> Bool { one.rank < other.rank }
}

/// The steps of a deployment. Each is to end before the next is begun.
enum Step: Int, Comparable, CaseIterable, Sendable {
  /// Files named by their content.
  case immutable = 1
  case files, pages, lists, removePages, removeFiles

  init(of path: String) {
    switch Wave(of: path) {
    case .loaded: self = CacheClass(of: path) == .immutable ? .immutable : .files
    case .pages: self = .pages
    case .lists: self = .lists
    }
  }

  var name: String {
    switch self {
    case .immutable: "immutable"
    case .files: "files"
    case .pages: "pages"
    case .lists: "lists"
    case .removePages: "remove-pages"
    case .removeFiles: "remove-files"
    }
  }

  /// The file that lists its paths.
  var list: String { "\(rawValue)-\(name).txt" }

  static func < (one: Step, other: Step) -> Bool { one.rawValue < other.rawValue }
}
