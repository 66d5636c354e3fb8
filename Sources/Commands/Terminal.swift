#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import ArgumentParser
internal import Model

/// How a run ends, beside 0 and ArgumentParser's 64 for arguments that make no sense.
enum Exit {
  /// There are errors in the content.
  static let content = ExitCode(1)
  /// The work could not be done: a folder that cannot be read or written.
  static let couldNotRun = ExitCode(2)
}

enum Stream {
  case output, error

  /// Writes all of a text; ends the program where the output cannot take it.
  func write(_ text: String) { write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) {
    var at = 0
    while at < bytes.count {
      let count = bytes[at...].withUnsafeBytes { systemWrite(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 {
        guard self == .output else { return }
        let reason = String(cString: strerror(errno))
        ChanceryCommand.exit(withError: couldNotRun("the output cannot be written: \(reason)"))
      }
      at += count
    }
  }

  var isTerminal: Bool { isatty(descriptor) != 0 }

  /// Whether colours may be used: on a terminal, where NO_COLOR is not set.
  var hasColor: Bool {
    isatty(descriptor) != 0 && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
  }

  /// Columns of the terminal; 80 where there is none.
  var width: Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  private var descriptor: Int32 { self == .output ? 1 : 2 }
}

/// “chancery: …” on the error stream, and the exit code for it.
func couldNotRun(_ message: String) -> ExitCode {
  Stream.error.write("chancery: \(message)\n")
  return Exit.couldNotRun
}

/// All that standard input holds; ends the program where it cannot be read.
func readStandardInput() -> [UInt8] {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = chunk.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    if count < 0 {
      let reason = String(cString: strerror(errno))
      ChanceryCommand.exit(withError: couldNotRun("standard input cannot be read: \(reason)"))
    }
    if count == 0 { return bytes }
    bytes += chunk[..<count]
  }
}

/// The day that it is where the program runs; `nil` where the clock stands outside all calendars.
func today() -> PartialDate? {
  var now = time(nil)
  var parts = tm()
  localtime_r(&now, &parts)
  let (year, month, day) = (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
  return PartialDate(year: year, month: month, day: day)
}

func processorCount() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
