internal import Diagnostics
internal import Model
internal import Yams

/// Takes out of a record what an edition is not to hold: each mapping that carries an `audience:` in which
/// the edition's is not.
struct AudienceFilter {
  static let key = "audience"
  /// What others than its audience are told of an interview.
  static let publicForm = "public"

  let edition: Edition
  let origin: Record.Origin

  private var log: FindingLog { origin.log }

  /// `nil` where all of it is left out.
  func filtered(_ mapping: Node.Mapping) -> Node.Mapping? {
    // What a merge key brings counts as if it were written here.
    let mapping = mapping.merged
    let isInterview = mapping.hasPublicForm
    guard includes(mapping) else {
      guard isInterview, var form = mapping.value(Self.publicForm)?.mapping else { return nil }
      // It stands among interviews, whoever is asked.
      form["type"] = mapping.value("type")
      form[Self.hiddenName] = "true"
      return filteredParts(form)
    }
    return filteredParts(isInterview ? mapping.without(Self.publicForm) : mapping)
  }

  /// What is left of a file of records that is to be left out as a whole: forms that some have for others. All
  /// else is known as left out by its id.
  func filteredRecords(_ file: Node.Mapping) -> Node.Mapping? {
    guard let audience = file.merged.value(Self.key) else { return nil }
    var parts = file.merged.without(Self.key)
    for (id, value) in parts {
      guard var record = value.mapping, record.merged.value(Self.key) == nil else { continue }
      record["audience"] = audience
      parts[id] = .mapping(record)
    }
    return filteredParts(parts)
  }

  /// The forms that interviews have for others, by their ids: what is wrong in them is to be told before an
  /// edition shows them.
  func publicForms(in sources: Node.Mapping) -> Node.Mapping {
    var forms: [(Node, Node)] = []
    for (id, value) in sources {
      guard let source = value.mapping?.merged, source.hasPublicForm,
        let value = source.value(Self.publicForm)
      else { continue }
      guard var form = value.mapping else {
        log.error(
          "yaml-type", at: origin.location(value.mark), "“public” must be keys with values",
          hint: "write public: { role: …, place: …, date: … }")
        continue
      }
      form["type"] = source.value("type")
      form[Self.hiddenName] = "true"
      forms.append((id, .mapping(filteredParts(form))))
    }
    return Node.Mapping(forms, sources.tag, sources.style, sources.mark)
  }

  /// A key that no YAML has: its record is not to be known by its name.
  static let hiddenName = "\u{0}hidden-name"

  /// Names of what is left out of a record's mapping under a key.
  func leftOut(of key: String, in mapping: Node.Mapping) -> Set<String> {
    guard let inner = mapping.value(key)?.mapping else { return [] }
    return Set(
      inner.compactMap { name, value in
        value.mapping.map { includes($0.merged) } == false ? name.string : nil
      })
  }

  private func filteredParts(_ mapping: Node.Mapping) -> Node.Mapping {
    var kept: [(Node, Node)] = []
    kept.reserveCapacity(mapping.count)
    for (key, value) in mapping {
      if let value = filtered(value) {
        kept.append((key, value))
      } else {
        key.string.map(log.leaveOut)
      }
    }
    return Node.Mapping(kept, mapping.tag, mapping.style, mapping.mark)
  }

  private func filtered(_ node: Node) -> Node? {
    switch node {
    case .mapping(let mapping): return filtered(mapping).map { .mapping($0) }
    case .sequence(let items):
      return .sequence(
        Node.Sequence(items.compactMap(filtered), items.tag, items.style, items.mark))
    case .scalar(let scalar):
      reportMark(in: scalar)
      return node
    case .alias: return node
    }
  }

  /// Marks of Markdown have no effect in records, which have a key for that: one would be printed, with what
  /// it is to hide.
  private func reportMark(in scalar: Node.Scalar) {
    guard AudienceMarks.isMark(in: Array(scalar.string.utf8)) else { return }
    log.error(
      "audience-place", at: origin.location(scalar.mark),
      "this mark of an audience has no effect here",
      hint: "write “audience: internal” as a key of the record, or of an item that is a record")
  }

  func includes(_ mapping: Node.Mapping) -> Bool {
    guard let value = mapping.value(Self.key) else {
      // A form for others was written for a reason: without an audience, nobody is named who may have
      // the full one.
      return !mapping.hasPublicForm || edition.audience == nil
    }
    let names =
      value.mapping != nil ? [nil] : value.sequence.map { $0.map(\.string) } ?? [value.string]
    let given = names.compactMap(\.self).filter { !$0.isEmpty }
    guard given.count == names.count, !given.isEmpty else {
      log.error(
        "audience", at: origin.location(value.mark), "“audience” names whom this is for",
        hint: "write audience: internal, or audience: [internal, partners]; a record has another id"
      )
      return false
    }
    return edition.includes(given, log)
  }
}

extension Edition {
  /// Whether what is for these is in it.
  func includes(_ audiences: [String], _ log: FindingLog) -> Bool {
    log.meet(audiences: audiences)
    return audience.map(audiences.contains) ?? true
  }
}

extension Node.Mapping {
  fileprivate func value(_ key: String) -> Node? { first { $0.key.string == key }?.value }

  fileprivate var hasPublicForm: Bool {
    guard let type = value("type")?.string, type == "interview" || type == "observation" else {
      return false
    }
    return value(AudienceFilter.publicForm) != nil
  }

  fileprivate func without(_ key: String) -> Node.Mapping {
    Node.Mapping(filter { $0.key.string != key }.map { ($0.key, $0.value) }, tag, style, mark)
  }
}
