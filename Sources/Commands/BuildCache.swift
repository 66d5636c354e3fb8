internal import Cache
internal import Cartography
internal import Compression
internal import Ingest
internal import Markdown
internal import Packs
internal import Publish

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What the last build of a content folder into an output folder left: a file in `.chancery/` beside the
/// content. One that is damaged, or of another program or other settings, counts as none; where none
/// can be kept, the next build does all its work again.
struct BuildCache {
  private static let magic = "chancery cache 3"

  /// One for each language of the site.
  var content: [ContentState]
  var site: SiteState
  /// Of the lists of packs, by where each language's stand below the folder of packs.
  var packs: [Packs]
  /// Whether the build had something to say of packs.
  var hasOutdatedPacks: Bool

  /// Where it is kept, and what it has to have been made by.
  struct Place {
    fileprivate let folder: String
    fileprivate let path: String
    /// A checksum of the program and of what it was told.
    let generator: UInt64

    /// - Parameters:
    ///   - settings: options that make other files of the same content.
    ///   - packs: the folder of packs.
    init?(content: String, output: String, settings: [String], packs: String) {
      // Files that are copied are kept by paths that are relative to where the program runs.
      let places = [content, packs, realPath(".") ?? ""]
      guard let content = realPath(content), let program = programStamp() else { return nil }
      let slash = content.lastIndex(of: "/") ?? content.startIndex
      folder = content[..<slash] + "/.chancery"
      let key = checksum(of: [checksum(content), checksum(absolute(output))])
      path = "\(folder)/build-\(String(key, radix: 16)).cache"
      var writer = ByteWriter()
      writer.write(program)
      writer.write(
        [Setting.version, cmarkVersion, geosVersion, compressionVersions] + places + settings
      ) { $0.write($1) }
      generator = checksum(writer.bytes)
    }
  }

  /// `nil` where there is none that can be used.
  init?(at place: Place) {
    guard let bytes = readFile(place.path), bytes.count > 8 else { return nil }
    let end = bytes.count - 8
    let sum = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: end, as: UInt64.self) }
    guard bytes.withUnsafeBufferPointer({ CacheDraft.sum(of: .init(rebasing: $0[..<end])) }) == sum
    else { return nil }
    let read = bytes.withUnsafeBytes { buffer -> BuildCache? in
      var reader = ByteReader(UnsafeRawBufferPointer(rebasing: buffer[..<end]))
      do throws(ByteReader.Damage) {
        guard try reader.text() == Self.magic, try reader.word() == place.generator else {
          return nil
        }
        let cache = BuildCache(
          content: try reader.array { reader throws(ByteReader.Damage) in
            try ContentState(from: &reader)
          }, site: try SiteState(from: &reader),
          packs: try reader.array { reader throws(ByteReader.Damage) in
            Packs(
              path: try reader.text(),
              stamp: try reader.optional { reader throws(ByteReader.Damage) in try reader.stamp() })
          },
          hasOutdatedPacks: try reader.flag())
        return reader.isAtEnd ? cache : nil
      } catch {
        return nil
      }
    }
    guard let read else { return nil }
    self = read
  }

  init(content: [ContentState], site: SiteState, packs: [Packs], hasOutdatedPacks: Bool) {
    self.content = content
    self.site = site
    self.packs = packs
    self.hasOutdatedPacks = hasOutdatedPacks
  }

  /// The same with new stamps, where neither the content nor the site has changed since; `nil` where
  /// one has.
  func checked(content path: String, packs folder: String, output: String) -> BuildCache? {
    guard !content.contains(where: \.hasFindings), !hasOutdatedPacks,
      packs.allSatisfy({ $0 == Packs(in: folder, at: $0.path) })
    else { return nil }
    var content = content
    for index in content.indices {
      guard let checked = content[index].checked(at: path) else { return nil }
      content[index] = checked
    }
    guard let site = site.checked(in: output) else { return nil }
    return BuildCache(content: content, site: site, packs: packs, hasOutdatedPacks: false)
  }

  /// The list of one language's packs.
  struct Packs: Equatable {
    /// Below the folder of packs: `Portal.sitePath`.
    var path: String
    /// Changes with every change of the packs that a site may link to; `nil` where there are none.
    var stamp: FileStamp?

    init(path: String, stamp: FileStamp?) {
      self.path = path
      self.stamp = stamp
    }

    init(in folder: String, at path: String) {
      self.init(path: path, stamp: FileStamp(of: "\(folder)/\(path)\(packListPath)"))
    }
  }

  /// Keeps it for the next build. Where that cannot be, nothing is said: it saves time, and no more.
  func keep(at place: Place) {
    mkdir(place.folder, 0o755)
    removeDrafts(in: place.folder)
    guard let draft = CacheDraft("\(place.path).\(getpid())") else { return }
    var writer = ByteWriter()
    writer.write(Self.magic)
    writer.write(place.generator)
    writer.write(content.count)
    for state in content { state.write(to: &writer) { draft.takePieces(of: &$0) } }
    site.write(to: &writer)
    writer.write(packs) { writer, packs in
      writer.write(packs.path)
      writer.write(packs.stamp) { $0.write($1) }
    }
    writer.write(hasOutdatedPacks)
    draft.finish(writer, as: place.path)
  }
}

/// Of the file that this program is: another build of it has another.
private func programStamp() -> FileStamp? {
  #if os(Linux)
    return FileStamp(of: "/proc/self/exe", followsLinks: true)
  #else
    return FileStamp(of: CommandLine.arguments[0], followsLinks: true)
  #endif
}

/// A path that does not depend on where the program runs; the folder need not be there.
private func absolute(_ path: String) -> String {
  if let real = realPath(path) { return real }
  guard !path.hasPrefix("/"), let here = realPath(".") else { return path }
  return "\(here)/\(path)"
}

/// Removes what builds left that were killed while they wrote: the end of a draft's name is the process.
private func removeDrafts(in folder: String) {
  for name in names(in: folder) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].hasPrefix("build-"), parts[1] == "cache",
      let process = pid_t(parts[2]), process > 0, kill(process, 0) != 0, errno == ESRCH
    else { continue }
    unlink("\(folder)/\(name)")
  }
}
