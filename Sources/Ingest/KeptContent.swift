internal import Cache
public import Model
internal import Synchronization

/// A content folder that is read again and again: only briefs whose files changed are parsed.
public final class KeptContent: Sendable {
  private struct State {
    var records: UInt64 = 0
    var outcomes: [String: BriefReading.Outcome] = [:]
  }

  private let path: String
  private let edition: Edition
  private let state = Mutex(State())

  /// - Parameters:
  ///   - path: the content folder, which need not be there yet.
  ///   - edition: what of it is read.
  public init(at path: String, edition: Edition = .everything) {
    self.path = path
    self.edition = edition
  }

  /// Reads the folder as it is now. To be called in turn.
  ///
  /// - Parameters:
  ///   - changed: files and folders that may have changed since it was read last, relative to the content
  ///     folder; `nil` where that is not known.
  ///   - jobs: how many briefs are read at once.
  /// - Throws: `ContentFolderError` where there is no such folder. What is wrong inside it is findings.
  public func read(
    changed: Set<String>?, jobs: Int
  ) async throws(ContentFolderError) -> OutlinedPortal {
    var folder = try ContentFolder(path)
    folder.edition = edition
    let before = state.withLock { $0 }
    let concerned = changed.map { ConcernedBriefs($0) }
    // Bodies that find no room are read again when their page is asked for.
    let store = BodyStore(spills: false)
    store.occupy(before.outcomes.values.reduce(0) { $0 + ($1.read?.bodies?.size ?? 0) })
    let (portal, outcomes) = await outline(of: folder, store: store, jobs: jobs) {
      reading, entry, records in
      guard records == before.records, let outcome = before.outcomes[entry.name],
        outcome.entry.isFolder == entry.isFolder
      else { return nil }
      if concerned?.mayConcern(outcome.trace) == false { return outcome }
      return reading.folder.checked(outcome.trace) == nil ? nil : outcome
    }
    state.withLock { state in
      state.records = portal.keys.records
      state.outcomes = Dictionary(
        outcomes.map { ($0.entry.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
    return portal
  }
}

/// Tells which briefs some changed files can have to do with.
private struct ConcernedBriefs {
  private let changed: Set<String>
  /// Changed paths, with all folders above and the content folder itself.
  private let folders: Set<String>
  private let isEverything: Bool

  init(_ changed: Set<String>) {
    self.changed = changed
    var folders = changed
    for path in changed {
      for end in path.utf8.indices where path.utf8[end] == UInt8(ascii: "/") {
        folders.insert(String(path[..<end]))
      }
    }
    self.folders = folders
    isEverything = changed.contains("")
  }

  func mayConcern(_ trace: ReadTrace.Record) -> Bool {
    isEverything || trace.files.contains { isConcerned($0.name) }
      || trace.folders.contains { isConcerned($0.name) || folders.contains($0.name) }
      || trace.probes.contains { isConcerned($0.name) }
  }

  /// Whether a path or a folder above it changed.
  private func isConcerned(_ path: String) -> Bool {
    if changed.contains(path) { return true }
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      if changed.contains(String(rest)) { return true }
    }
    return false
  }
}
