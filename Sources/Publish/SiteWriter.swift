public import Cache
public import Cartography
public import Diagnostics
internal import HTML
public import Model
public import Templates

/// What writing a site came to, in files.
public struct SiteReport: Sendable, Equatable {
  public var written = 0
  public var unchanged = 0
  public var removed = 0

  public var files: Int { written + unchanged }
}

/// Writes a portal as a site.
///
/// Waits, and blocks its thread, while another build writes to the same folder: a program that calls
/// it more than once calls it in turn.
///
/// - Parameters:
///   - only: indices of briefs whose files alone are written; `nil` for the whole site. Several builds of
///     some briefs each may write to the same folder at once.
///   - editions: the site in each of its languages, its own first.
///   - known: how the last build left the site, if that is known.
///   - generator: a checksum of the program: another makes other files of the same content.
///   - content: the folder that the portals were read from, for pictures and documents.
///   - packs: the folder in which the portals' built packs stand.
///   - output: the site's folder; made where there is none.
///   - jobs: how many pages are rendered at once.
///   - compress: whether files that shrink get compressed ones beside them, for a server to send.
///   - index: what is made of the pages once they are in place.
///   - work: told of each file.
/// - Throws: `OutputError` where a file cannot be written, or one that Chancery did not write stands
///   in its way. Files are written whole or not at all. Where the index cannot be made, the site is
///   complete without it.
public func writeSite(
  _ editions: [SiteEdition], only: Set<Int>? = nil, known state: SiteState? = nil,
  generator: UInt64, templates: any PortalTemplates, content: String,
  packs: String = "packs", to output: String, jobs: Int,
  compress: Bool = false, index: SiteIndex? = nil, work: WorkLog? = nil
) async throws(OutputError) -> (report: SiteReport, state: SiteState) {
  work?.begin("plan")
  let templates = editions.map { templates.prepared(for: $0.portal, maps: $0.maps) }
  var plan = try SitePlan(
    editions.map(\.portal), templates: templates, content: content, packs: packs)
  // Files of a brief that it no longer has go with a build of it alone.
  let planned = only == nil ? [] : Set(plan.outputs.map(\.path))
  if let only { plan = plan.limited(to: only) }
  try refuseMixing(plan, content: content, output: output)
  let folder = try OutputFolder(output, isShared: only != nil)
  let feedTexts = editions.map { _ in FeedTexts() }
  let makeRenderer = { @Sendable in
    Renderer(editions, templates: templates, feedTexts: feedTexts)
  }
  folder.removePending()
  defer { folder.removePending() }

  let known = Manifest(folder.read(Manifest.path))
  let edition = editions.first?.portal.edition.setting ?? ""
  if only != nil, let known, !known.files.isEmpty, known.edition != edition {
    throw OutputError(
      description:
        "“\(output)” holds another edition; build the whole site, or into another folder")
  }
  try refuseForeign(plan, known, makeRenderer(), folder)
  if compress { try refuseForeignSiblings(plan, known, makeRenderer(), folder) }
  var old = known ?? Manifest(edition: edition)
  // A build that is killed leaves files of both.
  if old.edition != edition { old.edition = Manifest.mixed }
  let log = ManifestLog(
    after: old, in: folder,
    siblings: siblings(listedIn: old, apart: Set(plan.outputs.map(\.path))),
    isShared: only != nil)
  let outputKeys = OutputKeys(editions, templates: templates, generator: generator)
  let files = Dictionary(
    (state?.files ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  work?.begin("files", of: plan.outputs.count)
  var results: [OutputWriter.Written] = []
  let outputs = plan.outputs
  for wave in plan.waves {
    results += try await inWorkers(wave.count, jobs: jobs) {
      let worker = OutputWriter(
        renderer: makeRenderer(), keys: outputKeys, known: files, folder: folder, log: log,
        work: work)
      return { range throws(OutputError) in
        try worker.write(
          outputs[wave.lowerBound + range.lowerBound..<wave.lowerBound + range.upperBound])
      }
    }
  }
  var report = SiteReport()
  var sums: [String: UInt64] = [:]
  for result in results {
    sums[result.file.path] = result.file.sum
    if result.isWritten { report.written += 1 } else { report.unchanged += 1 }
  }
  /// Files beside those of the plan: the next build sees by their stamps whether they are as they were.
  var added: [SiteState.File] = []
  func add(_ path: String, _ sum: UInt64, _ isWritten: Bool) {
    sums[path] = sum
    added.append(
      SiteState.File(path: path, key: 0, sum: sum, stamp: FileStamp(of: folder.full(path))))
    if isWritten { report.written += 1 } else { report.unchanged += 1 }
  }
  func compressed(_ all: [String: UInt64]) async throws(OutputError) {
    guard compress else { return }
    work?.begin("compression", of: all.count)
    let writer = SiblingWriter(folder: folder, log: log, old: old, work: work)
    for sibling in try await writer.write(all, jobs: jobs) {
      add(sibling.path, sibling.sum, sibling.isWritten)
    }
  }
  func removeOutdated(_ isDue: (String) -> Bool) throws(OutputError) {
    let paths = old.files.keys.filter { sums[$0] == nil && isDue($0) }
    for path in paths.sorted(by: { (Wave(of: $0), $0) > (Wave(of: $1), $1) }) {
      if try folder.remove(path, holding: old.files[path] ?? []) { report.removed += 1 }
    }
  }

  try await compressed(sums)
  var fault: OutputError?
  if let index {
    work?.begin("index")
    // Nothing that is gone is to be found; the old index stays until the new one is there.
    try removeOutdated { !$0.hasPrefix(index.folder) }
    do throws(OutputError) {
      let writer = IndexWriter(index: index, folder: folder, log: log, old: old)
      let files = try writer.write(after: sums)
      for (path, result) in files.sorted(by: { $0.key < $1.key }) {
        add(path, result.sum, result.isWritten)
      }
      try await compressed(files.mapValues(\.sum))
    } catch {
      // The site is completed without it.
      fault = error
    }
  }
  work?.begin("manifest")
  let manifest: [UInt8]
  if let only {
    // What others wrote meanwhile is theirs, and stays.
    folder.lockAlone()
    let folders = editions.flatMap { edition in
      only.map {
        edition.portal.sitePath + Page.brief($0).path(in: edition.portal).dropLast(".html".count)
          + "/"
      }
    }
    let kept = planned.union(planned.flatMap { siblings(of: $0).map(\.path) })
    let gone = Set(
      old.files.keys.filter { path in
        !kept.contains(path) && folders.contains(where: path.hasPrefix)
      })
    try removeOutdated(gone.contains)
    manifest =
      (Manifest(folder.read(Manifest.path)) ?? Manifest(edition: edition))
      .updated(sums, without: gone).bytes
  } else {
    try removeOutdated { _ in true }
    manifest = Manifest(sums, edition: edition).bytes
  }
  try folder.write(Manifest.path, manifest)
  if let fault { throw fault }
  var state = SiteState()
  state.briefs = editions.first?.portal.briefs.count ?? 0
  state.files = results.map(\.file) + added
  state.files.append(
    SiteState.File(
      path: Manifest.path, key: 0, sum: checksum(manifest),
      stamp: FileStamp(of: folder.full(Manifest.path))))
  for index in state.files.indices {
    state.files[index].stamp = state.files[index].stamp?.settled
  }
  return (report, state)
}

extension OutputFolder {
  /// Removes a file that the site no longer has. One that someone has put in the place of ours is
  /// theirs, and so is what lies beyond a symbolic link.
  func remove(_ path: String, holding sums: [UInt64]) throws(OutputError) -> Bool {
    guard Self.folders(of: path).allSatisfy({ kind(of: $0) == .folder }),
      let bytes = read(path), sums.contains(checksum(bytes))
    else { return false }
    try remove(path)
    return true
  }
}
