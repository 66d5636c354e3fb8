internal import HTML
internal import Model

/// Writes the prose of one page of a brief, with its notes beside it and its figures in it.
///
/// A class, because what was shown already (a note, a figure) is shared by the pieces of a page.
final class TextWriter {
  let context: PageContext
  let brief: Int
  private var notes: NoteWriter
  private let figures: FigureWriter
  private let writer: ProseWriter
  /// The same for the text of sections, whose paragraphs can be linked to.
  private let sectionWriter: ProseWriter

  /// - Parameters:
  ///   - anchorsMentions: whether mentions of records are anchors here: only where the brief's own text stands,
  ///     whose mentions are counted through the brief.
  ///   - sections: those of the brief that stand before the page's.
  init(
    _ context: PageContext, brief: Int, anchorsMentions: Bool,
    after sections: ArraySlice<Section> = []
  ) {
    self.context = context
    self.brief = brief
    notes = NoteWriter(brief: brief, links: context.links, strings: context.strings)
    let figures = FigureWriter(
      context: context, brief: brief,
      caption: ProseWriter(
        brief: brief, links: context.links, strings: context.strings,
        anchorsMentions: anchorsMentions))
    self.figures = figures
    writer = ProseWriter(
      brief: brief, links: context.links, strings: context.strings,
      anchorsMentions: anchorsMentions
    ) { prose, node, target, sink in
      figures.write(prose, node: node, target: target, to: &sink)
    }
    sectionWriter =
      context.links.publication == nil
      ? ProseWriter(writer, paragraphs: ParagraphAnchors(after: sections)) : writer
  }

  /// Blocks, each after its notes; headings start at `level` and skip none. In a publication notes
  /// stand together at its end.
  func body(_ prose: Prose, headingsFrom level: Int) -> Streamed {
    blocks(prose, headingsFrom: level, with: writer)
  }

  /// The blocks of a section, with links to its paragraphs.
  func body(of section: Section, headingsFrom level: Int) -> Streamed {
    let blocks = blocks(section.body, headingsFrom: level, with: sectionWriter)
    return Streamed { sink in
      self.figures.textLanguage = section.language
      blocks.write(to: &sink)
      self.figures.textLanguage = nil
    }
  }

  private func blocks(
    _ prose: Prose, headingsFrom level: Int, with writer: ProseWriter
  ) -> Streamed {
    Streamed { sink in
      let prose = prose.withHeadings(from: level)
      if self.isPublication { return writer.write(prose, to: &sink) }
      self.notes.write(prose, with: writer, to: &sink)
    }
  }

  /// The prose without its notes, which `notes(of:)` writes where they may stand.
  func inline(_ prose: Prose) -> Streamed {
    Streamed { self.writer.write(prose, to: &$0) }
  }

  /// The notes that some prose refers to, those apart that the page has shown before.
  func notes(of prose: Prose...) -> Streamed {
    Streamed { sink in
      if self.isPublication { return }
      for prose in prose { self.notes.writeNotes(of: prose, to: &sink) }
    }
  }

  /// The notes of a table's cells, columns and source.
  func notes(of table: DataTable) -> Streamed {
    Streamed { sink in
      if self.isPublication { return }
      for prose in [table.caption] + table.shownProse {
        self.notes.writeNotes(of: prose, to: &sink)
      }
    }
  }

  private var isPublication: Bool { context.links.publication != nil }

  /// Links to notes that support a record, as in “notes 3, 7”; nothing where there are none.
  func links(toNotes indices: [Int]) -> Streamed { context.links(toNotes: indices, of: brief) }
}

extension PageContext {
  /// Superscript links to notes of a brief, at their own page.
  func links(toNotes indices: [Int], of brief: Int) -> Streamed {
    Streamed { sink in
      for (position, index) in indices.enumerated() {
        let note = self.portal.briefs[brief].notes[index]
        guard let href = self.links.href(Target(.note, brief: brief, index: index)) else {
          continue
        }
        if position > 0 { sink.append(text: strings.listComma) }
        a(.href(href), .ariaLabel(self.strings.note(note.number))) {
          Streamed { $0.append(note.number, self.strings) }
        }.write(to: &sink)
      }
    }
  }

  /// “Section 2, note 24”: links to what states something.
  func links(to targets: [Target]) -> Streamed {
    Streamed { sink in
      for (position, target) in targets.enumerated() {
        if position > 0 { sink.append(text: strings.listComma) }
        self.way(
          self.links.label(target, strings: self.strings), to: self.links.href(target)
        ).write(to: &sink)
      }
    }
  }
}
