internal import Model

extension PageContext {
  /// Indices of records in the order in which their names stand in a list.
  func ordered(_ indices: some Sequence<Int>, by name: (Int) -> String) -> [Int] {
    let order = indexOrder
    return indices.map { (order.key(name($0)), $0) }
      .sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }.map(\.1)
  }

  func name(ofPlace index: Int) -> String { portal.places[index].name.text(in: language) }
  func name(ofActor index: Int) -> String { portal.actors[index].name.text(in: language) }

  /// What an event is called; its date, where its title is nothing but links without words.
  func name(of event: EventReference) -> String {
    let whole = portal.briefs[event.brief].events[event.event]
    let title = whole.title.plainText
    return title.isEmpty ? strings.dates(whole.date) : title
  }
}
