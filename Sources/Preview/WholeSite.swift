public import Cartography
internal import Diagnostics
internal import Ingest
public import Model
internal import Publish
internal import Synchronization
public import Templates

/// A preview's site that is read as a whole at each change.
public final class WholeSite: PreviewSite {
  private let content: String
  private let packs: String
  private let templates: any PortalTemplates
  private let jobs: Int
  private let builtPacks: @Sendable (Portal, MapDrawings) async -> BuiltPacks
  /// Of the last content without errors.
  private let files = Mutex<SiteFiles?>(nil)

  /// - Parameters:
  ///   - content: the content folder.
  ///   - packs: the folder of packs.
  ///   - jobs: how many briefs are read at once.
  ///   - builtPacks: which packs of a portal are ready.
  public init(
    content: String, packs: String, templates: any PortalTemplates, jobs: Int,
    builtPacks: @escaping @Sendable (Portal, MapDrawings) async -> BuiltPacks
  ) {
    self.content = content
    self.packs = packs
    self.templates = templates
    self.jobs = jobs
    self.builtPacks = builtPacks
  }

  public func refresh(_ paths: Set<String>?) async -> PreviewState {
    let ingested: IngestedPortal
    do throws(ContentFolderError) {
      ingested = try await readPortal(at: content, jobs: jobs)
    } catch {
      return PreviewState(findings: [], isCurrent: false, fault: error.description)
    }
    var portal = ingested.portal
    let maps = MapDrawings(of: portal)
    let findings = (ingested.findings + (await maps.findings(jobs: jobs))).inOrder()
    if findings.errors > 0 { return PreviewState(findings: findings, isCurrent: false) }
    portal.builtPacks = await builtPacks(portal, maps)
    do throws(OutputError) {
      let made = try SiteFiles(
        portal, maps: maps, templates: templates, content: content, packs: packs)
      files.withLock { $0 = made }
    } catch {
      return PreviewState(findings: findings, isCurrent: false, fault: error.description)
    }
    return PreviewState(findings: findings, isCurrent: true)
  }

  public func file(_ path: String) -> [UInt8]? {
    // Rendered outside the lock, so that pages are rendered side by side.
    let now = files.withLock { $0 }
    return now?.bytes(of: path)
  }
}
