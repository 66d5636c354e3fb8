import HTML

/// An attribute of SVG.
func attribute(_ name: StaticString, _ value: String) -> Attribute { .attribute(name, value) }

/// An attribute of SVG whose value is in units of the drawing.
func attribute(_ name: StaticString, _ value: Double) -> Attribute {
  .attribute(name, decimal(value))
}
