public import Cache

/// What a site's files were made of, and how they were left: so that those that would come out the same
/// are not made again.
public struct SiteState: Sendable {
  package struct File: Sendable {
    package var path: String
    /// A checksum of what it was made of; of a copy, nothing.
    package var key: UInt64
    /// Of its bytes.
    package var sum: UInt64
    /// `nil` where it had just been written: then only its bytes tell whether it is as it was.
    package var stamp: FileStamp?
    /// The file that it is a copy of.
    package var source: Source?
  }

  package struct Source: Sendable {
    package var path: String
    package var stamp: FileStamp?
  }

  package var briefs = 0
  /// In the order of the plan, the manifest last.
  package var files: [File] = []

  package init() {}

  /// The same with new stamps, where the folder holds what was written and nothing has to be written
  /// again; `nil` where it has.
  ///
  /// - Parameter output: the site's folder.
  package func checked(in output: String) -> SiteState? {
    var state = self
    var folders: Set<String> = []
    for index in files.indices {
      // Nothing is written through a symbolic link, and so nothing is found there either.
      for folder in OutputFolder.folders(of: files[index].path).reversed() {
        guard folders.insert(folder).inserted else { break }
        guard FileKind(of: "\(output)/\(folder)") == .folder else { return nil }
      }
      if let source = files[index].source {
        guard let stamp = FileStamp(of: source.path, followsLinks: true) else { return nil }
        if stamp != source.stamp {
          guard let bytes = readFile(source.path, followsLinks: true),
            checksum(bytes) == files[index].sum
          else { return nil }
          state.files[index].source?.stamp = stamp.settled
        }
      }
      guard let stamp = files[index].stampIfKept(at: "\(output)/\(files[index].path)") else {
        return nil
      }
      state.files[index].stamp = stamp.settled
    }
    // What a build that was killed left is swept by the next.
    return names(in: output).contains(where: OutputFolder.isPending) ? nil : state
  }

  public var report: SiteReport { SiteReport(unchanged: max(0, files.count - 1)) }
  public var briefCount: Int { briefs }
}

extension SiteState.File {
  /// The file's stamp, where it holds what was written; `nil` where it does not.
  func stampIfKept(at path: String) -> FileStamp? {
    guard let stamp = FileStamp(of: path) else { return nil }
    if stamp == self.stamp { return stamp }
    guard let bytes = readFile(path), checksum(bytes) == sum else { return nil }
    return stamp
  }
}

// MARK: As bytes

extension SiteState {
  package func write(to writer: inout ByteWriter) {
    writer.write(briefs)
    writer.write(files) { writer, file in
      writer.write(file.path)
      writer.write(file.key)
      writer.write(file.sum)
      writer.write(file.stamp) { $0.write($1) }
      writer.write(file.source) { writer, source in
        writer.write(source.path)
        writer.write(source.stamp) { $0.write($1) }
      }
    }
  }

  package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    briefs = try reader.number()
    files = try reader.array { reader throws(ByteReader.Damage) in
      File(
        path: try reader.text(), key: try reader.word(), sum: try reader.word(),
        stamp: try reader.optional { reader throws(ByteReader.Damage) in try reader.stamp() },
        source: try reader.optional { reader throws(ByteReader.Damage) in
          Source(
            path: try reader.text(),
            stamp: try reader.optional { reader throws(ByteReader.Damage) in try reader.stamp() })
        })
    }
  }
}
