internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Lets a build that is told to stop finish the file it is at and leave the folder tidy.
public enum Interruption {
  /// The signal that came, or 0.
  private static let signal = Atomic<Int32>(0)

  /// From here on, the first interrupt (Ctrl-C) or request to end makes `writeSite` throw. A second
  /// one ends the program at once.
  public static func expect() {
    signal.store(0, ordering: .relaxed)
    var action = sigaction()
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = { Interruption.signal.store($0, ordering: .relaxed) }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
    #else
      action.__sigaction_u.__sa_handler = { Interruption.signal.store($0, ordering: .relaxed) }
      action.sa_flags = SA_RESETHAND
    #endif
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var old = sigaction()
      // One that is ignored, as under nohup, stays so.
      guard sigaction(number, nil, &old) == 0, !isIgnored(old) else { continue }
      sigaction(number, &action, nil)
    }
  }

  /// Ends the program by the signal that came, so that who started it sees why; otherwise returns.
  public static func endIfRequested() {
    let number = signal.load(ordering: .relaxed)
    guard number != 0 else { return }
    // Worker threads have signals blocked.
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(number)
  }

  package static func check() throws(OutputError) {
    if signal.load(ordering: .relaxed) != 0 {
      throw OutputError(description: "interrupted; build again to complete the site")
    }
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Glibc)
      let handler = action.__sigaction_handler.sa_handler
    #else
      let handler = action.__sigaction_u.__sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
