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
  private let packList: String
  private let templates: any PortalTemplates
  private let jobs: Int
  private let builtPacks: @Sendable (Portal, any WholeBriefs, MapDrawings) async -> BuiltPacks
  /// Of the last content without errors.
  private let files = Mutex<SiteFiles?>(nil)
  /// What the last reading gave: what did not change since is not drawn again.
  private let last = Mutex<Last?>(nil)

  private struct Last {
    var keys: ContentKeys
    var maps: MapDrawings
    var packs: [Pack]
    var built: [BuiltPack]
    /// Of the list of packs.
    var list: FileStamp?

    /// Whether a brief's pages show what they showed, by its index before and now.
    func isSame(_ brief: Int, _ keys: ContentKeys) -> Bool {
      self.keys.records == keys.records && self.keys.pages.indices.contains(brief)
        && self.keys.pages[brief] == keys.pages[brief]
    }
  }

  /// - Parameters:
  ///   - content: the content folder.
  ///   - edition: what of it is shown.
  ///   - packs: the folder of packs.
  ///   - packList: a file that changes with every pack.
  ///   - jobs: how many briefs are read at once.
  ///   - builtPacks: which packs of a portal are ready.
  public init(
    content: String, edition: Edition, packs: String, packList: String,
    templates: any PortalTemplates, jobs: Int,
    builtPacks: @escaping @Sendable (Portal, any WholeBriefs, MapDrawings) async -> BuiltPacks
  ) {
    self.content = KeptContent(at: content, edition: edition)
    folder = content
    self.packs = packs
    self.packList = packList
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
    let last = last.withLock { $0 }
    let maps =
      last.map { last in
        MapDrawings(of: portal, keeping: last.maps) { last.isSame($0, read.keys) }
      } ?? MapDrawings(of: portal)
    let findings = (read.findings + (await maps.findings(jobs: jobs))).inOrder()
    if findings.errors > 0 { return PreviewState(findings: findings, isCurrent: false) }
    let list = FileStamp(of: packList)
    portal.builtPacks = await packs(of: portal, read, maps, list, last)
    self.last.withLock {
      $0 = Last(
        keys: read.keys, maps: maps, packs: portal.packs, built: portal.builtPacks.all, list: list)
    }
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

  /// Comparing a pack with its content takes longer than a page: those that were ready stay so until
  /// their content changes, and others are looked for when any was built.
  private func packs(
    of portal: Portal, _ read: OutlinedPortal, _ maps: MapDrawings, _ list: FileStamp?,
    _ last: Last?
  ) async -> BuiltPacks {
    guard let last, last.list == list, last.packs == portal.packs else {
      return await builtPacks(portal, read.briefs, maps)
    }
    let isAllSame = last.keys.pages == read.keys.pages && last.keys.records == read.keys.records
    let kept = last.built.filter { pack in
      pack.document.brief.map { last.isSame($0, read.keys) } ?? isAllSame
    }
    return BuiltPacks(kept, of: portal)
  }
}
