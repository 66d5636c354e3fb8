internal import NIOCore
internal import Synchronization

/// The connections that are open, so that their number has a limit and all can be closed.
final class Connections: Sendable {
  static let most = 256

  private struct Connection {
    var channel: any Channel
    /// When it last waited for a request, as a count; `nil` while one is answered.
    var waitingSince: Int?
  }

  private struct State {
    var open: [ObjectIdentifier: Connection] = [:]
    var count = 0
    var isClosed = false
  }

  private let state = Mutex(State())

  /// Takes a connection in. Where there are too many, the one that has waited longest without a request
  /// has to go.
  func admit(_ channel: any Channel) {
    let excess: (any Channel)? = state.withLock { state in
      state.count += 1
      state.open[ObjectIdentifier(channel)] = Connection(
        channel: channel, waitingSince: state.count)
      if state.isClosed { return channel }
      guard state.open.count > Self.most else { return nil }
      let idle = state.open.filter { $0.value.waitingSince != nil }
      return idle.min { ($0.value.waitingSince ?? 0) < ($1.value.waitingSince ?? 0) }?.value.channel
    }
    excess?.close(promise: nil)
  }

  func setBusy(_ channel: any Channel, _ isBusy: Bool) {
    state.withLock { state in
      state.count += 1
      state.open[ObjectIdentifier(channel)]?.waitingSince = isBusy ? nil : state.count
    }
  }

  func remove(_ channel: any Channel) {
    state.withLock { _ = $0.open.removeValue(forKey: ObjectIdentifier(channel)) }
  }

  /// Closes all, and those that still come.
  func closeAll() {
    let channels = state.withLock { state in
      state.isClosed = true
      return state.open.values.map(\.channel)
    }
    for channel in channels { channel.close(promise: nil) }
  }
}
