internal import HTML

/// A piece of markup for each of some items, streamed: for pieces whose type a `for` statement in a
/// markup builder cannot name, such as what another function composes.
func forEach<Item, Piece: Markup>(
  _ items: some Sequence<Item>, @MarkupBuilder _ piece: @escaping (Item) -> Piece
) -> Streamed {
  Streamed { sink in
    for item in items { piece(item).write(to: &sink) }
  }
}
