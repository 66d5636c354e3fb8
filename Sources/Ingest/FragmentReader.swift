internal import Diagnostics
internal import Markdown
internal import Model

/// Reads a text of Markdown as the one section of a brief of its own. Typed links may name what the
/// text holds, its notes, and nothing else.
public func readFragment(_ bytes: [UInt8], isCommonMark: Bool) -> IngestedPortal {
  let bytes = isCommonMark ? bytes : bytes.withoutByteOrderMark
  let log = FindingLog()
  var portal = Portal()
  let name = "standard input"
  var brief = Brief(id: "fragment", slug: "fragment", title: "", language: "en", file: name)
  brief.isOneFile = true
  if !isCommonMark, !checkedText(bytes, file: name, log: log) {
    return IngestedPortal(portal: portal, findings: log.findings)
  }
  let parsed = parseMarkdown(
    bytes, file: name, options: isCommonMark ? .commonMark : MarkdownOptions())
  log.add(contentsOf: parsed.findings)
  var body = parsed.prose
  if !isCommonMark {
    var outline = Outline(log: log)
    outline.keepLevels(&body, file: name)
  }
  brief.sections = [
    Section(
      id: "fragment", title: "", heading: Prose(), number: nil, summary: Prose(), body: body,
      contents: [], file: name)
  ]
  var numbering = NoteNumbering(parsed.definitions, log: log)
  numbering.number(&brief)
  let names = BriefNames(brief)
  let resolver = ReferenceResolver(
    names: PortalNames(), briefs: { _ in names }, briefIDs: [:], log: log)
  brief.apply(resolver.resolve(brief.openReferences(), in: 0).links)
  portal.briefs = [brief]
  return IngestedPortal(portal: portal, findings: log.findings.inOrder())
}
