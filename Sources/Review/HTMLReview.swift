internal import Cartography
internal import Diagnostics
public import HTML

/// Changes as one page that needs nothing else: summary, each change in the line and side by side.
///
/// - Parameters:
///   - title: what was compared: “main → working tree”.
///   - findings: what keeps a side from being compared whole.
///   - maps: those that changed, drawn.
public func writeReviewPage(
  of changes: [Change], title: String, findings: SideFindings = SideFindings(),
  maps: [MapComparison] = [], to sink: inout Sink
) {
  sink.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
  sink.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
  // It shows what others wrote: nothing of it runs or is loaded.
  sink.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
  sink.append(
    "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\"><link rel=\"icon\" href=\"data:,\">"
  )
  sink.append("<title>Review: ")
  sink.append(text: title)
  sink.append("</title><style>")
  sink.append(style)
  sink.append("</style></head><body><header><h1>Review</h1><p>")
  sink.append(text: title)
  sink.append("</p><p><strong>")
  sink.append(text: ReviewSummary(changes).sentence(findings))
  sink.append("</strong></p></header><main>")
  write(findings, to: &sink)
  let groups = [Change.Weight.meaning, .order, .numbering, .typography].map { weight in
    (weight, changes.enumerated().filter { $0.element.weight == weight })
  }.filter { !$0.1.isEmpty }
  if !groups.isEmpty || !maps.isEmpty {
    sink.append("<nav aria-label=\"Changes\"><ul>")
    for (weight, group) in groups {
      sink.append("<li><a href=\"#")
      sink.append(text: "\(weight)")
      sink.append("\">")
      sink.append(text: "\(weight.title): \(group.count)")
      sink.append("</a></li>")
    }
    if !maps.isEmpty {
      sink.append("<li><a href=\"#maps\">")
      sink.append(text: "Maps: \(maps.count)")
      sink.append("</a></li>")
    }
    sink.append("</ul></nav>")
  }
  for (weight, group) in groups {
    sink.append("<section id=\"")
    sink.append(text: "\(weight)")
    sink.append("\"><h2>")
    sink.append(text: weight.title)
    sink.append("</h2>")
    for (index, change) in group { change.write(number: index + 1, to: &sink) }
    sink.append("</section>")
  }
  if !maps.isEmpty { write(maps, to: &sink) }
  sink.append("</main></body></html>\n")
}

private func write(_ findings: SideFindings, to sink: inout Sink) {
  if findings.sentences.isEmpty { return }
  sink.append("<section id=\"errors\"><h2>Errors</h2>")
  for sentence in findings.sentences {
    sink.append("<p>")
    sink.append(text: sentence.prefix(1).uppercased() + sentence.dropFirst() + ".")
    sink.append("</p>")
  }
  if findings.all.isEmpty { return sink.append("</section>") }
  sink.append("<ul>")
  for (side, finding) in findings.all {
    sink.append("<li><span dir=\"auto\">")
    sink.append(text: finding.message)
    sink.append("</span> <span class=\"place\">")
    sink.append(text: "\(side) · \(finding.location.shown)")
    sink.append("</span></li>")
  }
  sink.append("</ul></section>")
}

private func write(_ maps: [MapComparison], to sink: inout Sink) {
  sink.append("<section id=\"maps\"><h2>Maps</h2>")
  for map in maps {
    sink.append("<article><h3 dir=\"auto\">")
    sink.append(text: map.title)
    sink.append("</h3><p class=\"place\">")
    sink.append(text: map.brief)
    sink.append("</p><div class=\"sides\">")
    for (term, drawing) in [("Before", map.old), ("After", map.new)] {
      sink.append("<figure><figcaption>")
      sink.append(text: drawing == nil ? "\(term): no such map" : term)
      sink.append("</figcaption>")
      if let drawing {
        // As a picture by itself: ids and styles of two drawings of one map would meet.
        sink.append("<img alt=\"")
        sink.append(text: "\(map.title), \(term.lowercased())")
        sink.append("\" src=\"data:image/svg+xml;base64,")
        sink.append(unsafe: base64(drawing))
        sink.append("\">")
      }
      sink.append("</figure>")
    }
    sink.append("</div></article>")
  }
  sink.append("</section>")
}

/// RFC 4648, section 4.
private func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var out: [UInt8] = []
  out.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let part = bytes[start..<min(start + 3, bytes.count)]
    let word = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
    for place in 0..<4 {
      out.append(
        place > part.count ? UInt8(ascii: "=") : digits[word >> (18 - 6 * place) & 0x3F])
    }
  }
  return String(decoding: out, as: UTF8.self)
}

extension Change {
  fileprivate func write(number: Int, to sink: inout Sink) {
    sink.append("<article id=\"change-")
    sink.append(number)
    sink.append("\"><h3><a href=\"#change-")
    sink.append(number)
    sink.append("\">")
    sink.append(number)
    sink.append("</a> <span dir=\"auto\">")
    sink.append(text: heading)
    sink.append("</span></h3>")
    if let place = location.new ?? location.old {
      sink.append("<p class=\"place\">")
      if let brief { sink.append(text: brief + " · ") }
      sink.append(text: place.shown)
      sink.append("</p>")
    }
    if let remark { paragraph(remark, &sink) }
    if !text.isEmpty {
      sink.append("<p class=\"text\" dir=\"auto\">")
      write(text.elided(words: 20), &sink)
      sink.append("</p>")
    }
    if !claims.isEmpty {
      sink.append("<ul class=\"claims\">")
      for claim in claims {
        sink.append("<li>")
        sink.append(text: claim.sentence(in: self))
        sink.append("</li>")
      }
      sink.append("</ul>")
    }
    if !fields.isEmpty { writeFields(number, &sink) }
    if let ground {
      sink.append("<figure>")
      ground.write(title: groundTitle(ground), to: &sink)
      sink.append("<figcaption>")
      sink.append(text: groundTitle(ground))
      sink.append(
        ". <span class=\"key kept\"></span> kept <span class=\"key gained\"></span> gained "
          as StaticString)
      sink.append("<span class=\"key lost\"></span> lost</figcaption></figure>")
    }
    if text.contains(where: { $0.kind == .deleted }), text.contains(where: { $0.kind == .inserted })
    {
      sink.append(
        "<details><summary>Side by side</summary><div class=\"sides\"><div><h4>Before</h4><p dir=\"auto\">"
      )
      write(text.filter { $0.kind != .inserted }, &sink)
      sink.append("</p></div><div><h4>After</h4><p dir=\"auto\">")
      write(text.filter { $0.kind != .deleted }, &sink)
      sink.append("</p></div></div></details>")
    }
    sink.append("</article>")
  }

  private func groundTitle(_ ground: AreaChange) -> String {
    "From \(rounded(ground.before)) to \(rounded(ground.after)) km²: \(rounded(ground.gained)) km² "
      + "gained, \(rounded(ground.lost)) km² lost"
  }

  private func paragraph(_ text: String, _ sink: inout Sink) {
    sink.append("<p dir=\"auto\">")
    sink.append(text: text)
    sink.append("</p>")
  }

  private func write(_ fragments: [Fragment], _ sink: inout Sink) {
    for fragment in fragments {
      switch fragment.kind {
      case .kept: sink.append(text: fragment.text)
      case .deleted:
        sink.append("<del>")
        sink.append(text: fragment.text)
        sink.append("</del>")
      case .inserted:
        sink.append("<ins>")
        sink.append(text: fragment.text)
        sink.append("</ins>")
      }
    }
  }

  private func writeFields(_ number: Int, _ sink: inout Sink) {
    sink.append("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Fields of change ")
    sink.append(number)
    sink.append("\"><table><thead><tr>")
    sink.append(
      "<th scope=\"col\">Field</th><th scope=\"col\">Before</th><th scope=\"col\">After</th>")
    let hasDifference = fields.contains { $0.difference != nil }
    if hasDifference { sink.append("<th scope=\"col\">Difference</th>") }
    sink.append("</tr></thead><tbody>")
    for field in fields {
      sink.append("<tr><th scope=\"row\">")
      sink.append(text: field.name)
      sink.append("</th><td dir=\"auto\">")
      if let old = field.old { write([.init(kind: .deleted, text: old)], &sink) }
      sink.append("</td><td dir=\"auto\">")
      if let new = field.new { write([.init(kind: .inserted, text: new)], &sink) }
      if hasDifference {
        sink.append("</td><td>")
        sink.append(text: field.difference ?? "")
      }
      sink.append("</td></tr>")
    }
    sink.append("</tbody></table></div>")
  }
}

private let style: StaticString = """
  :root{color-scheme:light dark;--paper:#fff;--ink:#1b1d21;--quiet:#565a61;--line:#d3d3cf;\
  --del:#8c1414;--del-ground:#fdecec;--ins:#0f5127;--ins-ground:#e6f5ea;--link:#1a4f8b}
  @media screen and (prefers-color-scheme:dark){:root{--paper:#15171b;--ink:#e9e9e6;--quiet:#b0b3b8;--line:#3b3f46;\
  --del:#ffb3ad;--del-ground:#43201f;--ins:#a6e3b5;--ins-ground:#163622;--link:#9cc4f5}}
  body{margin:0 auto;max-width:56rem;padding:1rem;background:var(--paper);color:var(--ink);\
  font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
  a{color:var(--link)}h1{margin:0}h2{border-bottom:2px solid var(--line)}h3{font-size:1rem;margin:0}
  article{border-top:1px solid var(--line);padding:1rem 0}article:target{outline:2px solid var(--link)}
  section>article:first-of-type{border-top:0}nav ul{display:flex;flex-wrap:wrap;gap:1rem;list-style:none;padding:0}
  .place{color:var(--quiet);font-size:.875rem;margin:0}.text{white-space:pre-wrap}
  del{background:var(--del-ground);color:var(--del)}ins{background:var(--ins-ground);color:var(--ins)}
  del::before,del::after,ins::before,ins::after{clip-path:inset(50%);position:absolute;width:1px;height:1px;\
  overflow:hidden;white-space:nowrap}del::before{content:"[deleted: "}ins::before{content:"[inserted: "}\
  del::after,ins::after{content:"]"}
  img{max-width:100%;height:auto;background:#fff}figcaption{color:var(--quiet);font-size:.875rem}
  .sides figure{margin:.5rem 0}.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1rem}h4{margin:.5rem 0}
  .wide{overflow-x:auto}table{border-collapse:collapse}th,td{border:1px solid var(--line);padding:.25rem .5rem;\
  text-align:start;vertical-align:top;overflow-wrap:break-word}.place+.wide{margin-top:.5rem}figure{margin:1rem 0}svg{max-width:100%;height:auto}
  .ground path{stroke:var(--ink);stroke-width:.75}.ground .kept{fill:#9aa0a8}.ground .gained{fill:#2e8b4f}
  .ground .lost{fill:#c0392b;stroke-dasharray:4 2}.key{display:inline-block;width:.8em;height:.8em;\
  border:1px solid var(--ink)}.key.kept{background:#9aa0a8}.key.gained{background:#2e8b4f}.key.lost{background:#c0392b;\
  border-style:dashed}del,ins,.key,.ground{print-color-adjust:exact}@media print{:root{color-scheme:light}details,nav{display:none}\
  article{break-inside:avoid}h2{break-after:avoid}}
  """
