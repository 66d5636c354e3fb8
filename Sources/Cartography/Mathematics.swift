#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The functions of the C library that maps need, so that one file knows where they come from.

func sine(_ angle: Double) -> Double { sin(angle) }
func cosine(_ angle: Double) -> Double { cos(angle) }
func tangent(_ angle: Double) -> Double { tan(angle) }
func arcTangent(_ value: Double) -> Double { atan(value) }
/// Of a value that is brought within -1…1.
func arcSine(_ value: Double) -> Double { asin(min(max(value, -1), 1)) }
/// The angle of (x, y), counter-clockwise from east, in radians.
func angle(x: Double, y: Double) -> Double { atan2(y, x) }
func exponential(_ value: Double) -> Double { exp(value) }
func logarithm(_ value: Double) -> Double { log(value) }
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

extension Double {
  var radians: Double { self * .pi / 180 }
  var degrees: Double { self * 180 / .pi }

  /// The largest of 1, 2 or 5 times a power of ten that is not above this; `nil` below a millionth.
  var roundedDownToStep: Double? {
    guard isFinite, self >= 1e-6 else { return nil }
    var start = 1e-6
    while start * 10 <= self * (1 + 1e-12) { start *= 10 }
    return [5, 2, 1].first { $0 * start <= self * (1 + 1e-12) }.map { $0 * start }
  }
}
