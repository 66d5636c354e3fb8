import Citations
import HTML
import Model

/// A portal of one brief that says all that a citation holds.
enum Fixture {
  static func portal() -> Portal {
    var portal = Portal()
    portal.baseURL = "https://example.org/"
    portal.publisher = Publisher(name: "The Institute & Co.")
    portal.licence = Licence(name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/")
    portal.crossref = CrossrefDepositor(name: "The Desk", email: "desk@example.org")
    var ada = Person(
      id: "ada", name: "Ada Lovelace", role: Prose(), bio: Prose(), url: nil,
      orcid: "https://orcid.org/0000-0002-1825-0097")
    ada.family = "Lovelace"
    var group = Person(
      id: "group", name: "Group, Law and Order", role: Prose(), bio: Prose(), url: nil, orcid: nil)
    group.isOrganization = true
    portal.people = [ada, group]
    var brief = Brief(
      id: "2022-16", slug: "water", title: "Water at 100%", language: "en-GB",
      file: "briefs/water/brief.yaml")
    brief.subtitle = "A subtitle"
    brief.authors = [
      Author(name: "Ada Lovelace", person: 0), Author(name: "Group, Law and Order", person: 1),
      Author(name: "Ludwig van Beethoven"),
    ]
    brief.series = "Policy Briefs"
    brief.issue = "2022/16"
    brief.date = PartialDate(year: 2022, month: 4, day: 5)
    brief.doi = "https://doi.org/10.1234/ab_c"
    brief.issn = "2467-4540"
    brief.isbn = "978-92-9466-156-2"
    brief.topics = ["Water", "Law"]
    brief.abstract = paragraphs("One.", "Two <b>.")
    portal.briefs = [brief]
    return portal
  }

  static func work(_ change: (inout Portal) -> Void = { _ in }) -> CitedWork {
    var portal = portal()
    change(&portal)
    return CitedWork(
      of: portal.briefs[0], in: portal, address: "https://example.org/briefs/water.html"
    ) { "Rendered at \($0)" }
  }

  static func text(of work: CitedWork, as format: CitationFormat) -> String {
    var sink = Sink()
    format.write([work], to: &sink)
    return String(decoding: sink.bytes, as: UTF8.self)
  }

  static func paragraphs(_ texts: String...) -> Prose {
    var prose = Prose()
    for text in texts {
      var paragraph = ProseNode(.paragraph)
      paragraph.end = Int32(prose.nodes.count + 2)
      prose.nodes.append(paragraph)
      let start = prose.bytes.count
      prose.bytes += Array(text.utf8)
      var node = ProseNode(.text, text: ByteRange(start: start, end: prose.bytes.count))
      node.end = Int32(prose.nodes.count + 1)
      prose.nodes.append(node)
    }
    return prose
  }
}
