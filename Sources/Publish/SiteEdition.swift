public import Cache
public import Cartography
public import Model

/// A site in one language: all of the site, or the part of it that stands in the language's folder.
public struct SiteEdition: Sendable {
  /// Its briefs may be without the bodies of their sections and notes.
  public var portal: Portal
  /// Gives each brief whole.
  public var briefs: any WholeBriefs
  /// Checksums of the content that it was read from.
  public var keys: ContentKeys
  /// The portal's maps.
  public var maps: MapDrawings

  public init(portal: Portal, briefs: any WholeBriefs, keys: ContentKeys, maps: MapDrawings) {
    self.portal = portal
    self.briefs = briefs
    self.keys = keys
    self.maps = maps
  }
}
