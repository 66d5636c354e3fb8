/// One attribute; its type says how its value is escaped.
public protocol Attribute {
  func write(to sink: inout Sink)
}

/// ` name="text"`, escaped.
public struct TextAttribute: Attribute {
  @usableFromInline let name: StaticString
  @usableFromInline let value: String
  @inlinable public init(_ name: StaticString, _ value: String) {
    self.name = name
    self.value = value
  }
  @inlinable public func write(to sink: inout Sink) {
    sink.append(" ")
    sink.append(name)
    sink.append("=\"")
    sink.append(text: value)
    sink.append("\"")
  }
}

/// ` name="address"`, percent-encoded; an address that could run code is left empty.
public struct URLAttribute: Attribute {
  @usableFromInline let name: StaticString
  @usableFromInline let value: String
  @inlinable public init(_ name: StaticString, _ value: String) {
    self.name = name
    self.value = value
  }
  @inlinable public func write(to sink: inout Sink) {
    sink.append(" ")
    sink.append(name)
    sink.append("=\"")
    if !isDangerousURL(value.utf8) { sink.append(url: value) }
    sink.append("\"")
  }
}

/// ` name="12"`.
public struct NumberAttribute: Attribute {
  @usableFromInline let name: StaticString
  @usableFromInline let value: Int
  @inlinable public init(_ name: StaticString, _ value: Int) {
    self.name = name
    self.value = value
  }
  @inlinable public func write(to sink: inout Sink) {
    sink.append(" ")
    sink.append(name)
    sink.append("=\"")
    sink.append(value)
    sink.append("\"")
  }
}

/// ` name`, in XML ` name=""`; or nothing.
public struct FlagAttribute: Attribute {
  @usableFromInline let name: StaticString
  @usableFromInline let value: Bool
  @inlinable public init(_ name: StaticString, _ value: Bool) {
    self.name = name
    self.value = value
  }
  @inlinable public func write(to sink: inout Sink) {
    guard value else { return }
    sink.append(" ")
    sink.append(name)
    if sink.syntax == .xml { sink.append("=\"\"") }
  }
}

/// An attribute that is there only when it has a value.
extension Optional: Attribute where Wrapped: Attribute {
  @inlinable public func write(to sink: inout Sink) {
    if let self { self.write(to: &sink) }
  }
}

extension Attribute where Self == TextAttribute {
  @inlinable public static func `class`(_ value: String) -> Self { .init("class", value) }
  @inlinable public static func id(_ value: String) -> Self { .init("id", value) }
  @inlinable public static func lang(_ value: String) -> Self { .init("lang", value) }
  @inlinable public static func dir(_ value: String) -> Self { .init("dir", value) }
  @inlinable public static func role(_ value: String) -> Self { .init("role", value) }
  @inlinable public static func rel(_ value: String) -> Self { .init("rel", value) }
  @inlinable public static func type(_ value: String) -> Self { .init("type", value) }
  @inlinable public static func name(_ value: String) -> Self { .init("name", value) }
  @inlinable public static func content(_ value: String) -> Self { .init("content", value) }
  @inlinable public static func scope(_ value: String) -> Self { .init("scope", value) }
  @inlinable public static func datetime(_ value: String) -> Self { .init("datetime", value) }
  @inlinable public static func ariaLabel(_ value: String) -> Self { .init("aria-label", value) }
  @inlinable public static func ariaCurrent(_ value: String) -> Self {
    .init("aria-current", value)
  }
  @inlinable public static func ariaLabelledby(_ value: String) -> Self {
    .init("aria-labelledby", value)
  }
  /// Any other attribute whose value is text.
  @inlinable public static func attribute(_ name: StaticString, _ value: String) -> Self {
    .init(name, value)
  }
}

extension Attribute where Self == URLAttribute {
  @inlinable public static func href(_ value: String) -> Self { .init("href", value) }
  @inlinable public static func src(_ value: String) -> Self { .init("src", value) }
}

extension Attribute where Self == NumberAttribute {
  @inlinable public static func number(_ name: StaticString, _ value: Int) -> Self {
    .init(name, value)
  }
}

extension Attribute where Self == FlagAttribute {
  @inlinable public static func flag(_ name: StaticString, _ value: Bool = true) -> Self {
    .init(name, value)
  }
}
