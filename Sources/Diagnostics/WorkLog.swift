internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What a run is at, and what it took: phases one after another, each with so many things to do.
public final class WorkLog: Sendable {
  public struct Phase: Sendable {
    public var name: String
    /// How many things it did; 0 where they are not counted.
    public var count: Int
    /// By the clock.
    public var seconds: Double
    /// On all cores together.
    public var processorSeconds: Double
  }

  /// What is under way.
  public struct Moment: Sendable {
    public var name: String
    public var done: Int
    /// 0 where things are not counted.
    public var total: Int
    /// Since the phase began.
    public var seconds: Double
  }

  private struct Open {
    var name: String
    var total: Int
    var start: Double
    var processorStart: Double
  }

  private struct State {
    var phases: [Phase] = []
    var open: Open?
  }

  private let state = Mutex(State())
  private let done = Atomic(0)

  public init() {}

  /// Begins a phase, and ends the one before.
  ///
  /// - Parameter total: how many things there are to do, where they are counted.
  public func begin(_ name: String, of total: Int = 0) {
    state.withLock { state in
      close(&state)
      done.store(0, ordering: .relaxed)
      state.open = Open(
        name: name, total: total, start: seconds(CLOCK_MONOTONIC),
        processorStart: seconds(CLOCK_PROCESS_CPUTIME_ID))
    }
  }

  /// One more thing is done. Called from several threads at once.
  public func advance() { done.wrappingAdd(1, ordering: .relaxed) }

  public func end() { state.withLock { close(&$0) } }

  /// What is under way, if anything is.
  public var now: Moment? {
    state.withLock { state in
      state.open.map {
        Moment(
          name: $0.name, done: done.load(ordering: .relaxed), total: $0.total,
          seconds: seconds(CLOCK_MONOTONIC) - $0.start)
      }
    }
  }

  /// Those that have ended, in their order.
  public var phases: [Phase] { state.withLock { $0.phases } }

  private func close(_ state: inout State) {
    guard let open = state.open else { return }
    state.open = nil
    state.phases.append(
      Phase(
        name: open.name, count: open.total, seconds: seconds(CLOCK_MONOTONIC) - open.start,
        processorSeconds: seconds(CLOCK_PROCESS_CPUTIME_ID) - open.processorStart))
  }
}

private func seconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
