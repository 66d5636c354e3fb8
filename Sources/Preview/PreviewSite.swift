public import Diagnostics

/// What a preview shows: content as a site in memory, and the way to it.
public protocol PreviewSite: Sendable {
  /// Reads what changed. Called in turn, never twice at once; first before anything is served.
  ///
  /// - Parameter paths: files and folders that changed, relative to the content folder (`""` is the
  ///   folder itself); `nil` where that is not known, so that all is to be read.
  func refresh(_ paths: Set<String>?) async -> PreviewState

  /// The bytes of a file of the site by its path below the root (`briefs/first.html`); `nil` where
  /// there is none. Called from several threads at once, also during a refresh.
  func file(_ path: String) -> [UInt8]?
}

/// What a refresh came to.
public struct PreviewState: Sendable, Equatable {
  /// In the order of files and places.
  public var findings: [Finding]
  /// Whether pages are those of the content as it is now; otherwise they are those of the last
  /// content without errors, and there are none where there was no such content yet.
  public var isCurrent: Bool
  /// Why the content could not be read or made a site, where that is no finding.
  public var fault: String?

  public init(findings: [Finding], isCurrent: Bool, fault: String? = nil) {
    self.findings = findings
    self.isCurrent = isCurrent
    self.fault = fault
  }
}
