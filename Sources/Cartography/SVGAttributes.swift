import HTML

/// An attribute of SVG. (Inside a list of attributes of any types, a literal after a leading dot would
/// be taken for a `String`.)
func attribute(_ name: StaticString, _ value: String) -> TextAttribute { .attribute(name, value) }

/// An attribute of SVG whose value is in units of the drawing.
func attribute(_ name: StaticString, _ value: Double) -> TextAttribute {
  .attribute(name, decimal(value))
}
