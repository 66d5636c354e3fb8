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
  private let folder: String
  private let edition: Edition
  private let packs: String
  private let packList: String
  private let templates: any PortalTemplates
  private let jobs: Int
  private let builtPacks: @Sendable (Portal, any WholeBriefs, MapDrawings) async -> BuiltPacks
  /// Of the last content without errors.
  private let files = Mutex<SiteFiles?>(nil)
  /// By language; the site's own has no name.
  private let languages = Mutex<[String: Language]>([:])

  /// The site in one language.
  private final class Language: Sendable {
    let content: KeptContent
    /// What the last reading gave: what did not change since is not drawn again.
    let last = Mutex<Last?>(nil)

    init(_ content: KeptContent) { self.content = content }
  }

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
  ///   - packList: the name of a file that changes with every pack, in the folder of a language's packs.
  ///   - jobs: how many briefs are read at once.
  ///   - builtPacks: which packs of a portal are ready.
  public init(
    content: String, edition: Edition, packs: String, packList: String,
    templates: any PortalTemplates, jobs: Int,
    builtPacks: @escaping @Sendable (Portal, any WholeBriefs, MapDrawings) async -> BuiltPacks
  ) {
    folder = content
    self.edition = edition
    self.packs = packs
    self.packList = packList
    self.templates = templates
    self.jobs = jobs
    self.builtPacks = builtPacks
  }

  public func refresh(_ paths: Set<String>?) async -> PreviewState {
    var editions: [SiteEdition] = []
    var findings: [Finding] = []
    do throws(ContentFolderError) {
      let own = try await read("", changed: paths)
      var all = [own]
      for language in own.read.portal.languages.dropFirst() {
        all.append(try await read(language, changed: paths))
      }
      findings = all.flatMap(\.findings).inOrder()
      if findings.errors > 0 { return PreviewState(findings: findings, isCurrent: false) }
      for each in all { editions.append(await settled(each)) }
    } catch {
      return PreviewState(findings: [], isCurrent: false, fault: error.description)
    }
    do throws(OutputError) {
      let made = try SiteFiles(editions, templates: templates, content: folder, packs: packs)
      files.withLock { $0 = made }
    } catch {
      return PreviewState(findings: findings, isCurrent: false, fault: error.description)
    }
    return PreviewState(findings: findings, isCurrent: true)
  }

  private struct Reading {
    var language: Language
    var read: OutlinedPortal
    var maps: MapDrawings
    var findings: [Finding]
  }

  private func read(
    _ name: String, changed paths: Set<String>?
  ) async throws(ContentFolderError) -> Reading {
    let language = languages.withLock { languages in
      if let known = languages[name] { return known }
      var edition = edition
      if !name.isEmpty { edition.language = name }
      let new = Language(KeptContent(at: folder, edition: edition))
      languages[name] = new
      return new
    }
    let read = try await language.content.read(changed: paths, jobs: jobs)
    let last = language.last.withLock { $0 }
    let maps =
      last.map { last in
        MapDrawings(of: read.portal, keeping: last.maps) { last.isSame($0, read.keys) }
      } ?? MapDrawings(of: read.portal)
    return Reading(
      language: language, read: read, maps: maps,
      findings: read.findings + (await maps.findings(jobs: jobs)))
  }

  /// What is shown, with the packs that are ready.
  private func settled(_ reading: Reading) async -> SiteEdition {
    let (read, maps) = (reading.read, reading.maps)
    var portal = read.portal
    let list = FileStamp(of: "\(packs)/\(portal.sitePath)\(packList)")
    portal.builtPacks = await packs(
      of: portal, read, maps, list, reading.language.last.withLock { $0 })
    reading.language.last.withLock {
      $0 = Last(
        keys: read.keys, maps: maps, packs: portal.packs, built: portal.builtPacks.all, list: list)
    }
    return SiteEdition(portal: portal, briefs: read.briefs, keys: read.keys, maps: maps)
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
