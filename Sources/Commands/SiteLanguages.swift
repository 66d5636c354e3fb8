internal import Diagnostics
internal import Ingest
internal import Model

/// Reads a content folder in each of its site's languages: its own first, which says what they are, then the
/// others at once.
///
/// - Parameters:
///   - languages: those of the site, its own first, of what was read.
///   - read: reads one edition; its number is that in the order of languages.
func readLanguages<Read: Sendable>(
  of edition: Edition, jobs: Int, languages: (Read) -> [String],
  _ read:
    @escaping @Sendable (Edition, _ number: Int) async throws(ContentFolderError) -> Read
) async throws(ContentFolderError) -> [Read] {
  let first = try await read(edition, 0)
  let others = languages(first).enumerated().dropFirst().map { number, language in
    var edition = edition
    edition.language = language
    return (edition, number)
  }
  var all = [first]
  let results = await concurrently(others, jobs: jobs) { edition, number in
    do throws(ContentFolderError) {
      return Result<Read, ContentFolderError>.success(try await read(edition, number))
    } catch {
      return .failure(error)
    }
  }
  for result in results { all.append(try result.get()) }
  return all
}

/// Reads a content folder in each of its site's languages, its own first.
///
/// - Parameter known: what it held before in each, if that is known.
func readLanguages(
  at path: String, edition: Edition, known: [ContentState] = [], jobs: Int, work: WorkLog? = nil
) async throws(ContentFolderError) -> [OutlinedPortal] {
  try await readLanguages(of: edition, jobs: jobs, languages: \.portal.languages) {
    edition, number throws(ContentFolderError) in
    // Progress is that of the first, of which the others are renderings.
    try await readOutline(
      at: path, edition: edition, known: known.indices.contains(number) ? known[number] : nil,
      jobs: jobs, work: number == 0 ? work : nil)
  }
}

/// Gives what work makes of each item, in their order; several at once where there are several jobs.
func concurrently<Item: Sendable, Made: Sendable>(
  _ items: [Item], jobs: Int, _ work: @escaping @Sendable (Item) async -> Made
) async -> [Made] {
  await withTaskGroup(of: (Int, Made).self) { group in
    var made: [(Int, Made)] = []
    for (number, item) in items.enumerated() {
      if number >= max(1, jobs), let one = await group.next() { made.append(one) }
      group.addTask { (number, await work(item)) }
    }
    for await one in group { made.append(one) }
    return made.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

extension [OutlinedPortal] {
  /// What is wrong in any language, each thing once.
  var findings: [Finding] { flatMap(\.findings).inOrder() }
}
