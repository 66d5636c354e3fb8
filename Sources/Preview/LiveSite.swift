internal import Cache
public import Cartography
internal import Diagnostics
internal import Ingest
public import Model
internal import Publish
internal import Synchronization
public import Templates

/// A preview's site that follows its content: briefs that changed are read again, and pages are rendered
/// when they are asked for.
public final class LiveSite: PreviewSite {
  private let content: KeptContent
  private let folder: String
  private let packs: String
  private let templates: any PortalTemplates
  private let jobs: Int
  private let builtPacks: @Sendable (Portal, any WholeBriefs, MapDrawings) async -> BuiltPacks
  /// Of the last content without errors.
  private let files = Mutex<SiteFiles?>(nil)
  /// What the last reading gave: what did not change since is not drawn again.
  private let last = Mutex<(keys: ContentKeys, maps: MapDrawings)?>(nil)

  /// - Parameters:
  ///   - content: the content folder.
  ///   - packs: the folder of packs.
  ///   - jobs: how many briefs are read at once.
  ///   - builtPacks: which packs of a portal are ready.
  public init(
    content: String, packs: String, templates: any PortalTemplates, jobs: Int,
    builtPacks: @escaping @Sendable (Portal, any WholeBriefs, MapDrawings) async -> BuiltPacks
  ) {
    self.content = KeptContent(at: content)
    folder = content
    self.packs = packs
    self.templates = templates
    self.jobs = jobs
    self.builtPacks = builtPacks
  }

  public func refresh(_ paths: Set<String>?) async -> PreviewState {
    let read: OutlinedPortal
    do throws(ContentFolderError) {
      read = try await content.read(changed: paths, jobs: jobs)
    } catch {
      return PreviewState(findings: [], isCurrent: false, fault: error.description)
    }
    var portal = read.portal
    let maps = drawings(of: portal, read.keys)
    let findings = (read.findings + (await maps.findings(jobs: jobs))).inOrder()
    if findings.errors > 0 { return PreviewState(findings: findings, isCurrent: false) }
    portal.builtPacks = await builtPacks(portal, read.briefs, maps)
    do throws(OutputError) {
      let made = try SiteFiles(
        portal, briefs: read.briefs, maps: maps, templates: templates, content: folder,
        packs: packs)
      files.withLock { $0 = made }
    } catch {
      return PreviewState(findings: findings, isCurrent: false, fault: error.description)
    }
    return PreviewState(findings: findings, isCurrent: true)
  }

  public func file(_ path: String) -> [UInt8]? { files.withLock { $0 }?.bytes(of: path) }

  private func drawings(of portal: Portal, _ keys: ContentKeys) -> MapDrawings {
    last.withLock { last in
      var maps = MapDrawings(of: portal)
      if let last, last.keys.records == keys.records {
        maps = MapDrawings(of: portal, keeping: last.maps) { index in
          last.keys.pages.indices.contains(index) && last.keys.pages[index] == keys.pages[index]
        }
      }
      last = (keys, maps)
      return maps
    }
  }
}
