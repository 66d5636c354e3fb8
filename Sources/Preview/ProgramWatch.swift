internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Builds a package as its source changes, and tells when the program was replaced, by whomever.
final class ProgramWatch: Sendable {
  private let package: SwiftPackage
  private let changed: @Sendable (TemplateChange) -> Void
  private let state = Mutex(State())
  /// Of the program that runs.
  private let stamp: PathStamp?

  private struct State {
    var isBuilding = false
    /// Whether something changed since the build began.
    var isStale = false
    var compiler: pid_t?
  }

  init(_ package: SwiftPackage, _ changed: @escaping @Sendable (TemplateChange) -> Void) {
    self.package = package
    self.changed = changed
    stamp = PathStamp(package.program.path)
  }

  func start(polling: Bool) {
    package.sources.watch(polling: polling) { paths in self.build(after: paths) }
    DispatchQueue(label: "chancery.program").async { self.waitForProgram() }
  }

  /// Ends a build that goes on.
  func stop() {
    if let compiler = state.withLock({ $0.compiler }) { kill(compiler, SIGTERM) }
  }

  private func build(after paths: Set<String>?) {
    let isFirst = state.withLock { state in
      defer { state.isBuilding = true }
      state.isStale = true
      return !state.isBuilding
    }
    guard isFirst else { return }
    DispatchQueue(label: "chancery.build").async {
      while self.state.withLock({ state in
        state.isBuilding = state.isStale
        state.isStale = false
        return state.isBuilding
      }) {
        self.changed(.building(paths))
        let result = self.package.buildCommand.run { child in
          self.state.withLock { $0.compiler = child }
        }
        self.state.withLock { $0.compiler = nil }
        // Of source that has changed since, nobody wants to know.
        if self.state.withLock({ $0.isStale }) { continue }
        switch result {
        case nil: self.changed(.failed("swift cannot be started"))
        case (0, _)?:
          // Otherwise the program is about to be replaced.
          if PathStamp(self.package.program.path) == self.stamp { self.changed(.built) }
        case (_, let output)?: self.changed(.failed(SwiftPackage.messages(in: output)))
        }
      }
    }
  }

  /// Looks twice a second; a program that changed counts once it has stayed the same and runs.
  private func waitForProgram() {
    let path = package.program.path
    var last = stamp
    var refused: PathStamp?
    while true {
      usleep(500_000)
      let now = PathStamp(path)
      defer { last = now }
      guard let now, now != stamp, now == last, now != refused,
        !state.withLock({ $0.isBuilding })
      else { continue }
      if package.program.runs() {
        changed(.replaced)
        return
      }
      refused = now
    }
  }
}

/// What became of the program's source, or of the program.
enum TemplateChange: Sendable {
  case building(Set<String>?)
  case built
  case failed(String)
  case replaced
}
