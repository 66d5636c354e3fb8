// Attributes are a list of one type and siblings are nested pairs: types that are generic over parameter
// packs crash when two threads are the first to need them (Swift issue 72480, seen with 6.3.1).

/// `<name …>content</name>`.
public struct Element<Content: Markup>: Markup {
  @usableFromInline let name: StaticString
  @usableFromInline let attributes: [Attribute?]
  @usableFromInline let content: Content

  @inlinable public init(_ name: StaticString, _ attributes: [Attribute?], _ content: Content) {
    self.name = name
    self.attributes = attributes
    self.content = content
  }

  @inlinable public func write(to sink: inout Sink) {
    sink.append(tag: name, attributes)
    sink.append(">")
    content.write(to: &sink)
    sink.append("</")
    sink.append(name)
    sink.append(">")
  }
}

/// `<name …>`: an element of HTML that has no content and no end tag; in XML
/// `<name …/>`.
public struct VoidElement: Markup {
  @usableFromInline let name: StaticString
  @usableFromInline let attributes: [Attribute?]

  @inlinable public init(_ name: StaticString, _ attributes: [Attribute?]) {
    self.name = name
    self.attributes = attributes
  }

  @inlinable public func write(to sink: inout Sink) {
    sink.append(tag: name, attributes)
    sink.endVoidTag()
  }
}

/// `<name …/>`: an element of SVG or XML without content.
public struct EmptyElement: Markup {
  @usableFromInline let name: StaticString
  @usableFromInline let attributes: [Attribute?]

  @inlinable public init(_ name: StaticString, _ attributes: [Attribute?]) {
    self.name = name
    self.attributes = attributes
  }

  @inlinable public func write(to sink: inout Sink) {
    sink.append(tag: name, attributes)
    sink.append("/>")
  }
}

extension Sink {
  /// A start tag but for its end; an attribute that is `nil` is left out.
  @usableFromInline mutating func append(tag name: StaticString, _ attributes: [Attribute?]) {
    append(UInt8(ascii: "<"))
    append(name)
    for case let attribute? in attributes { attribute.write(to: &self) }
  }
}

/// Any element by its name.
@inlinable public func element<Content: Markup>(
  _ name: StaticString, _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> {
  Element(name, attributes, content())
}

/// Any element of SVG or XML without content.
@inlinable public func empty(_ name: StaticString, _ attributes: Attribute?...) -> EmptyElement {
  EmptyElement(name, attributes)
}
