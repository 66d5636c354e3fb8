/// An ORCID iD: sixteen digits, the last of which checks the others by ISO 7064, MOD 11-2
/// (https://support.orcid.org/hc/en-us/articles/360006897674).
public struct ORCID: Sendable, Equatable {
  /// `0000-0002-1825-0097`.
  public let bare: String

  /// From the digits alone or its address; `nil` where it cannot be one.
  public init?(_ text: String) {
    var rest = Substring(text)
    for prefix in ["https://orcid.org/", "http://orcid.org/", "orcid.org/"]
    where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
      break
    }
    let bytes = Array(rest.utf8)
    guard bytes.count == 19 else { return nil }
    var total = 0
    for (index, byte) in bytes.enumerated() {
      if index % 5 == 4 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else if index < 18 {
        guard (48...57).contains(byte) else { return nil }
        total = (total + Int(byte) - 48) * 2
      }
    }
    let check = (12 - total % 11) % 11
    guard bytes[18] == (check == 10 ? UInt8(ascii: "X") : UInt8(48 + check)) else { return nil }
    bare = String(rest)
  }

  /// Its address.
  public var url: String { "https://orcid.org/\(bare)" }
}
