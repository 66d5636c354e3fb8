internal import Cache
internal import Diagnostics
internal import HTML

/// Renders files one after another in one buffer, and writes those that are not as they have to be.
struct OutputWriter {
  struct Written: Sendable {
    var file: SiteState.File
    var isWritten: Bool
  }

  private let renderer: Renderer
  private let keys: OutputKeys
  /// How the build before left the site's files, by path.
  private let known: [String: SiteState.File]
  private let folder: OutputFolder
  private let log: ManifestLog
  private let work: WorkLog?
  private let buffer = ReusedSink()

  init(
    renderer: Renderer, keys: OutputKeys, known: [String: SiteState.File], folder: OutputFolder,
    log: ManifestLog, work: WorkLog?
  ) {
    self.renderer = renderer
    self.keys = keys
    self.known = known
    self.folder = folder
    self.log = log
    self.work = work
  }

  func write(_ outputs: ArraySlice<SitePlan.Output>) throws(OutputError) -> [Written] {
    var results: [Written] = []
    results.reserveCapacity(outputs.count)
    for output in outputs {
      try Interruption.check()
      defer { work?.advance() }
      if let same = kept(output) { results.append(same) } else { results.append(try write(output)) }
    }
    return results
  }

  /// The file as it is, where it would come out the same; `nil` where that is not known.
  private func kept(_ output: SitePlan.Output) -> Written? {
    guard var file = known[output.path], file.source == nil, file.key == keys.key(of: output),
      let stamp = file.stampIfKept(at: folder.full(output.path))
    else { return nil }
    if case .copy = output.content { return nil }
    file.stamp = stamp
    return Written(file: file, isWritten: false)
  }

  private func write(_ output: SitePlan.Output) throws(OutputError) -> Written {
    buffer.sink.removeAll()
    var source: SiteState.Source?
    if case .copy(let path) = output.content {
      source = SiteState.Source(
        path: path, stamp: FileStamp(of: path, followsLinks: true)?.settled)
    }
    try renderer.render(output, to: &buffer.sink)
    return try buffer.sink.withBytes { bytes throws(OutputError) in
      let sum = checksum(bytes)
      let change = try folder.write(output.path, bytes) { () throws(OutputError) in
        try log.add(output.path, sum)
      }
      return Written(
        file: SiteState.File(
          path: output.path, key: keys.key(of: output), sum: sum,
          stamp: FileStamp(of: folder.full(output.path)), source: source),
        isWritten: change == .written)
    }
  }
}

/// A buffer that is shared by copies of what holds it.
private final class ReusedSink {
  var sink = Sink(capacity: 1 << 18)
}
