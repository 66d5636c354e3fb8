internal import Cache
internal import Diagnostics
internal import Model

// A brief in one file, as bytes to be kept from one build to the next: all that it says but the bodies of
// its sections and notes. A brief in a folder, with maps and tables, is read again.

extension ReadBrief {
  /// `nil` for a brief that is not kept.
  var outlineBytes: [UInt8]? {
    guard brief.isOneFile, brief.writtenIn == brief.language, bodies != nil, brief.sources.isEmpty,
      brief.events.isEmpty,
      brief.maps.isEmpty, brief.tables.isEmpty, brief.charts.isEmpty, brief.translations.isEmpty,
      brief.keyMap == nil
    else { return nil }
    var writer = ByteWriter()
    writer.bytes.reserveCapacity(6 << 10)
    writer.write(front: brief)
    writer.write(text: brief)
    writer.write(related) { writer, related in
      writer.write(related.name)
      writer.write(related.location, in: brief.file)
    }
    writer.write(references) { writer, text in
      writer.write(text.text)
      writer.write(text.part)
      writer.write(text.file)
      writer.write(text.links) { writer, link in
        writer.write(link.kind)
        writer.write(link.name)
        writer.write(link.isFigure)
        writer.write(link.position)
        writer.write(link.passage) { writer, passage in
          writer.write(passage.text)
          writer.write(passage.words.lowerBound)
          writer.write(passage.words.count)
          writer.write(passage.gaps) { writer, gap in
            writer.write(gap.offset)
            writer.write(gap.link)
          }
        }
      }
    }
    return writer.bytes
  }

  /// `nil` where the bytes are damaged.
  static func read(
    outline bytes: [UInt8], entry: ContentFolder.Entry, key: UInt64
  ) -> ReadBrief? {
    bytes.withUnsafeBytes { buffer -> ReadBrief? in
      var reader = ByteReader(buffer)
      do throws(ByteReader.Damage) {
        var brief = try reader.front()
        try reader.text(of: &brief)
        let file = brief.file
        let related = try reader.array { reader throws(ByteReader.Damage) in
          (name: try reader.text(), location: try reader.location(in: file))
        }
        let references = try reader.array { reader throws(ByteReader.Damage) in
          OpenReferences(
            text: try reader.number(), part: try reader.part(), file: try reader.text(),
            links: try reader.array { reader throws(ByteReader.Damage) in
              OpenReferences.Link(
                kind: try reader.targetKind(), name: try reader.text(),
                isFigure: try reader.flag(), position: try reader.position(),
                passage: try reader.passage())
            })
        }
        guard reader.isAtEnd else { return nil }
        return ReadBrief(
          outline: brief, related: related, references: references, entry: entry, key: key)
      } catch {
        return nil
      }
    }
  }
}

extension ByteWriter {
  // As in `Cache`, and compiled for what is written here.

  @inline(__always)
  fileprivate mutating func write<Value>(
    _ value: Value?, _ body: (inout ByteWriter, Value) -> Void
  ) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  @inline(__always)
  fileprivate mutating func write<Value>(
    _ values: [Value], _ body: (inout ByteWriter, Value) -> Void
  ) {
    write(values.count)
    for value in values { body(&self, value) }
  }

  fileprivate mutating func write(optional text: String?) { write(text) { $0.write($1) } }

  fileprivate mutating func write(_ date: PartialDate) {
    write(date.year)
    write(date.month ?? 0)
    write(date.day ?? 0)
  }

  /// What its record says.
  fileprivate mutating func write(front brief: Brief) {
    for text in [brief.id, brief.slug, brief.title, brief.language, brief.file] { write(text) }
    write(brief.isDraft)
    for text in [
      brief.subtitle, brief.series, brief.issue, brief.doi, brief.isbn, brief.issn,
      brief.catalogue, brief.opening,
    ] { write(optional: text) }
    write(brief.date) { $0.write($1) }
    write(brief.authors) { writer, author in
      writer.write(author.name)
      writer.write(author.person) { $0.write($1) }
    }
    write(brief.topics) { $0.write($1) }
    write(brief.publisher) { writer, publisher in
      writer.write(publisher.name)
      writer.write(optional: publisher.url)
      writer.write(optional: publisher.address)
    }
    write(brief.licence) { writer, licence in
      writer.write(licence.name)
      writer.write(optional: licence.url)
    }
    write(brief.original) { writer, original in
      writer.write(original.statement)
      writer.write(optional: original.title)
      writer.write(optional: original.url)
    }
    write(brief.aliases) { $0.write($1) }
    write(brief.revisions) { writer, revision in
      writer.write(revision.date)
      writer.write(revision.summary)
      writer.write(revision.wording) { writer, passage in
        writer.write(passage.section) { $0.write($1) }
        writer.write(passage.was)
        writer.write(passage.now)
      }
    }
  }

  /// Its prose, as far as it is not kept aside.
  fileprivate mutating func write(text brief: Brief) {
    for prose in [brief.abstract, brief.project, brief.funder, brief.disclaimer] { write(prose) }
    write(brief.keyFindings) { $0.write($1) }
    write(brief.glance) { writer, figure in
      writer.write(figure.value)
      writer.write(figure.label)
      writer.write(figure.note) { $0.write($1) }
    }
    write(brief.files) { writer, file in
      writer.write(file.source)
      writer.write(file.name)
    }
    write(brief.sections) { writer, section in
      for text in [section.id, section.title, section.file] { writer.write(text) }
      writer.write(section.heading)
      writer.write(section.number) { $0.write($1) }
      writer.write(section.summary)
      writer.write(section.contents) { writer, entry in
        writer.write(entry.level)
        writer.write(entry.title)
        writer.write(entry.anchor)
      }
    }
    write(brief.notes.count)
    for index in brief.notes.indices {
      write(brief.notes[index].label)
      write(brief.notes[index].number)
      write(brief.notes[index].antecedent) { $0.write($1) }
      write(brief.notes[index].location, in: brief.file)
      write(brief.notes[index].occurrences) { $0.write($1) }
    }
  }

  fileprivate mutating func write(_ part: BriefPart) {
    switch part {
    case .front: write(0)
    case .imprint: write(1)
    case .section(let index): write(numbers: 2, index)
    case .note(let index): write(numbers: 3, index)
    case .map(let index): write(numbers: 4, index)
    case .table(let index): write(numbers: 5, index)
    case .source(let index): write(numbers: 6, index)
    case .event(let index): write(numbers: 7, index)
    case .chart(let index): write(numbers: 8, index)
    }
  }

  private mutating func write(numbers first: Int, _ second: Int) {
    write(first)
    write(second)
  }

  /// Nearly all are in the brief's own file.
  fileprivate mutating func write(_ location: SourceLocation, in file: String) {
    write(location.file == file ? nil : location.file) { $0.write($1) }
    write(location.position) { $0.write($1) }
    write(location.length)
  }
}

extension ByteReader {
  private mutating func optionalText() throws(Damage) -> String? {
    try optional { reader throws(Damage) in try reader.text() }
  }

  private mutating func optionalNumber() throws(Damage) -> Int? {
    try optional { reader throws(Damage) in try reader.number() }
  }

  private mutating func date() throws(Damage) -> PartialDate {
    let (year, month, day) = (try number(), try number(), try number())
    let date = PartialDate(
      year: year, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
    guard let date else { throw Damage() }
    return date
  }

  fileprivate mutating func front() throws(Damage) -> Brief {
    let (id, slug, title) = (try text(), try text(), try text())
    var brief = Brief(id: id, slug: slug, title: title, language: try text(), file: try text())
    brief.isOneFile = true
    brief.isDraft = try flag()
    brief.subtitle = try optionalText()
    brief.series = try optionalText()
    brief.issue = try optionalText()
    brief.doi = try optionalText()
    brief.isbn = try optionalText()
    brief.issn = try optionalText()
    brief.catalogue = try optionalText()
    brief.opening = try optionalText()
    brief.date = try optional { reader throws(Damage) in try reader.date() }
    brief.authors = try array { reader throws(Damage) in
      Author(name: try reader.text(), person: try reader.optionalNumber())
    }
    brief.topics = try array { reader throws(Damage) in try reader.text() }
    brief.publisher = try optional { reader throws(Damage) in
      Publisher(
        name: try reader.text(), url: try reader.optionalText(),
        address: try reader.optionalText())
    }
    brief.licence = try optional { reader throws(Damage) in
      Licence(name: try reader.text(), url: try reader.optionalText())
    }
    brief.original = try optional { reader throws(Damage) in
      Original(
        statement: try reader.prose(), title: try reader.optionalText(),
        url: try reader.optionalText())
    }
    brief.aliases = try array { reader throws(Damage) in try reader.text() }
    brief.revisions = try array { reader throws(Damage) in
      Revision(
        date: try reader.date(), summary: try reader.prose(),
        wording: try reader.array { reader throws(Damage) in
          Rewording(
            section: try reader.optionalNumber(), was: try reader.prose(),
            now: try reader.prose())
        })
    }
    return brief
  }

  fileprivate mutating func text(of brief: inout Brief) throws(Damage) {
    brief.abstract = try prose()
    brief.project = try prose()
    brief.funder = try prose()
    brief.disclaimer = try prose()
    brief.keyFindings = try array { reader throws(Damage) in try reader.prose() }
    brief.glance = try array { reader throws(Damage) in
      GlanceFigure(
        value: try reader.text(), label: try reader.prose(), note: try reader.optionalNumber())
    }
    brief.files = try array { reader throws(Damage) in
      BriefFile(source: try reader.text(), name: try reader.text())
    }
    brief.sections = try array { reader throws(Damage) in
      let (id, title, file) = (try reader.text(), try reader.text(), try reader.text())
      return Section(
        id: id, title: title, heading: try reader.prose(), number: try reader.optionalNumber(),
        summary: try reader.prose(), body: Prose(),
        contents: try reader.array { reader throws(Damage) in
          ContentsEntry(
            level: try reader.number(), title: try reader.text(), anchor: try reader.text())
        }, file: file)
    }
    let file = brief.file
    brief.notes = try array { reader throws(Damage) in
      var note = Note(
        label: try reader.text(), number: try reader.number(), body: Prose(),
        antecedent: try reader.optionalNumber(), location: try reader.location(in: file))
      note.occurrences = try reader.array { reader throws(Damage) in try reader.part() }
      return note
    }
  }

  fileprivate mutating func passage() throws(Damage) -> OpenPassage? {
    try optional { reader throws(Damage) in
      let (text, start, count) = (try reader.text(), try reader.number(), try reader.number())
      guard start >= 0, count >= 0, start <= text.utf8.count, count <= text.utf8.count - start
      else { throw Damage() }
      let gaps = try reader.array { reader throws(Damage) in
        OpenPassage.Gap(offset: try reader.number(), link: try reader.number())
      }
      guard gaps.allSatisfy({ (0...text.utf8.count).contains($0.offset) }) else { throw Damage() }
      return OpenPassage(text: text, words: start..<(start + count), gaps: gaps)
    }
  }

  fileprivate mutating func part() throws(Damage) -> BriefPart {
    switch try number() {
    case 0: return .front
    case 1: return .imprint
    case 2: return .section(try number())
    case 3: return .note(try number())
    case 4: return .map(try number())
    case 5: return .table(try number())
    case 6: return .source(try number())
    case 7: return .event(try number())
    case 8: return .chart(try number())
    default: throw Damage()
    }
  }

  fileprivate mutating func location(in file: String) throws(Damage) -> SourceLocation {
    SourceLocation(
      file: try optionalText() ?? file,
      position: try optional { reader throws(Damage) in try reader.position() },
      length: try number())
  }
}
