internal import Diagnostics
internal import Model

/// Resolves typed links, and keeps where each record is mentioned.
struct ReferenceResolver {
  let names: PortalNames
  /// The names of a brief's records, by its index.
  let briefs: (Int) -> BriefNames
  let briefIDs: [String: Int]
  let log: FindingLog

  /// Finds what a brief's links lead to, and what it thereby mentions, in reading order.
  func resolve(
    _ texts: [OpenReferences], in index: Int
  ) -> (links: [ResolvedReferences], mentions: [(Target, Mention)]) {
    var resolved: [ResolvedReferences] = []
    var mentions: [(Target, Mention)] = []
    var counts: [Target: Int] = [:]
    var seen: Set<MentionKey> = []
    for text in texts {
      var links: [(target: Target?, ordinal: Int32)] = text.links.map { link in
        let location = SourceLocation(
          file: text.file, position: link.position,
          length: link.kind.rawValue.utf8.count + link.name.utf8.count + 1)
        return (target(link.kind, link.name, in: index, location), 0)
      }
      func passage(_ link: Int) -> Passage? {
        text.links[link].passage.map { open in
          Passage(
            text: open.text, words: open.words,
            gaps: open.gaps.compactMap { gap in
              guard links.indices.contains(gap.link), let target = links[gap.link].target else {
                return nil
              }
              return Passage.Gap(offset: gap.offset, target: target)
            })
        }
      }
      for position in links.indices {
        guard let target = links[position].target, target.kind.isListed else { continue }
        switch text.part {
        case .imprint: continue
        case .front, .section:
          let ordinal = (counts[target] ?? 0) + 1
          counts[target] = ordinal
          links[position].ordinal = Int32(clamping: ordinal)
          mentions.append(
            (
              target,
              Mention(
                brief: index, part: text.part, ordinal: ordinal, passage: passage(position))
            ))
        default:
          // These have no anchors: what a sentence says twice is one mention.
          let passage = passage(position)
          let key = MentionKey(target: target, part: text.part, sentence: passage?.text)
          guard seen.insert(key).inserted else { continue }
          mentions.append(
            (target, Mention(brief: index, part: text.part, ordinal: 0, passage: passage)))
        }
      }
      resolved.append(ResolvedReferences(text: text.text, links: links))
    }
    return (resolved, mentions)
  }

  private struct MentionKey: Hashable {
    var target: Target
    var part: BriefPart
    var sentence: String?
  }

  /// Resolves the links of a prose of the portal's own.
  func resolve(_ prose: inout Prose, _ file: String) {
    guard !prose.references.isEmpty else { return }
    for node in prose.nodes where node.holdsReference {
      let reference = prose.references[Int(node.value)]
      let location = SourceLocation(
        file: file, position: node.position,
        length: reference.kind.rawValue.utf8.count + reference.name.utf8.count + 1)
      if let target = target(reference.kind, reference.name, in: nil, location) {
        prose.references[Int(node.value)].target = target
      }
    }
    if !log.leftOut.isEmpty { removeNames(from: &prose, in: nil) }
  }

  func target(
    _ kind: TargetKind, _ name: String, in brief: Int?, _ location: SourceLocation
  ) -> Target? {
    switch kind {
    case .place: return portalTarget(kind, name, names.places, location)
    case .actor: return portalTarget(kind, name, names.actors, location)
    case .term: return portalTarget(kind, name, names.terms, location)
    case .person: return portalTarget(kind, name, names.people, location)
    case .brief: return portalTarget(kind, name, briefIDs, location)
    case .map, .table, .chart, .timeline, .section, .note, .source, .event, .zone: break
    }
    var (brief, id) = (brief, name)
    if let slash = name.firstIndex(of: "/") {
      let briefID = String(name[..<slash])
      id = String(name[name.index(after: slash)...])
      guard let other = briefIDs[briefID] else {
        unknown(.brief, briefID, briefIDs.keys, location)
        return nil
      }
      brief = other
    }
    guard let brief else {
      log.error(
        "which-brief", at: location, "“\(kind.rawValue):\(name)” does not say in which brief",
        hint: "write \(kind.rawValue):BRIEF/\(name)")
      return nil
    }
    if kind == .zone, let names = briefs(brief).sharedZones[id] {
      log.error(
        "ambiguous-zone", at: location,
        "“\(id)” is a zone of \(names.count) maps: \(names.joined(separator: ", "))",
        hint: "name the map too: zone:\(names[0])")
      return nil
    }
    let known = briefs(brief).names(kind)
    if kind == .timeline, known[id] == nil, briefs(brief).charts[id] != nil {
      log.error(
        "not-a-timeline", at: location, "the chart “\(id)” is no timeline",
        hint: "write chart:\(name)")
      return nil
    }
    guard let index = known[kind == .note ? noteKey(id) : id] else {
      if isLeftOut(id, in: brief) { return nil }
      unknown(kind, id, known.keys, location)
      return nil
    }
    return Target(kind == .timeline ? .chart : kind, brief: brief, index: index)
  }

  /// Whether what a link names is something that the edition leaves out, or a part of it: `brief/map:zone`.
  private func isLeftOut(_ name: String, in brief: Int?) -> Bool {
    let names = brief.map { briefs($0).leftOut } ?? []
    if names.isEmpty, log.leftOut.isEmpty { return false }
    let parts = name.split { $0 == "/" || $0 == ":" }.map(String.init)
    return ([name] + parts).contains { log.isLeftOut($0) || names.contains(noteKey($0)) }
  }

  /// Takes the names of what the edition leaves out from links that lead to it.
  func removeNames(from prose: inout Prose, in brief: Int?) {
    for index in prose.references.indices where prose.references[index].target == nil {
      if isLeftOut(prose.references[index].name, in: brief) { prose.references[index].name = "" }
    }
  }

  private func portalTarget(
    _ kind: TargetKind, _ name: String, _ known: [String: Int], _ location: SourceLocation
  ) -> Target? {
    if let index = known[name] { return Target(kind, index: index) }
    unknown(kind, name, known.keys, location)
    return nil
  }

  private func unknown(
    _ kind: TargetKind, _ name: String, _ known: some Sequence<String>, _ location: SourceLocation
  ) {
    if log.isLeftOut(name) { return }
    log.error(
      "unknown-\(kind.rawValue)", at: location, "there is no \(kind.rawValue) “\(name)”",
      hint: log.didYouMean(name, among: known))
  }
}

extension TargetKind {
  /// Whether its entry lists where it is mentioned.
  var isListed: Bool {
    switch self {
    case .place, .actor, .term, .source, .event, .person, .zone: true
    case .map, .table, .chart, .timeline, .section, .note, .brief: false
    }
  }
}
