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
/// - Parameters:
///   - content: the folder that the portal was read from, for pictures and documents.
///   - output: the site's folder; made where there is none.
///   - jobs: how many pages are rendered at once.
/// - Throws: `OutputError` where a file cannot be written, or one that Chancery did not write stands
///   in its way. Files are written whole or not at all.
public func writeSite(
  _ portal: Portal, templates: any PortalTemplates, content: String, to output: String, jobs: Int
) async throws(OutputError) -> SiteReport {
  let templates = templates.prepared(for: portal)
  let plan = SitePlan(portal, templates: templates)
  let folder = try OutputFolder(output)
  let renderer = Renderer(portal: portal, templates: templates, content: content)
  folder.removePending()
  defer { folder.removePending() }

  let known = Manifest(folder.read(Manifest.path))
  if let known { try refuseForeign(plan, known, renderer, folder) }
  let old = known ?? Manifest()
  let paths = plan.outputs.map(\.path)
  let isNew = !paths.allSatisfy(old.contains)
  if isNew { try folder.write(Manifest.path, old.adding(paths.filter { !old.contains($0) }).bytes) }

  let results = try await inChunks(plan.outputs.count, jobs: jobs) { range throws(OutputError) in
    try renderer.write(plan.outputs[range], to: folder)
  }
  var report = SiteReport()
  var files: [String: UInt64?] = [:]
  for (path, result) in zip(paths, results) {
    files[path] = result.sum
    if result.isWritten { report.written += 1 } else { report.unchanged += 1 }
  }
  for (path, sum) in old.files.sorted(by: { $0.key < $1.key }) where files[path] == nil {
    guard let bytes = folder.read(path) else { continue }
    // A file that someone has put in the place of ours is theirs.
    if let sum, sum != checksum(bytes) { continue }
    folder.remove(path)
    report.removed += 1
  }
  try folder.write(Manifest.path, Manifest(files).bytes)
  return report
}

/// Refuses to write over files that Chancery did not write, where it knows which it wrote.
private func refuseForeign(
  _ plan: SitePlan, _ known: Manifest, _ renderer: Renderer, _ folder: OutputFolder
) throws(OutputError) {
  var sink = Sink()
  for (path, output) in plan.outputs where !known.contains(path) && folder.contains(path) {
    sink.removeAll()
    try renderer.render(output, to: &sink)
    let bytes = sink.bytes
    if folder.read(path) == bytes { continue }
    throw OutputError(
      description: "“\(folder.root)/\(path)” was not written by Chancery, and would be written over; "
        + "move it away")
  }
}
