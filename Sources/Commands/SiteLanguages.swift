internal import Diagnostics
internal import Ingest
internal import Model

/// Reads a content folder in each of its site's languages, its own first.
///
/// - Parameter known: what it held before in each, if that is known.
func readLanguages(
  at path: String, edition: Edition, known: [ContentState] = [], jobs: Int, work: WorkLog? = nil
) async throws(ContentFolderError) -> [OutlinedPortal] {
  let first = try await readOutline(
    at: path, edition: edition, known: known.first, jobs: jobs, work: work)
  var all = [first]
  for language in first.portal.languages.dropFirst() {
    var edition = edition
    edition.language = language
    let state = known.indices.contains(all.count) ? known[all.count] : nil
    all.append(
      try await readOutline(at: path, edition: edition, known: state, jobs: jobs, work: work))
  }
  return all
}

extension [OutlinedPortal] {
  /// What is wrong in any language, each thing once.
  var findings: [Finding] { flatMap(\.findings).inOrder() }
}
