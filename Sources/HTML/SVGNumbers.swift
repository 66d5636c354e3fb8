// Numbers and attributes of drawings.

/// A number of tenths as short as SVG allows: `12`, `1.5`, `-.3`.
public func decimal(tenths: Int) -> String {
  let (whole, tenth) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
  let sign = tenths < 0 ? "-" : ""
  if tenth == 0 { return "\(sign)\(whole)" }
  return whole == 0 ? "\(sign).\(tenth)" : "\(sign)\(whole).\(tenth)"
}

/// A number of a drawing to a tenth of a unit, as far as a million units; 0 for what is no number.
public func decimal(_ value: Double) -> String {
  guard value.isFinite else { return "0" }
  return decimal(tenths: Int((min(max(value, -1e6), 1e6) * 10).rounded()))
}

/// An attribute of SVG.
public func attribute(_ name: StaticString, _ value: String) -> Attribute {
  .attribute(name, value)
}

/// An attribute of SVG whose value is in units of the drawing.
public func attribute(_ name: StaticString, _ value: Double) -> Attribute {
  .attribute(name, decimal(value))
}
