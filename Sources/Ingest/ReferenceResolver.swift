internal import Diagnostics
internal import Model

/// Resolves typed links, and keeps where each record is mentioned.
struct ReferenceResolver {
  let names: PortalNames
  let briefs: [BriefNames]
  let briefIDs: [String: Int]
  let log: FindingLog

  /// Resolves a brief's links; what it mentions is given back.
  func resolve(_ brief: inout Brief, at index: Int) -> [(Target, Mention)] {
    var mentions: [(Target, Mention)] = []
    var counts: [Target: Int] = [:]
    var seen: Set<MentionKey> = []
    brief.updateProse { part, file, prose in
      for (target, node) in resolve(&prose, in: index, file) where target.kind.isListed {
        switch part {
        case .imprint: continue
        case .front, .section:
          let ordinal = (counts[target] ?? 0) + 1
          counts[target] = ordinal
          prose.nodes[node].ordinal = Int32(clamping: ordinal)
          mentions.append((target, Mention(brief: index, part: part, ordinal: ordinal)))
        default:
          guard seen.insert(MentionKey(target: target, part: part)).inserted else { continue }
          mentions.append((target, Mention(brief: index, part: part, ordinal: 0)))
        }
      }
    }
    for (target, mention) in mentions {
      if target.kind == .source, target.brief == index, case .note(let note) = mention.part {
        brief.sources[target.index].notes.append(note)
      }
    }
    return mentions
  }

  private struct MentionKey: Hashable {
    var target: Target
    var part: BriefPart
  }

  /// Resolves the links of a prose; `brief` is the one whose records it may name, if any. Gives
  /// what was found, with the index of the node.
  @discardableResult
  func resolve(_ prose: inout Prose, in brief: Int?, _ file: String) -> [(Target, Int)] {
    guard !prose.references.isEmpty else { return [] }
    var found: [(Target, Int)] = []
    for index in prose.nodes.indices {
      let node = prose.nodes[index]
      guard node.kind == .reference || node.kind == .figure else { continue }
      let reference = prose.references[Int(node.value)]
      let location = SourceLocation(
        file: file, position: node.position,
        length: reference.kind.rawValue.utf8.count + reference.name.utf8.count + 1)
      guard let target = target(reference.kind, reference.name, in: brief, location) else {
        continue
      }
      prose.references[Int(node.value)].target = target
      found.append((target, index))
    }
    return found
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
    case .map, .table, .section, .note, .source, .event, .zone: break
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
    if kind == .zone, let names = briefs[brief].sharedZones[id] {
      log.error(
        "ambiguous-zone", at: location,
        "“\(id)” is a zone of \(names.count) maps: \(names.joined(separator: ", "))",
        hint: "name the map too: zone:\(names[0])")
      return nil
    }
    let known = briefs[brief].names(kind)
    guard let index = known[kind == .note ? noteKey(id) : id] else {
      unknown(kind, id, known.keys, location)
      return nil
    }
    return Target(kind, brief: brief, index: index)
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
    log.error(
      "unknown-\(kind.rawValue)", at: location, "there is no \(kind.rawValue) “\(name)”",
      hint: log.didYouMean(name, among: known))
  }
}

extension TargetKind {
  /// Whether its entry lists where it is mentioned.
  fileprivate var isListed: Bool {
    switch self {
    case .place, .actor, .term, .source, .event, .person, .zone: true
    case .map, .table, .section, .note, .brief: false
    }
  }
}
