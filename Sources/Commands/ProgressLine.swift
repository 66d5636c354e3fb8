internal import Diagnostics
internal import Dispatch

/// A line on the terminal that says what long work is at; in a pipe there is none.
struct ProgressLine {
  /// Seconds after which work is long.
  private static let patience = 0.5
  private static let erase = "\r\u{1B}[K"

  private let timer: (any DispatchSourceTimer)?
  private let queue = DispatchQueue(label: "progress")

  init(of log: WorkLog, isShown: Bool) {
    guard isShown, Stream.error.isTerminal else {
      timer = nil
      return
    }
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + Self.patience, repeating: 0.1)
    timer.setEventHandler {
      if let now = log.now { Stream.error.write(Self.erase + Self.text(of: now)) }
    }
    timer.resume()
    self.timer = timer
  }

  /// Takes the line away before something else is printed.
  func clear() { if timer != nil { queue.sync { Stream.error.write(Self.erase) } } }

  /// Takes the line away, for good.
  func end() {
    guard let timer else { return }
    queue.sync { timer.cancel() }
    Stream.error.write(Self.erase)
  }

  /// “pages: 340 of 1,009, 2 s left”.
  static func text(of now: WorkLog.Moment) -> String {
    guard now.total > 0 else { return now.name }
    var text = "\(now.name): \(grouped(now.done)) of \(grouped(now.total))"
    if now.done > 0, now.done < now.total, now.seconds > 0.2 {
      let left = now.seconds / Double(now.done) * Double(now.total - now.done)
      text += ", \(Int(left.rounded(.up))) s left"
    }
    return text
  }
}

/// Where the time went, a line for each phase.
func timingsTable(of phases: [WorkLog.Phase]) -> String {
  var rows = phases.map { ($0.name, $0.count, $0.seconds, $0.processorSeconds) }
  rows.append(
    ("in all", 0, rows.reduce(0) { $0 + $1.2 }, rows.reduce(0) { $0 + $1.3 }))
  let width = rows.map(\.0.count).max() ?? 0
  var text =
    padded("", width) + right("time", 10) + right("processor", 12) + right("files", 10) + "\n"
  for (name, count, seconds, processor) in rows {
    text +=
      padded(name, width) + right(milliseconds(seconds), 10) + right(milliseconds(processor), 12)
      + (count > 0 ? right(grouped(count), 10) : "") + "\n"
  }
  return text
}

private func milliseconds(_ seconds: Double) -> String {
  let tenths = Int((seconds * 10_000).rounded())
  return "\(grouped(tenths / 10)).\(tenths % 10) ms"
}

private func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}

private func right(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

/// “1,009”.
private func grouped(_ number: Int) -> String {
  var text = ""
  for (index, digit) in String(number).enumerated() {
    if index > 0, (String(number).count - index) % 3 == 0 { text += "," }
    text.append(digit)
  }
  return text
}
