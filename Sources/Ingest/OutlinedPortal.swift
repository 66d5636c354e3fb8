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
}

/// Reads a content folder to be published: bodies of briefs are kept aside, so that memory does not grow
/// with them, and briefs that have not changed are not parsed again.
///
/// - Parameters:
///   - path: the folder.
///   - known: what it held before, if that is known.
///   - jobs: how many briefs are read at once.
/// - Throws: `ContentFolderError` where there is no such folder. What is wrong inside it is findings.
public func readOutline(
  at path: String, known: ContentState? = nil, jobs: Int
) async throws(ContentFolderError) -> OutlinedPortal {
  var folder = try ContentFolder(path)
  let (records, rest) = (ReadTrace(), ReadTrace())
  folder.trace = records
  var reader = PortalReader(folder: folder, comparesFaults: false)
  let store = BodyStore()
  reader.readRecords()
  reader.folder.trace = rest
  var state = ContentState()
  state.records = records.record
  // Briefs are read in the light of the records.
  let earlier = known.flatMap { $0.records.sum == state.records.sum ? $0.briefs : nil } ?? []
  let byEntry = Dictionary(earlier.map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
  let outcomes = await reader.readBriefs(nil, keepingBodies: store, jobs: jobs) { reading, entry in
    byEntry[entry.name].flatMap { $0.outcome(entry, reading.folder) }
  }
  let reading = reader.reading
  let resolved = reader.finish(outcomes.compactMap(\.read))
  let findings = reader.findings
  state.rest = rest.record
  state.briefs = outcomes.map { ContentState.Brief($0) }
  state.hasFindings = !findings.isEmpty
  return OutlinedPortal(
    portal: reader.portal, findings: findings,
    briefs: OutlinedBriefs(
      outlines: reader.portal.briefs, parts: resolved.briefs, reading: reading, store: store),
    state: state, keys: ContentKeys(records: state.records.sum, pages: resolved.keys))
}
