public import Cache
public import Diagnostics
public import Model

/// A portal whose briefs are without the bodies of their sections and notes, and where to have them whole.
public struct OutlinedPortal: Sendable {
  /// Complete only where there is no error among the findings.
  public var portal: Portal
  /// In the order of files and places.
  public var findings: [Finding]
  /// Briefs by their indices in the portal.
  public var briefs: any WholeBriefs
  /// What was read.
  public var state: ContentState
  /// Checksums of the content that pages show.
  public var keys: ContentKeys
  /// What the edition leaves out, or might.
  public var withheld: Withheld
}

/// Reads a content folder to be published: bodies of briefs are kept aside, so that memory does not grow
/// with them, and briefs that have not changed are not parsed again.
///
/// - Parameters:
///   - path: the folder.
///   - edition: what of it is read.
///   - known: what it held before, if that is known.
///   - jobs: how many briefs are read at once.
///   - work: told of each brief that is read.
/// - Throws: `ContentFolderError` where there is no such folder. What is wrong inside it is findings.
public func readOutline(
  at path: String, edition: Edition = .everything, known: ContentState? = nil, jobs: Int,
  work: WorkLog? = nil
) async throws(ContentFolderError) -> OutlinedPortal {
  var folder = try ContentFolder(path)
  folder.edition = edition
  let earlier = Dictionary(
    (known?.briefs ?? []).map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
  let recordsSum = known?.records.sum
  return await outline(of: folder, store: BodyStore(), jobs: jobs, work: work) {
    reading, entry, records in
    guard records == recordsSum else { return nil }
    return earlier[entry.name].flatMap { $0.outcome(entry, reading.folder) }
  }.portal
}

/// - Parameter known: what came of a brief before, where it would be the same again; it is also given the
///   checksum of the records in whose light briefs are read.
func outline(
  of folder: ContentFolder, store: BodyStore, jobs: Int, work: WorkLog? = nil,
  known:
    @escaping @Sendable (BriefReading, ContentFolder.Entry, _ records: UInt64) ->
    BriefReading.Outcome?
) async -> (portal: OutlinedPortal, outcomes: [BriefReading.Outcome]) {
  var folder = folder
  let (records, rest) = (ReadTrace(), ReadTrace())
  folder.trace = records
  var reader = PortalReader(folder: folder, comparesFaults: false)
  work?.begin("records")
  reader.readRecords()
  reader.folder.trace = rest
  var state = ContentState()
  state.records = records.record
  let recordsSum = state.records.sum
  let outcomes = await reader.readBriefs(nil, keepingBodies: store, jobs: jobs, work: work) {
    known($0, $1, recordsSum)
  }
  work?.begin("links")
  let reading = reader.reading
  let resolved = reader.finish(outcomes.compactMap(\.read))
  let findings = reader.findings
  state.rest = rest.record
  state.briefs = outcomes.map { ContentState.Brief($0) }
  state.hasFindings = !findings.isEmpty
  let portal = OutlinedPortal(
    portal: reader.portal, findings: findings,
    briefs: OutlinedBriefs(
      outlines: reader.portal.briefs, parts: resolved.briefs, reading: reading, store: store),
    state: state, keys: ContentKeys(records: recordsSum, pages: resolved.keys),
    withheld: reader.log.withheld)
  return (portal, outcomes)
}
