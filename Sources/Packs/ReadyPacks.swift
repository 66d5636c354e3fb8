internal import Cache
public import Cartography
public import Model
public import Publish
internal import Templates

/// What stands ready in a folder of packs.
public struct ReadyPacks: Sendable {
  /// In the order of the portal's documents.
  public var built: [BuiltPack] = []
  /// Paths below the folder of those that are not what the content gives now: built before it
  /// changed, changed since, or removed.
  public var outdated: [String] = []
}

/// Looks for a portal's documents in the folder that `buildPacks` wrote them to. Nothing is
/// compiled; where the folder has none, nothing is read but its list.
///
/// - Parameters:
///   - outline: its briefs may be without the bodies of their sections and notes.
///   - briefs: gives each brief whole.
///   - content: the folder that the portal was read from, for pictures.
///   - folder: that of the packs; it need not be there.
///   - jobs: how many documents are compared at once.
/// - Throws: `OutputError` where a picture of the content cannot be read.
public func readyPacks(
  of outline: Portal, briefs: any WholeBriefs, maps: MapDrawings, content: String,
  in folder: String, jobs: Int
) async throws(OutputError) -> ReadyPacks {
  let list = PackList(readFile("\(folder)/\(PackList.path)"))
  if list.entries.isEmpty { return ReadyPacks() }
  let documents = outline.packDocuments.filter { list.entries[outline.path(of: $0)] != nil }
  if documents.isEmpty { return ReadyPacks() }
  let portal: Portal
  do throws(BriefUnavailable) {
    portal = try briefs.whole(outline)
  } catch {
    throw OutputError(description: error.description)
  }
  let found = try await inChunks(documents.count, jobs: jobs) { range throws(OutputError) in
    var found: [BuiltPack?] = []
    for document in documents[range] {
      try Interruption.check()
      let path = portal.path(of: document)
      guard let entry = list.entries[path], let bytes = readFile("\(folder)/\(path)"),
        checksum(bytes) == entry.sum,
        try inputs(of: document, in: portal, maps: maps, content: content) == entry.inputs
      else {
        found.append(nil)
        continue
      }
      found.append(
        BuiltPack(
          document: document, path: path, size: bytes.count,
          pages: entry.pages > 0 ? entry.pages : nil))
    }
    return found
  }
  var ready = ReadyPacks()
  for (document, pack) in zip(documents, found) {
    if let pack {
      ready.built.append(pack)
    } else {
      ready.outdated.append(portal.path(of: document))
    }
  }
  return ready
}

/// The checksum of what a document is made of; `nil` for one that nothing makes.
private func inputs(
  of document: PackDocument, in portal: Portal, maps: MapDrawings, content: String
) throws(OutputError) -> UInt64? {
  if case .epub(let brief) = document {
    return checksum(try epub(of: brief, in: portal, maps: maps, content: content))
  }
  return standardSource(of: document, in: portal, maps: maps)
    .map { checksum(of: $0, content: content) }
}
