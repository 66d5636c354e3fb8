#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The program that runs, and what may take its place.
public struct Program: Sendable {
  /// Its file, without symbolic links.
  public let path: String

  /// - Returns: `nil` where the system does not say.
  public init?() {
    #if os(Linux)
      let name = "/proc/self/exe"
    #else
      var size = UInt32(4096)
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      let name = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8($0) }, as: UTF8.self)
    #endif
    guard let real = realpath(name, nil) else { return nil }
    defer { free(real) }
    path = String(cString: real)
  }

  /// Goes on as the program that is at the path now, with the same process and environment.
  ///
  /// - Returns: only where it cannot: why.
  public func become(_ arguments: [String]) -> String {
    // Inherited over exec; the threads of a pool have signals blocked.
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_UNBLOCK, &all, nil)
    signal(SIGPIPE, SIG_DFL)
    // Sockets that are still open would hold the port.
    for descriptor in Int32(3)..<1024 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var words = ([path] + arguments).map { strdup($0) }
    words.append(nil)
    execv(path, words)
    let reason = String(cString: strerror(errno))
    for word in words { free(word) }
    return reason
  }

  /// Whether the program of that name runs at all: one that is half written does not.
  func runs() -> Bool { Command(words: [path, "--version"]).run()?.status == 0 }

  /// Whether the Swift runtime is part of it.
  static var isStatic: Bool {
    #if os(Linux)
      // Loads nothing: tells whether it is loaded.
      return dlopen("libswiftCore.so", RTLD_LAZY | RTLD_NOLOAD) == nil
    #else
      return false
    #endif
  }
}
