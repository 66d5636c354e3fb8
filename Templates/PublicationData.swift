internal import HTML
internal import Model

/// A brief's bibliographic data, how to cite it, what changed in it, what is related.
struct PublicationData: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    div(.class("publication"), context.unindexed) {
      h2 { context.strings.publication }
      PublicationList(context: context, index: index)
    }.write(to: &sink)
    sink.append("\n")
  }
}

/// The same as a list, without a heading.
struct PublicationList: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    let brief = context.portal.briefs[index]
    let strings = context.strings
    dl {
      if let series {
        dt { strings.series }
        dd { context.link(series: series, of: index) }
      }
      if let date = brief.date {
        dt { strings.published }
        dd { time(.datetime(date.iso)) { strings.date(date) } }
      }
      if let doi = brief.doi {
        dt { strings.doi }
        dd { context.outward(doi, to: ReportData.doiURL(doi)) }
      }
      entry(strings.isbn, brief.isbn)
      entry(strings.issn, brief.issn)
      entry(strings.catalogue, brief.catalogue)
      if let publisher = brief.publisher ?? context.portal.publisher {
        dt { strings.publisher }
        dd { context.named(publisher) }
      }
      prose(strings.project, brief.project)
      prose(strings.funder, brief.funder)
      if let licence = brief.licence ?? context.portal.licence {
        dt { strings.licence }
        dd { context.outward(licence.name, to: licence.url, rel: "license") }
      }
      if !brief.topics.isEmpty {
        dt { strings.topics }
        dd {
          for position in brief.topics.indices {
            if position > 0 { Text(strings.listComma) }
            context.link(topic: position, of: index)
          }
        }
      }
      dt { strings.howToCite }
      dd { Citation(context: context, brief: brief) }
      // A publication holds no files but its own.
      if context.links.publication == nil { dd { CitationLinks(context: context, index: index) } }
      prose(strings.disclaimer, brief.disclaimer)
      if !brief.revisions.isEmpty {
        dt(.id("_revisions")) { strings.revisions }
        for revision in brief.revisions {
          dd {
            time(.datetime(revision.date.iso)) { strings.date(revision.date) }
            Text(strings.colon)
            context.inline(revision.summary)
            EarlierWording(context: context, brief: index, wording: revision.wording)
          }
        }
      }
      if !brief.related.isEmpty {
        dt { strings.related }
        for other in brief.related {
          dd { context.link(context.portal.briefs[other].title, to: .brief(other)) }
        }
      }
    }.write(to: &sink)
  }

  private var series: String? {
    let brief = context.portal.briefs[index]
    let name = [brief.series, brief.issue].compactMap { $0 }.joined(
      separator: context.strings.listComma)
    return name.isEmpty ? nil : name
  }

  @MarkupBuilder
  private func entry(_ term: String, _ value: String?) -> some Markup {
    if let value {
      dt { term }
      dd { value }
    }
  }

  @MarkupBuilder
  private func prose(_ term: String, _ value: Prose) -> some Markup {
    if !value.isEmpty {
      dt { term }
      dd { context.inline(value) }
    }
  }
}

/// A brief cited in one line: authors (year). Title. Series issue. Publisher. DOI.
struct Citation: Markup {
  let context: PageContext
  let brief: Brief

  func write(to sink: inout Sink) {
    // A work published elsewhere is cited as it stands there, in its own language.
    let language = brief.original == nil ? nil : brief.writtenIn
    span(context.lang(language), context.dir(language)) {
      Streamed { words(to: &$0) }
    }.write(to: &sink)
  }

  private func words(to sink: inout Sink) {
    let strings = brief.original == nil ? context.strings : interfaceStrings(for: brief.writtenIn)
    let authors = strings.list(brief.authors.map(\.name))
    sink.append(text: authors)
    if let date = brief.date {
      sink.append(text: "\(authors.isEmpty ? "" : " ")(\(strings.number(date.year)))")
    }
    if !authors.isEmpty || brief.date != nil { sink.append(". ") }
    cite { brief.original?.title ?? brief.fullTitle }.write(to: &sink)
    sink.append(".")
    let own = brief.original == nil ? brief.series : brief.ownSeries ?? brief.series
    let series = [own, brief.issue].compactMap { $0 }.joined(separator: " ")
    if !series.isEmpty { sink.append(text: " \(series).") }
    if let publisher = brief.publisher ?? context.portal.publisher {
      sink.append(text: " \(publisher.name).")
    }
    if let doi = brief.doi {
      sink.append(" ")
      let url = ReportData.doiURL(doi)
      context.outward(url, to: url).write(to: &sink)
    }
  }
}
