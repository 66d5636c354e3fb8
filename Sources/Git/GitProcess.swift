#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A run of git: its input given whole, its output taken whole.
enum GitProcess {
  /// - Parameter keepsErrors: whether what it says of errors counts as its output.
  /// - Returns: what it printed; `nil` where git cannot be started.
  static func run(
    _ arguments: [String], input: [UInt8] = [], keepsErrors: Bool = false
  ) -> (status: Int32, output: [UInt8])? {
    guard let inputFile = file(holding: input) else { return nil }
    defer { close(inputFile) }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, inputFile, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    if keepsErrors {
      posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
    } else {
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
    // Nothing is written, not even what git learns of files as it looks.
    let lead = ["git", "--no-optional-locks", "-c", "diff.autoRefreshIndex=false"]
    var words = (lead + arguments).map { strdup($0) }
    words.append(nil)
    var settings = environment.map { strdup($0) }
    settings.append(nil)
    defer { for word in words + settings { free(word) } }
    var child: pid_t = 0
    let started = posix_spawnp(&child, "git", &actions, nil, words, settings)
    close(ends[1])
    guard started == 0 else { return nil }
    let output = all(of: ends[0])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return (status & 0x7F == 0 ? (status >> 8) & 0xFF : 128, output)
  }

  /// The program's own, without what changes how git reads paths and writes differences; messages in
  /// English, as they are looked at.
  private static var environment: [String] {
    let unwanted = [
      "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS",
      "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "LC_ALL", "LANGUAGE",
    ]
    var result = ["LC_ALL=C"]
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if !unwanted.contains(where: { text.hasPrefix($0 + "=") }) { result.append(text) }
      next += 1
    }
    return result
  }

  /// A file without a name: git reads it while its output is read, and neither waits for the other.
  private static func file(holding bytes: [UInt8]) -> Int32? {
    if bytes.isEmpty { return open("/dev/null", O_RDONLY | O_CLOEXEC) }
    guard let descriptor = temporaryFile() else { return nil }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var at = 0
    while at < bytes.count {
      let count = bytes[at...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        close(descriptor)
        return nil
      }
      at += count
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  private static func temporaryFile() -> Int32? {
    let folder = getenv("TMPDIR").map { String(cString: $0) }
    for folder in [folder, "/tmp", "/dev/shm"].compactMap(\.self) {
      var name = Array("\(folder)/chancery-XXXXXX".utf8CString)
      let descriptor = mkstemp(&name)
      if descriptor < 0 { continue }
      unlink(name)
      return descriptor
    }
    return nil
  }

  static func all(of descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }
}
