internal import Diagnostics
internal import Model
internal import Yams

// packs/*.yaml: documents of several briefs.

extension PortalReader {
  /// Reads them once the briefs are known.
  mutating func readPacks(_ resolver: ReferenceResolver) {
    var files: [String: String] = [:]
    for entry in folder.entries("packs", log: log) where !entry.isFolder {
      guard entry.name.hasSuffix(".yaml") else {
        log.warning(
          "unknown-file", at: SourceLocation(file: entry.name), "“\(entry.name)” is not read",
          hint: "a pack is a file packs/NAME.yaml")
        continue
      }
      guard let record = folder.record(entry.name, log: log) else { continue }
      let file = record.origin.file
      guard isID(file.stem) else {
        log.error(
          "id", at: file.start, "“\(file.stem)” cannot be an id",
          hint: "name the file with letters, digits and hyphens")
        continue
      }
      if let other = files.updateValue(entry.name, forKey: file.stem.lowercased()) {
        log.error(
          "duplicate-id", at: file.start, "this pack and “\(other)” would be one file",
          hint: "rename one of them")
        continue
      }
      if let pack = pack(record, file, resolver) { portal.packs.append(pack) }
    }
  }

  private func pack(
    _ record: Record, _ file: SourceFile, _ resolver: ReferenceResolver
  ) -> Pack? {
    record.expect(
      "title", "subtitle", "date", "language", "introduction", "paper", "marking", "briefs")
    var pack = Pack(
      id: file.stem, title: record.required("title", of: "a pack") ?? file.stem,
      language: record.language("language") ?? portal.language, file: file.name)
    pack.subtitle = record.text("subtitle")
    pack.date = record.date("date")
    pack.introduction = record.blocks("introduction")
    pack.paper = record.choice("paper", Paper.self)
    pack.marking = record.text("marking")
    pack.parts = parts(record, resolver)
    if pack.parts.isEmpty, !record.has("briefs") {
      log.error(
        "missing-key", at: record.location, "a pack needs “briefs”",
        hint: "add “briefs: [ID, …]”")
    }
    checkLinks(of: pack.introduction, file.name)
    for node in pack.introduction.nodes where node.kind == .noteReference {
      log.error(
        "note-place", at: SourceLocation(file: file.name, position: node.position),
        "notes belong to briefs; this text has none", hint: "write it in the text")
    }
    resolver.resolve(&pack.introduction, file.name)
    return pack
  }

  private func parts(_ record: Record, _ resolver: ReferenceResolver) -> [Pack.Part] {
    guard let node = record.node("briefs") else { return [] }
    guard case .sequence(let sequence) = node else {
      record.wrongType("briefs", "a list of briefs")
      return []
    }
    if sequence.isEmpty { record.wrongType("briefs", "a list of at least one brief") }
    return sequence.compactMap { item in
      switch item {
      case .scalar(let scalar):
        let name = Record.Name(text: scalar.string, origin: record.origin, mark: item.mark)
        return resolver.target(.brief, name.text, in: nil, name.location)
          .map { Pack.Part(brief: $0.index) }
      case .mapping(let mapping):
        let part = Record(mapping, record.origin, at: item.mark)
        part.expect("brief", "sections")
        guard let name = part.names("brief").first else {
          _ = part.required("brief", of: "a part of a pack")
          return nil
        }
        guard let brief = resolver.target(.brief, name.text, in: nil, name.location)?.index else {
          return nil
        }
        guard part.has("sections") else { return Pack.Part(brief: brief) }
        var sections: [Int] = []
        for name in part.names("sections") {
          guard
            let section = resolver.target(.section, name.text, in: brief, name.location)?.index,
            !sections.contains(section)
          else { continue }
          sections.append(section)
        }
        return Pack.Part(brief: brief, sections: sections)
      default:
        log.error(
          "yaml-type", at: record.origin.location(item.mark),
          "a brief’s id, or “brief” and “sections”, is expected here")
        return nil
      }
    }
  }
}
