/// A queue that gives the nearest node first: a binary heap.
struct ShortestFirst {
  private var heap: [(node: Int, distance: Double)] = []

  mutating func add(_ node: Int, at distance: Double) {
    heap.append((node, distance))
    var child = heap.count - 1
    while child > 0, heap[child].distance < heap[(child - 1) / 2].distance {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func next() -> (node: Int, distance: Double)? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child].distance < heap[least].distance {
        least = child
      }
      guard least != parent else { return first }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
