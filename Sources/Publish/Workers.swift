internal import Synchronization

/// Shares a range out to workers, each with what it makes for itself once, and gives all results in the
/// range's order. A worker takes a few items at a time: the next are whoever's that is free.
///
/// - Parameters:
///   - jobs: how many workers.
///   - makeWorker: called on each worker's own task; what it gives is used by no other.
/// - Throws: the fault of the first range that has one; what has not begun is left.
func inWorkers<Item: Sendable>(
  _ count: Int, jobs: Int,
  _ makeWorker: @escaping @Sendable () -> (Range<Int>) throws(OutputError) -> [Item]
) async throws(OutputError) -> [Item] {
  typealias Part = (start: Int, result: Result<[Item], OutputError>)
  let counter = Counter()
  // Small where there is little, so that all have work to the end.
  let size = max(1, min(16, count / max(1, jobs * 4)))
  let parts = await withTaskGroup(of: [Part].self) { group in
    for _ in 0..<max(1, min(jobs, count)) {
      group.addTask {
        let work = makeWorker()
        var parts: [Part] = []
        while true {
          let start = counter.next.wrappingAdd(size, ordering: .relaxed).oldValue
          guard start < count else { return parts }
          do throws(OutputError) {
            parts.append((start, .success(try work(start..<min(start + size, count)))))
          } catch {
            counter.next.store(count, ordering: .relaxed)
            parts.append((start, .failure(error)))
            return parts
          }
        }
      }
    }
    var all: [Part] = []
    for await some in group { all += some }
    return all
  }
  var items: [Item] = []
  items.reserveCapacity(count)
  for part in parts.sorted(by: { $0.start < $1.start }) { items += try part.result.get() }
  return items
}

/// The same for workers that make nothing for themselves.
package func inChunks<Item: Sendable>(
  _ count: Int, jobs: Int,
  _ work: @escaping @Sendable (Range<Int>) throws(OutputError) -> [Item]
) async throws(OutputError) -> [Item] {
  try await inWorkers(count, jobs: jobs) { work }
}

private final class Counter: Sendable {
  let next = Atomic(0)
}
