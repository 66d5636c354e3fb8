import Model

// The entries of a legend, each only where the map draws it.

extension MapLegend {
  /// One for each category, naming its zones.
  static func categories(
    _ map: ZoneMap, _ contents: MapContents, _ keys: MapKeys, _ words: MapWords,
    href: (Int) -> String?
  ) -> [Entry] {
    var order: [String] = []
    var zones: [String: [MapContents.ZoneArea]] = [:]
    for zone in contents.zones {
      let category = map.zones[zone.zone].category.lowercased()
      if zones[category] == nil { order.append(category) }
      zones[category, default: []].append(zone)
    }
    return order.compactMap { category in
      guard let zones = zones[category], let first = zones.first else { return nil }
      let parts = zones.map {
        Part(
          name: $0.name, href: map.zones[$0.zone].section.flatMap(href),
          key: keys.ofZone($0, contents))
      }
      let name = map.zones[first.zone].category.capitalised
      var entry = Entry(
        swatch: .zone(style: first.style, isLine: first.isLine), heading: name, parts: parts)
      // What holds for all is said once; a category is not named again by its only zone.
      if zones.allSatisfy({ $0.confidence == first.confidence }) {
        entry.heading += words.remark(first.confidence)
      } else {
        for (index, zone) in zones.enumerated() {
          entry.parts[index].remark = words.remark(zone.confidence)
        }
      }
      if parts.count == 1, first.name.text.lowercased() == category {
        entry.parts[0].remark = words.remark(first.confidence)
        entry.heading = ""
      }
      return entry
    }
  }

  static func outlines(_ contents: MapContents, _ words: MapWords) -> [Entry] {
    Zone.Confidence.allCases.compactMap { confidence in
      guard contents.zones.contains(where: { $0.confidence == confidence }),
        let meaning = words.outline(confidence)
      else { return nil }
      return Entry(swatch: .outline(confidence), heading: meaning)
    }
  }

  static func movements(
    _ map: ZoneMap, _ contents: MapContents, _ keys: MapKeys
  ) -> [Entry] {
    let arrows = contents.arrows.map { map.arrows[$0.arrow].text.plainText }
      .filter { !$0.isEmpty }
      .map { Entry(swatch: .arrow, heading: $0) }
    let routes = contents.routes.map { route in
      let words = map.routes[route.route].text.plainText
      let parts = route.name.map { [Part(name: $0, key: keys.routes[route.route])] } ?? []
      return Entry(swatch: .route, heading: parts.isEmpty ? words : "", parts: parts)
    }
    return arrows + routes.filter { !$0.heading.isEmpty || !$0.parts.isEmpty }
  }

  /// The kinds of place, and the hollow symbol.
  static func symbols(_ contents: MapContents, _ words: MapWords) -> [Entry] {
    let drawn = contents.marks.filter { $0.symbol != .area }
    var entries = PlaceSymbol.allCases.filter { symbol in drawn.contains { $0.symbol == symbol } }
      .map { symbol in
        let isApproximate = drawn.allSatisfy { $0.symbol != symbol || $0.isApproximate }
        return Entry(
          swatch: .place(symbol, isApproximate: isApproximate), heading: words.symbols(symbol))
      }
    if let mark = drawn.first(where: \.isApproximate) {
      entries.append(
        Entry(swatch: .place(mark.symbol, isApproximate: true), heading: words.approximate))
    }
    return entries
  }

  /// Places that a letter stands for, but for those whose name a zone has too.
  static func keyedPlaces(_ contents: MapContents, _ keys: MapKeys) -> [Entry] {
    let zones = Set(contents.zones.map(\.label.text))
    return contents.marks.enumerated().compactMap { index, mark in
      guard let key = keys.marks[index], !zones.contains(mark.label.text) else {
        return nil
      }
      return Entry(
        swatch: .key(key.letters), heading: "", parts: [Part(name: mark.name)],
        visibility: key.visibility)
    }
  }

  static func events(
    _ map: ZoneMap, _ contents: MapContents, _ brief: Brief, href: (Int) -> String?
  ) -> [Entry] {
    let words = MapWords(language: brief.language)
    return contents.callouts.map { index, _ in
      let callout = map.callouts[index]
      let part = Part(name: Name(callout.words(in: brief)), href: callout.event.flatMap(href))
      return Entry(swatch: .number(words.digits(String(index + 1))), heading: "", parts: [part])
    }
  }

  /// What the lines and areas of the base map are.
  static func base(_ contents: MapContents, _ words: MapWords) -> [Entry] {
    var seen: Set<BaseLayer.Theme> = []
    return contents.layers.compactMap { layer in
      let isDrawn = layer.features.contains { !$0.lines.isEmpty || !$0.polygons.isEmpty }
      guard isDrawn, let name = words.layers(layer.theme), seen.insert(layer.theme).inserted
      else { return nil }
      return Entry(swatch: .base(layer.theme), heading: name)
    }
  }
}
