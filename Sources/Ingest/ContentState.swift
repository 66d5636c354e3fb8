package import Cache

/// What a content folder held when it was read: enough to tell whether it still does.
public struct ContentState: Sendable {
  /// A file or folder of `briefs/`.
  package struct Brief: Sendable {
    package var entry: String
    package var trace: ReadTrace.Record
    /// What came of it, where nothing is wrong with it and it is simple enough to be kept.
    package var outline: [UInt8]?

    init(entry: String, trace: ReadTrace.Record, outline: [UInt8]?) {
      self.entry = entry
      self.trace = trace
      self.outline = outline
    }

    init(_ outcome: BriefReading.Outcome) {
      entry = outcome.entry.name
      trace = outcome.trace
      outline = outcome.outline
    }

    /// What came of it, where its files are as they were.
    func outcome(
      _ entry: ContentFolder.Entry, _ folder: ContentFolder
    ) -> BriefReading.Outcome? {
      guard let outline, let trace = folder.checked(trace) else { return nil }
      let key = checksum(of: [checksum(entry.name), trace.sum])
      guard let read = ReadBrief.read(outline: outline, entry: entry, key: key) else { return nil }
      return BriefReading.Outcome(
        entry: entry, read: read, findings: [], unread: [], trace: trace, outline: outline)
    }
  }

  /// The portal's own records and pages.
  package var records = ReadTrace.Record()
  /// What is read once the briefs are known: which there are, and packs.
  package var rest = ReadTrace.Record()
  /// In the order of names.
  package var briefs: [Brief] = []
  /// Whether anything is wrong with the content.
  package var hasFindings = false

  init() {}

  /// The same with new stamps, where the folder holds the same; `nil` where it does not.
  ///
  /// - Parameter path: the content folder.
  package func checked(at path: String) -> ContentState? {
    guard let folder = try? ContentFolder(path) else { return nil }
    var state = self
    guard let records = folder.checked(records), let rest = folder.checked(rest) else {
      return nil
    }
    (state.records, state.rest) = (records, rest)
    for index in briefs.indices {
      guard let trace = folder.checked(briefs[index].trace) else { return nil }
      state.briefs[index].trace = trace
    }
    return state
  }
}

extension ContentFolder {
  /// A trace with new stamps, where what it saw is still so; `nil` where it is not.
  ///
  /// What is passed over with a finding, such as a link that leads nowhere, is in no trace: where there
  /// is any, it is to be found again.
  func checked(_ trace: ReadTrace.Record) -> ReadTrace.Record? {
    let log = FindingLog()
    for folder in trace.folders
    where Self.sum(of: listedOnDisk(folder.name, log: log)) != folder.sum {
      return nil
    }
    for probe in trace.probes where isFileOnDisk(probe.name, log: log) != probe.isFile {
      return nil
    }
    guard log.findings.isEmpty else { return nil }
    var trace = trace
    for index in trace.files.indices {
      let file = trace.files[index]
      guard let stamp = FileStamp(of: path(file.name), followsLinks: true) else { return nil }
      if stamp == file.stamp { continue }
      var reader = self
      let fresh = ReadTrace()
      reader.trace = fresh
      guard reader.readBytes(file.name, log: log) != nil, let now = fresh.record.files.first,
        now.sum == file.sum
      else { return nil }
      trace.files[index].stamp = now.stamp
    }
    return trace
  }
}

// MARK: As bytes

extension ContentState {
  /// - Parameter passOn: called now and then, and may take bytes off the writer's front.
  package func write(
    to writer: inout ByteWriter, passOn: (inout ByteWriter) -> Void = { _ in }
  ) {
    writer.write(records)
    writer.write(rest)
    writer.write(hasFindings)
    writer.write(briefs) { writer, brief in
      passOn(&writer)
      writer.write(brief.entry)
      writer.write(brief.trace)
      writer.write(brief.outline) { writer, bytes in
        writer.write(bytes.count)
        bytes.withUnsafeBytes { writer.write(raw: $0) }
      }
    }
  }

  package init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    records = try reader.trace()
    rest = try reader.trace()
    hasFindings = try reader.flag()
    briefs = try reader.array { reader throws(ByteReader.Damage) in
      Brief(
        entry: try reader.text(), trace: try reader.trace(),
        outline: try reader.optional { reader throws(ByteReader.Damage) in
          Array(try reader.raw(reader.count()))
        })
    }
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ trace: ReadTrace.Record) {
    write(trace.files) { writer, file in
      writer.write(file.name)
      writer.write(file.sum)
      writer.write(file.stamp) { $0.write($1) }
    }
    write(trace.folders) { writer, folder in
      writer.write(folder.name)
      writer.write(folder.sum)
    }
    write(trace.probes) { writer, probe in
      writer.write(probe.name)
      writer.write(probe.isFile)
    }
  }
}

extension ByteReader {
  fileprivate mutating func trace() throws(Damage) -> ReadTrace.Record {
    var trace = ReadTrace.Record()
    trace.files = try array { reader throws(Damage) in
      ReadTrace.File(
        name: try reader.text(), sum: try reader.word(),
        stamp: try reader.optional { reader throws(Damage) in try reader.stamp() })
    }
    trace.folders = try array { reader throws(Damage) in (try reader.text(), try reader.word()) }
    trace.probes = try array { reader throws(Damage) in (try reader.text(), try reader.flag()) }
    return trace
  }
}
