extension StringProtocol {
  /// Whether it has the form of a language tag (BCP 47): `fr`, `ar`, `zh-Hant`; a primary language of two or
  /// three small letters, and subtags.
  public var isLanguageTag: Bool {
    // Most names have a longer first part, and are not divided to find that out.
    guard (2...3).contains(utf8.prefix(4).prefix { $0 != UInt8(ascii: "-") }.count) else {
      return false
    }
    let parts = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let primary = parts.first, (2...3).contains(primary.count),
      primary.allSatisfy({ (97...122).contains($0) })
    else { return false }
    return parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.count)
        && part.allSatisfy { (97...122).contains($0 | 0x20) || (48...57).contains($0) }
    }
  }
}
