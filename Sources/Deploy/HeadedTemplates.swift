public import Cartography
public import HTML
public import Model
public import Templates

/// Templates whose site has a file that tells its server what to send.
public struct HeadedTemplates: PortalTemplates {
  private let templates: any PortalTemplates
  private let format: ServerHeaders.Format

  /// - Parameter format: one that is read in the site.
  public init(_ templates: any PortalTemplates, format: ServerHeaders.Format) {
    self.templates = templates
    self.format = format
  }

  public func prepared(for portal: Portal, maps: MapDrawings) -> any PortalTemplates {
    HeadedTemplates(templates.prepared(for: portal, maps: maps), format: format)
  }

  public var pagesShowLinkedBriefsOnly: Bool { templates.pagesShowLinkedBriefsOnly }

  public func write(_ page: Page, of portal: Portal, to sink: inout Sink) {
    templates.write(page, of: portal, to: &sink)
  }

  public func assets(of portal: Portal) -> [Asset] {
    let assets = templates.assets(of: portal)
    // One file at the root of all languages.
    guard let path = format.sitePath, portal.sitePath.isEmpty else { return assets }
    let headers = ServerHeaders(
      baseURL: portal.baseURL, files: assets.map(\.path),
      languages: Array(portal.languages.dropFirst()), hasSearch: portal.hasSearch)
    return assets + [Asset(path: path, bytes: Array(headers.text(for: format).utf8))]
  }
}
