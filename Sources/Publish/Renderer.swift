internal import HTML
internal import Model
internal import Templates

/// Renders outputs and writes them.
struct Renderer: Sendable {
  let portal: Portal
  let templates: any PortalTemplates

  struct Result: Sendable {
    var sum: UInt64
    var isWritten: Bool
  }

  /// Some of a site's files, one after another, in one buffer.
  func write(
    _ outputs: ArraySlice<(path: String, output: SitePlan.Output)>, to folder: OutputFolder,
    _ log: ManifestLog
  ) throws(OutputError) -> [Result] {
    var sink = Sink(capacity: 1 << 18)
    var results: [Result] = []
    results.reserveCapacity(outputs.count)
    for (path, output) in outputs {
      try Interruption.check()
      sink.removeAll()
      try render(output, to: &sink)
      results.append(
        try sink.withBytes { bytes throws(OutputError) in
          let sum = checksum(bytes)
          let change = try folder.write(path, bytes) { () throws(OutputError) in
            try log.add(path, sum)
          }
          return Result(sum: sum, isWritten: change == .written)
        })
    }
    return results
  }

  func render(_ output: SitePlan.Output, to sink: inout Sink) throws(OutputError) {
    switch output {
    case .page(let page): templates.write(page, of: portal, to: &sink)
    case .asset(let asset): asset.write(&sink)
    case .bytes(let bytes): sink.append(unsafe: bytes)
    case .copy(let source):
      guard let bytes = readFile(source, followsLinks: true) else {
        throw OutputError(description: "“\(source)” cannot be read")
      }
      sink.append(unsafe: bytes)
    }
  }
}

/// Does the same for chunks of a range at once, and gives all results in the range's order. About
/// four chunks for each job even out their unlike sizes without a task's cost for each file.
package func inChunks<Item: Sendable>(
  _ count: Int, jobs: Int,
  _ work: @escaping @Sendable (Range<Int>) throws(OutputError) -> [Item]
) async throws(OutputError) -> [Item] {
  let size = max(1, count / max(1, jobs * 4))
  let ranges = stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  let results = await withTaskGroup(of: (Int, Result<[Item], OutputError>).self) { group in
    var results: [Result<[Item], OutputError>] = ranges.map { _ in .success([]) }
    var next = 0
    func start() {
      guard next < ranges.count else { return }
      let number = next
      next += 1
      group.addTask {
        do throws(OutputError) {
          return (number, .success(try work(ranges[number])))
        } catch {
          return (number, .failure(error))
        }
      }
    }
    for _ in 0..<max(1, jobs) { start() }
    for await (number, result) in group {
      results[number] = result
      // What follows a fault would be in vain.
      if case .success = result { start() } else { next = ranges.count }
    }
    return results
  }
  var items: [Item] = []
  items.reserveCapacity(count)
  for result in results { items += try result.get() }
  return items
}
