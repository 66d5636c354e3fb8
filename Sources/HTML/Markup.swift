/// A piece of markup that writes itself to a sink. Its type says what it is made of, so that a page
/// is one specialised function.
public protocol Markup {
  func write(to sink: inout Sink)
}

/// Text, escaped.
public struct Text: Markup {
  @usableFromInline let text: String
  @inlinable public init(_ text: String) { self.text = text }
  @inlinable public func write(to sink: inout Sink) { sink.append(text: text) }
}

/// Markup known when the program was compiled.
public struct Raw: Markup {
  @usableFromInline let markup: StaticString
  @inlinable public init(_ markup: StaticString) { self.markup = markup }
  @inlinable public func write(to sink: inout Sink) { sink.append(markup) }
}

/// Markup that another writer made, such as an SVG document already escaped.
public struct UnsafeRaw: Markup {
  @usableFromInline let bytes: [UInt8]
  @inlinable public init(unsafe bytes: [UInt8]) { self.bytes = bytes }
  @inlinable public func write(to sink: inout Sink) { sink.append(unsafe: bytes) }
}

/// Markup written by a closure straight to the sink: for what is streamed, such as prose.
public struct Streamed: Markup {
  @usableFromInline let body: (inout Sink) -> Void
  @inlinable public init(_ body: @escaping (inout Sink) -> Void) { self.body = body }
  @inlinable public func write(to sink: inout Sink) { body(&sink) }
}

/// Two pieces in order; longer rows are pairs of pairs.
public struct Pair<First: Markup, Second: Markup>: Markup {
  @usableFromInline let first: First
  @usableFromInline let second: Second
  @inlinable public init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }
  @inlinable public func write(to sink: inout Sink) {
    first.write(to: &sink)
    second.write(to: &sink)
  }
}

/// Several pieces in order, written as statements.
public struct Group<Content: Markup>: Markup {
  @usableFromInline let content: Content
  @inlinable public init(@MarkupBuilder content: () -> Content) { self.content = content() }
  @inlinable public func write(to sink: inout Sink) { content.write(to: &sink) }
}

/// Nothing at all.
public struct Nothing: Markup {
  @inlinable public init() {}
  @inlinable public func write(to sink: inout Sink) {}
}

/// One of two.
public enum Either<First: Markup, Second: Markup>: Markup {
  case first(First)
  case second(Second)

  @inlinable public func write(to sink: inout Sink) {
    switch self {
    case .first(let first): first.write(to: &sink)
    case .second(let second): second.write(to: &sink)
    }
  }
}

/// The same kind of piece for each of a list.
public struct Each<Item: Markup>: Markup {
  @usableFromInline let items: [Item]
  @inlinable public init(_ items: [Item]) { self.items = items }
  @inlinable public func write(to sink: inout Sink) {
    for item in items { item.write(to: &sink) }
  }
}

extension Optional: Markup where Wrapped: Markup {
  @inlinable public func write(to sink: inout Sink) {
    if let self { self.write(to: &sink) }
  }
}

/// Builds markup from statements; a string among them is text.
@resultBuilder
public enum MarkupBuilder {
  @inlinable public static func buildExpression<M: Markup>(_ markup: M) -> M { markup }
  @inlinable public static func buildExpression(_ text: String) -> Text { Text(text) }
  @inlinable public static func buildBlock() -> Nothing { Nothing() }
  @inlinable public static func buildPartialBlock<M: Markup>(first: M) -> M { first }
  @inlinable public static func buildPartialBlock<A: Markup, B: Markup>(
    accumulated: A, next: B
  ) -> Pair<A, B> { Pair(accumulated, next) }
  @inlinable public static func buildOptional<M: Markup>(_ piece: M?) -> M? { piece }
  @inlinable public static func buildEither<A: Markup, B: Markup>(first: A) -> Either<A, B> {
    .first(first)
  }
  @inlinable public static func buildEither<A: Markup, B: Markup>(second: B) -> Either<A, B> {
    .second(second)
  }
  @inlinable public static func buildArray<M: Markup>(_ items: [M]) -> Each<M> { Each(items) }
}
