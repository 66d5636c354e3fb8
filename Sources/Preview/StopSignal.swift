internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Ctrl-C, and the system's request to end.
enum StopSignal {
  /// Where the signal's handler writes, as it may do little else.
  private static let end = Atomic<Int32>(-1)

  /// - Parameter stop: called at the first signal; a second one ends the program at once.
  static func expect(_ stop: @escaping @Sendable () -> Void) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    end.store(ends[1], ordering: .relaxed)
    let source = ends[0]
    DispatchQueue(label: "chancery.stop").async {
      var byte: UInt8 = 0
      while read(source, &byte, 1) < 0, errno == EINTR {}
      stop()
    }
    var action = sigaction()
    let handler: @convention(c) (Int32) -> Void = { _ in
      var byte: UInt8 = 1
      let before = errno
      _ = write(StopSignal.end.load(ordering: .relaxed), &byte, 1)
      errno = before
    }
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = handler
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
    #else
      action.__sigaction_u.__sa_handler = handler
      action.sa_flags = SA_RESETHAND
    #endif
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var old = sigaction()
      guard sigaction(number, nil, &old) == 0 else { continue }
      #if canImport(Glibc)
        let isIgnored = unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) == 1
      #else
        let isIgnored = unsafeBitCast(old.__sigaction_u.__sa_handler, to: Int.self) == 1
      #endif
      // One that is ignored, as under nohup, stays so.
      if !isIgnored { sigaction(number, &action, nil) }
    }
  }
}
