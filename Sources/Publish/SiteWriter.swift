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
///   - maps: those of the portal.
///   - content: the folder that the portal was read from, for pictures and documents.
///   - packs: the folder in which the portal's built packs stand.
///   - output: the site's folder; made where there is none.
///   - jobs: how many pages are rendered at once.
///   - compress: whether files that shrink get compressed ones beside them, for a server to send.
///   - index: what is made of the pages once they are in place.
/// - Throws: `OutputError` where a file cannot be written, or one that Chancery did not write stands
///   in its way. Files are written whole or not at all. Where the index cannot be made, the site is
///   complete without it.
public func writeSite(
  _ portal: Portal, maps: MapDrawings, templates: any PortalTemplates, content: String,
  packs: String = "packs", to output: String, jobs: Int, compress: Bool = false,
  index: SiteIndex? = nil
) async throws(OutputError) -> SiteReport {
  let templates = templates.prepared(for: portal, maps: maps)
  let plan = try SitePlan(portal, templates: templates, content: content, packs: packs)
  try refuseMixing(plan, content: content, output: output)
  let folder = try OutputFolder(output)
  let renderer = Renderer(portal: portal, templates: templates)
  folder.removePending()
  defer { folder.removePending() }

  let known = Manifest(folder.read(Manifest.path))
  try refuseForeign(plan, known, renderer, folder)
  if compress { try refuseForeignSiblings(plan, known, renderer, folder) }
  let old = known ?? Manifest()
  let log = ManifestLog(
    after: old, in: folder,
    siblings: siblings(listedIn: old, apart: Set(plan.outputs.map(\.path))))
  var results: [Renderer.Result] = []
  for wave in plan.waves {
    results += try await inChunks(wave.count, jobs: jobs) { range throws(OutputError) in
      let start = wave.lowerBound
      return try renderer.write(
        plan.outputs[start + range.lowerBound..<start + range.upperBound], to: folder, log)
    }
  }
  var report = SiteReport()
  var files: [String: UInt64] = [:]
  for ((path, _), result) in zip(plan.outputs, results) {
    files[path] = result.sum
    if result.isWritten { report.written += 1 } else { report.unchanged += 1 }
  }
  func count(_ isWritten: Bool) {
    if isWritten { report.written += 1 } else { report.unchanged += 1 }
  }
  func compressed(_ all: [String: UInt64]) async throws(OutputError) {
    guard compress else { return }
    let writer = SiblingWriter(folder: folder, log: log, old: old)
    for sibling in try await writer.write(all, jobs: jobs) {
      files[sibling.path] = sibling.sum
      count(sibling.isWritten)
    }
  }
  func removeOutdated(_ isDue: (String) -> Bool) throws(OutputError) {
    let paths = old.files.keys.filter { files[$0] == nil && isDue($0) }
    for path in paths.sorted(by: { (Wave(of: $0), $0) > (Wave(of: $1), $1) }) {
      if try folder.remove(path, holding: old.files[path] ?? []) { report.removed += 1 }
    }
  }

  try await compressed(files)
  var fault: OutputError?
  if let index {
    // Nothing that is gone is to be found; the old index stays until the new one is there.
    try removeOutdated { !$0.hasPrefix(index.folder) }
    do throws(OutputError) {
      let writer = IndexWriter(index: index, folder: folder, log: log, old: old)
      let added = try writer.write(after: files)
      for (path, result) in added {
        files[path] = result.sum
        count(result.isWritten)
      }
      try await compressed(added.mapValues(\.sum))
    } catch {
      // The site is completed without it.
      fault = error
    }
  }
  try removeOutdated { _ in true }
  try folder.write(Manifest.path, Manifest(files).bytes)
  if let fault { throw fault }
  return report
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
