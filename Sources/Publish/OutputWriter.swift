internal import HTML
internal import Synchronization

/// Renders files one after another in one buffer, and writes them.
struct OutputWriter {
  struct Written: Sendable {
    var sum: UInt64
    var isWritten: Bool
  }

  private let renderer: Renderer
  private let folder: OutputFolder
  private let log: ManifestLog
  private var buffer = ReusedSink()

  init(renderer: Renderer, folder: OutputFolder, log: ManifestLog) {
    self.renderer = renderer
    self.folder = folder
    self.log = log
  }

  mutating func write(
    _ outputs: ArraySlice<SitePlan.Output>
  ) throws(OutputError) -> [Written] {
    var results: [Written] = []
    results.reserveCapacity(outputs.count)
    for output in outputs { results.append(try write(output)) }
    return results
  }

  private mutating func write(_ output: SitePlan.Output) throws(OutputError) -> Written {
    try Interruption.check()
    buffer.sink.removeAll()
    try renderer.render(output, to: &buffer.sink)
    return try buffer.sink.withBytes { bytes throws(OutputError) in
      let sum = checksum(bytes)
      let change = try folder.write(output.path, bytes) { () throws(OutputError) in
        try log.add(output.path, sum)
      }
      return Written(sum: sum, isWritten: change == .written)
    }
  }
}

/// A buffer that is shared by copies of what holds it.
private final class ReusedSink {
  var sink = Sink(capacity: 1 << 18)
}
