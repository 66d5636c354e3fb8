/// `<name …>content</name>`.
public struct Element<Content: Markup, each A: Attribute>: Markup {
  @usableFromInline let name: StaticString
  @usableFromInline let attributes: (repeat each A)
  @usableFromInline let content: Content

  @inlinable public init(_ name: StaticString, _ attributes: (repeat each A), _ content: Content) {
    self.name = name
    self.attributes = attributes
    self.content = content
  }

  @inlinable public func write(to sink: inout Sink) {
    sink.append("<")
    sink.append(name)
    repeat (each attributes).write(to: &sink)
    sink.append(">")
    content.write(to: &sink)
    sink.append("</")
    sink.append(name)
    sink.append(">")
  }
}

/// `<name …>`: an element of HTML that has no content and no end tag; in XML
/// `<name …/>`.
public struct VoidElement<each A: Attribute>: Markup {
  @usableFromInline let name: StaticString
  @usableFromInline let attributes: (repeat each A)

  @inlinable public init(_ name: StaticString, _ attributes: (repeat each A)) {
    self.name = name
    self.attributes = attributes
  }

  @inlinable public func write(to sink: inout Sink) {
    sink.append("<")
    sink.append(name)
    repeat (each attributes).write(to: &sink)
    sink.endVoidTag()
  }
}

/// `<name …/>`: an element of SVG or XML without content.
public struct EmptyElement<each A: Attribute>: Markup {
  @usableFromInline let name: StaticString
  @usableFromInline let attributes: (repeat each A)

  @inlinable public init(_ name: StaticString, _ attributes: (repeat each A)) {
    self.name = name
    self.attributes = attributes
  }

  @inlinable public func write(to sink: inout Sink) {
    sink.append("<")
    sink.append(name)
    repeat (each attributes).write(to: &sink)
    sink.append("/>")
  }
}

/// Any element by its name.
@inlinable public func element<each A: Attribute, Content: Markup>(
  _ name: StaticString, _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> {
  Element(name, (repeat each attributes), content())
}

/// Any element of SVG or XML without content.
@inlinable public func empty<each A: Attribute>(
  _ name: StaticString, _ attributes: repeat each A
) -> EmptyElement<repeat each A> {
  EmptyElement(name, (repeat each attributes))
}
