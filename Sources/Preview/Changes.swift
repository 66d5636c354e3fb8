internal import Synchronization

/// What changed and was not read yet.
final class Changes: Sendable {
  /// `paths` is `nil` where they are not known.
  struct Pending: Sendable, Equatable { var paths: Set<String>? }

  private let pending = Mutex<Pending?>(nil)

  func add(_ paths: Set<String>?) {
    pending.withLock { pending in
      guard let before = pending else {
        pending = Pending(paths: paths)
        return
      }
      pending = Pending(paths: paths.flatMap { new in before.paths?.union(new) })
    }
  }

  /// - Returns: `nil` where nothing changed.
  func take() -> Pending? {
    pending.withLock { pending in
      defer { pending = nil }
      return pending
    }
  }
}
