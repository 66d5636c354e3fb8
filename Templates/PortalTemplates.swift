public import Cartography
public import HTML
public import Model

/// Templates of a portal: every page as bytes, and the files that pages need.
///
/// Another package brings its own by conforming a type, most simply by wrapping `StandardTemplates`
/// and writing only the pages it wants otherwise.
public protocol PortalTemplates: Sendable {
  /// What renders one portal, called once before its pages are written: a place for what they share.
  ///
  /// - Parameter maps: the portal's maps, drawn.
  func prepared(for portal: Portal, maps: MapDrawings) -> any PortalTemplates

  /// Appends a page whole, from `<!doctype html>` on. Called from several threads at once.
  ///
  /// The brief that the page is of is whole; the others may be without the bodies of their sections and
  /// notes.
  func write(_ page: Page, of portal: Portal, to sink: inout Sink)

  /// Whether a page of a brief shows of other briefs only those that it links to, is related to or is
  /// mentioned by. Where it is false, every page is rendered again when any brief changes.
  var pagesShowLinkedBriefsOnly: Bool { get }

  /// Stylesheets, icons and the like.
  func assets(of portal: Portal) -> [Asset]
}

extension PortalTemplates {
  public func prepared(for portal: Portal, maps: MapDrawings) -> any PortalTemplates { self }

  public var pagesShowLinkedBriefsOnly: Bool { false }
}

/// A file that pages need.
public struct Asset: Sendable {
  /// Below the site's root.
  public var path: String
  /// The brief that it is of, where it shows nothing of others: an index in the portal's briefs.
  public var brief: Int?
  /// Appends the file whole. Called from several threads at once.
  public var write: @Sendable (_ sink: inout Sink) -> Void

  public init(
    path: String, brief: Int? = nil, write: @escaping @Sendable (_ sink: inout Sink) -> Void
  ) {
    self.path = path
    self.brief = brief
    self.write = write
  }

  public init(path: String, bytes: [UInt8]) {
    self.init(path: path) { $0.append(unsafe: bytes) }
  }

  /// The file whole.
  public var bytes: [UInt8] {
    var sink = Sink()
    write(&sink)
    return sink.bytes
  }
}
