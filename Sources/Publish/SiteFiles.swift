public import Cartography
internal import HTML
public import Model
internal import Synchronization
public import Templates

/// A site that is not written: its files, each rendered when it is asked for.
public final class SiteFiles: Sendable {
  private let outputs: [String: SitePlan.Output]
  private let renderer: Mutex<Renderer>
  /// The path of the base URL, without slashes at its ends; empty for the root.
  private let basePath: String

  /// - Parameters:
  ///   - editions: the site in each of its languages, its own first.
  ///   - content: the folder that the portals were read from, for pictures and documents.
  ///   - packs: the folder in which the portals' built packs stand.
  /// - Throws: `OutputError` where a path leads out of the site, or two files are in each other's way.
  public init(
    _ editions: [SiteEdition], templates: any PortalTemplates, content: String, packs: String
  ) throws(OutputError) {
    let templates = editions.map { templates.prepared(for: $0.portal, maps: $0.maps) }
    let plan = try SitePlan(
      editions.map(\.portal), templates: templates, content: content, packs: packs)
    outputs = Dictionary(plan.outputs.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    renderer = Mutex(
      Renderer(editions, templates: templates, feedTexts: editions.map { _ in FeedTexts() }))
    let baseURL = editions.first?.portal.baseURL ?? ""
    basePath = baseURL.split(separator: "/").dropFirst(2).joined(separator: "/")
  }

  /// The bytes of a file by its path below the site's root; `nil` where the plan has none, or it
  /// cannot be read. May be called from several threads.
  public func bytes(of path: String) -> [UInt8]? {
    guard let output = outputs[path] ?? outputBelowBase(path) else { return nil }
    return renderer.withLock { renderer in
      var sink = Sink()
      do throws(OutputError) { try renderer.render(output, to: &sink) } catch { return nil }
      return sink.bytes
    }
  }

  /// The page for what was not found links from the base URL's path, wherever the site stands.
  private func outputBelowBase(_ path: String) -> SitePlan.Output? {
    guard !basePath.isEmpty, path.hasPrefix(basePath + "/") else { return nil }
    return outputs[String(path.dropFirst(basePath.count + 1))]
  }
}
