/// One attribute of an element; its kind says how its value is escaped.
public struct Attribute: Sendable {
  @usableFromInline enum Value: Sendable {
    case text(String)
    case address(String)
    case number(Int)
    case flag(Bool)
  }

  @usableFromInline let name: StaticString
  @usableFromInline let value: Value

  @inlinable init(_ name: StaticString, value: Value) {
    self.name = name
    self.value = value
  }

  /// ` name="text"`, escaped.
  @inlinable public init(_ name: StaticString, _ text: String) {
    self.init(name, value: .text(text))
  }

  /// ` name="address"`, percent-encoded; an address that could run code is left empty.
  @inlinable public init(_ name: StaticString, address: String) {
    self.init(name, value: .address(address))
  }

  /// ` name="12"`.
  @inlinable public init(_ name: StaticString, _ number: Int) {
    self.init(name, value: .number(number))
  }

  /// ` name`, in XML ` name=""`; or nothing.
  @inlinable public init(_ name: StaticString, _ isOn: Bool) {
    self.init(name, value: .flag(isOn))
  }

  public func write(to sink: inout Sink) {
    if case .flag(false) = value { return }
    sink.append(UInt8(ascii: " "))
    sink.append(name)
    if case .flag = value {
      if sink.syntax == .xml { sink.append("=\"\"") }
      return
    }
    sink.append("=\"")
    switch value {
    case .text(let text): sink.append(text: text)
    case .address(let address): if !isDangerousURL(address.utf8) { sink.append(url: address) }
    case .number(let number): sink.append(number)
    case .flag: break
    }
    sink.append(UInt8(ascii: "\""))
  }
}

extension Attribute {
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

  @inlinable public static func href(_ value: String) -> Self { .init("href", address: value) }
  @inlinable public static func src(_ value: String) -> Self { .init("src", address: value) }

  @inlinable public static func number(_ name: StaticString, _ value: Int) -> Self {
    .init(name, value)
  }

  @inlinable public static func flag(_ name: StaticString, _ value: Bool = true) -> Self {
    .init(name, value)
  }
}
