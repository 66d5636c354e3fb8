internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The manifest of a build under way: says which bytes are Chancery's before they are in place, so
/// that the next build knows what one that was killed wrote. Nothing is touched before the first
/// file that changes.
final class ManifestLog: Sendable {
  private let folder: OutputFolder
  /// `nil` where other builds add to the manifest too: lines are added to it as it is.
  private let old: [UInt8]?
  private let descriptor = Mutex<Int32>(-1)
  /// Compressed files of the last build, with their checksums: each goes before its file changes.
  private let siblings: [String: [UInt64]]

  init(
    after old: Manifest, in folder: OutputFolder, siblings: Set<String>, isShared: Bool = false
  ) {
    self.folder = folder
    self.old = isShared ? nil : old.bytes
    self.siblings = old.files.filter { siblings.contains($0.key) }
  }

  deinit {
    descriptor.withLock { if $0 >= 0 { close($0) } }
  }

  /// Called just before a file changes.
  func add(_ path: String, _ sum: UInt64) throws(OutputError) {
    if !siblings.isEmpty {
      for (_, sibling) in Publish.siblings(of: path) {
        if let sums = siblings[sibling] { _ = try folder.remove(sibling, holding: sums) }
      }
    }
    try descriptor.withLock { descriptor throws(OutputError) in
      if descriptor < 0 {
        // A new file rather than one written on: the old one may have another name elsewhere.
        if let old { try folder.replace(Manifest.path, old) }
        descriptor = try folder.openToAppend(Manifest.path)
      }
      try writeAll(descriptor, Array(Manifest.line(path, sum).utf8), naming: Manifest.path)
    }
  }
}
