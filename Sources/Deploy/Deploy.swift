// Deploy: a written site becomes lists for whoever copies it to its server.
// In: the site's folder, and what was deployed before. Out: every file with its SHA-256, and what to
// upload and remove, in an order in which no page is there before what it loads. Owns libmd.
public import Publish

/// What a deployment comes to, in files.
public struct DeploymentReport: Sendable, Equatable {
  public var added = 0
  public var changed = 0
  public var removed = 0
}

/// Writes the lists of a site's deployment into a folder.
///
/// `manifest.json` tells of every file; `sha256sums` is the same for `sha256sum --check`; `1-…` to
/// `6-…` name, a path a line, what changed since the site that `deployed` lists, which is a copy of
/// the `sha256sums` of the last deployment that came to its end.
///
/// - Parameters:
///   - site: the folder that `writeSite` wrote.
///   - jobs: how many files are read at once.
/// - Throws: `OutputError` where a file cannot be read or written, the folder lies in the site, or a
///   path cannot stand in a list.
public func writeDeployment(
  of site: String, to folder: String, jobs: Int
) async throws(OutputError) -> DeploymentReport {
  let paths = writtenFiles(in: site)
  if let bad = paths.first(where: { $0.utf8.contains { $0 < 0x20 } }) {
    throw OutputError(
      description: "“\(bad)” cannot stand in a list: its name holds a control character")
  }
  let target = try OutputFolder(folder, outside: site)
  defer { target.removePending() }
  let files = try await inChunks(paths.count, jobs: jobs) { range throws(OutputError) in
    var files: [DeployedFile] = []
    for path in paths[range] {
      try Interruption.check()
      guard let bytes = readFile("\(site)/\(path)") else {
        throw OutputError(description: "“\(site)/\(path)” is gone; build again")
      }
      files.append(DeployedFile(path: path, sum: sha256(bytes), size: bytes.count))
    }
    return files
  }.sorted()
  let deployment = Deployment(files, after: try Checksums.read(target))
  try target.write("manifest.json", deployment.json)
  try target.write("sha256sums", Checksums.bytes(of: files))
  for step in Step.allCases {
    let lines = deployment.paths(of: step).map { $0 + "\n" }.joined()
    try target.write(step.list, Array(lines.utf8))
  }
  return DeploymentReport(
    added: deployment.added.count, changed: deployment.changed.count,
    removed: deployment.removed.count)
}
