internal import Diagnostics
internal import Yams

// Names, records, and lists of them.

extension Record {
  /// One name or a list of names.
  func names(_ key: String) -> [Name] {
    guard let node = node(key) else { return [] }
    let nodes: [Node]
    switch node {
    case .scalar: nodes = [node]
    case .sequence(let sequence): nodes = Array(sequence)
    default:
      wrongType(key, "a name or a list of names")
      return []
    }
    return nodes.compactMap { item in
      guard case .scalar(let scalar) = item else {
        log.error("yaml-type", at: origin.location(item.mark), "a name is expected here")
        return nil
      }
      if scalar.string.isEmpty {
        log.error(
          "missing-value", at: origin.location(item.mark), "“\(key)” has an empty name",
          hint: "write a name, or remove it")
        return nil
      }
      return Name(text: scalar.string, origin: origin, mark: item.mark)
    }
  }

  /// The same, each with how it is written where that is translated: a translation has as many, in the same
  /// order.
  func translatedNames(_ key: String) -> [(name: Name, own: Name?)] {
    let names = names(key)
    let own = self.names(Self.ownKey(key))
    if own.isEmpty { return names.map { ($0, nil) } }
    guard own.count == names.count else {
      log.error(
        "translation", at: location(of: key),
        "“\(key)” has \(own.count) item\(own.count == 1 ? "" : "s"), and its translation \(names.count)",
        hint: "give as many, in the same order")
      return own.map { ($0, nil) }
    }
    return zip(names, own).map { ($0, $1) }
  }

  func record(_ key: String) -> Record? {
    guard let node = node(key) else { return nil }
    guard case .mapping(let mapping) = node else {
      wrongType(key, "keys with values")
      return nil
    }
    return Record(mapping, origin, at: node.mark)
  }

  /// A list of records.
  func records(_ key: String) -> [Record] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let sequence) = node else {
      wrongType(key, "a list")
      return []
    }
    return sequence.compactMap { item in
      guard case .mapping(let mapping) = item else {
        log.error(
          "yaml-type", at: origin.location(item.mark), "keys with values are expected here")
        return nil
      }
      return Record(mapping, origin, at: item.mark)
    }
  }

  /// The records that this one holds by their ids, in order.
  func recordsByID() -> [(id: String, record: Record)] {
    mapping.compactMap { key, value in
      let id = key.string ?? ""
      guard isID(id) else {
        log.error(
          "id", at: origin.location(key.mark, length: max(1, id.utf8.count)),
          "“\(id)” cannot be an id", hint: "use letters, digits and hyphens")
        return nil
      }
      guard case .mapping(let mapping) = value else {
        log.error(
          "yaml-type", at: origin.location(value.mark), "keys with values are expected for “\(id)”")
        return nil
      }
      return (id, Record(mapping, origin, at: key.mark))
    }
  }
}
