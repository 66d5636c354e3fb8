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
  func write(_ page: Page, of portal: Portal, to sink: inout Sink)

  /// Stylesheets, icons and the like.
  func assets(of portal: Portal) -> [Asset]
}

extension PortalTemplates {
  public func prepared(for portal: Portal, maps: MapDrawings) -> any PortalTemplates { self }
}

/// A file that pages need.
public struct Asset: Sendable {
  /// Below the site's root.
  public var path: String
  /// Appends the file whole. Called from several threads at once.
  public var write: @Sendable (_ sink: inout Sink) -> Void

  public init(path: String, write: @escaping @Sendable (_ sink: inout Sink) -> Void) {
    self.path = path
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
