public import Cache
public import Cartography
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
///   - portal: its briefs may be without the bodies of their sections and notes.
///   - keys: checksums of the content that it was read from.
///   - known: how the last build left the site, if that is known.
///   - generator: a checksum of the program: another makes other files of the same content.
///   - briefs: gives each brief whole.
///   - maps: those of the portal.
///   - content: the folder that the portal was read from, for pictures and documents.
///   - packs: the folder in which the portal's built packs stand.
///   - output: the site's folder; made where there is none.
///   - jobs: how many pages are rendered at once.
/// - Throws: `OutputError` where a file cannot be written, or one that Chancery did not write stands
///   in its way. Files are written whole or not at all.
public func writeSite(
  _ portal: Portal, briefs: any WholeBriefs, keys: ContentKeys, known state: SiteState? = nil,
  generator: UInt64, maps: MapDrawings, templates: any PortalTemplates, content: String,
  packs: String = "packs", to output: String, jobs: Int
) async throws(OutputError) -> (report: SiteReport, state: SiteState) {
  let templates = templates.prepared(for: portal, maps: maps)
  let plan = try SitePlan(portal, templates: templates, content: content, packs: packs)
  try refuseMixing(plan, content: content, output: output)
  let folder = try OutputFolder(output)
  let makeRenderer = { @Sendable in
    Renderer(portal: portal, briefs: briefs, templates: templates)
  }
  folder.removePending()
  defer { folder.removePending() }

  let known = Manifest(folder.read(Manifest.path))
  try refuseForeign(plan, known, makeRenderer(), folder)
  let old = known ?? Manifest()
  let log = ManifestLog(after: old, in: folder)
  let outputKeys = OutputKeys(keys, of: portal, templates: templates, generator: generator)
  let files = Dictionary(
    (state?.files ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  let results = try await inWorkers(plan.outputs.count, jobs: jobs) {
    let worker = OutputWriter(
      renderer: makeRenderer(), keys: outputKeys, known: files, folder: folder, log: log)
    return { range throws(OutputError) in try worker.write(plan.outputs[range]) }
  }
  var report = SiteReport()
  var sums: [String: UInt64] = [:]
  for result in results {
    sums[result.file.path] = result.file.sum
    if result.isWritten { report.written += 1 } else { report.unchanged += 1 }
  }
  for (path, known) in old.files.sorted(by: { $0.key < $1.key }) where sums[path] == nil {
    if try remove(path, known, from: folder) { report.removed += 1 }
  }
  let manifest = Manifest(sums).bytes
  try folder.write(Manifest.path, manifest)
  var state = SiteState()
  state.briefs = portal.briefs.count
  state.files = results.map(\.file)
  state.files.append(
    SiteState.File(
      path: Manifest.path, key: 0, sum: checksum(manifest),
      stamp: FileStamp(of: folder.full(Manifest.path))))
  for index in state.files.indices {
    state.files[index].stamp = state.files[index].stamp?.settled
  }
  return (report, state)
}

/// Removes a file that the site no longer has. One that someone has put in the place of ours is
/// theirs, and so is what lies beyond a symbolic link.
private func remove(
  _ path: String, _ sums: [UInt64], from folder: OutputFolder
) throws(OutputError) -> Bool {
  guard OutputFolder.folders(of: path).allSatisfy({ folder.kind(of: $0) == .folder }),
    let bytes = folder.read(path), sums.contains(checksum(bytes))
  else { return false }
  try folder.remove(path)
  return true
}
