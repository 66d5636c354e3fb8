#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A colour of sRGB, written `#rrggbb`.
public struct Colour: Sendable, Equatable {
  public let red: UInt8
  public let green: UInt8
  public let blue: UInt8

  public init?(_ text: String) {
    guard text.utf8.count == 7, text.utf8.first == UInt8(ascii: "#"),
      text.utf8.dropFirst().allSatisfy({ UInt8(ascii: "+") != $0 && UInt8(ascii: "-") != $0 }),
      let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    red = UInt8(value >> 16)
    green = UInt8(value >> 8 & 255)
    blue = UInt8(value & 255)
  }

  private init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  public var text: String {
    "#"
      + [red, green, blue].map { part in
        (part < 16 ? "0" : "") + String(part, radix: 16)
      }.joined()
  }

  /// WCAG 2's relative luminance, from 0 for black to 1 for white.
  public var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// WCAG 2's contrast ratio, from 1 to 21.
  public func contrast(with other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// So many hundredths of the way to white.
  public func lightened(by hundredths: Int) -> Colour {
    func mixed(_ part: UInt8) -> UInt8 {
      UInt8(Int(part) + (255 - Int(part)) * min(max(hundredths, 0), 100) / 100)
    }
    return Colour(red: mixed(red), green: mixed(green), blue: mixed(blue))
  }
}
