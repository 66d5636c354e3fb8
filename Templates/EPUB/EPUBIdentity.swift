internal import Model

/// By what a publication is known.
///
/// A brief that renders a work published elsewhere is a publication of its own: the work's DOI and
/// ISBN are those of its source.
struct EPUBIdentity {
  /// The first is the unique one.
  let identifiers: [Identifier]
  let sources: [String]
  let publisher: String?

  struct Identifier: Equatable {
    var text: String
    /// In ONIX's code list 5: 06 for a DOI, 02 and 15 for an ISBN.
    var onixCode: String?
  }

  init(of index: Int, in portal: Portal) {
    let brief = portal.briefs[index]
    let known = [
      brief.doi.map { Identifier(text: Self.doi($0), onixCode: "06") },
      brief.isbn.flatMap(Self.isbn),
    ].compactMap(\.self)
    let own = Identifier(text: Self.urn(of: brief, in: portal))
    if let original = brief.original {
      identifiers = [own]
      let url = original.url.flatMap { url in
        brief.doi.map { url.hasSuffix($0) } ?? false ? nil : url
      }
      sources = known.map(\.text) + [url].compactMap(\.self)
      publisher = portal.publisher?.name ?? portal.title
    } else {
      identifiers = known.isEmpty ? [own] : known
      sources = []
      publisher = (brief.publisher ?? portal.publisher)?.name
    }
  }

  private static func doi(_ doi: String) -> String {
    for prefix in ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "doi:"]
    where doi.hasPrefix(prefix) {
      return "doi:" + doi.dropFirst(prefix.count)
    }
    return "doi:" + doi
  }

  private static func isbn(_ isbn: String) -> Identifier? {
    let digits = isbn.filter { $0.isNumber || $0 == "X" }
    guard digits.utf8.count == 10 || digits.utf8.count == 13 else { return nil }
    return Identifier(text: "urn:isbn:\(digits)", onixCode: digits.utf8.count == 10 ? "02" : "15")
  }

  /// A UUID of version 8 (RFC 9562), of the brief's address on the web: the same as long as that is.
  private static func urn(of brief: Brief, in portal: Portal) -> String {
    let name = Array("\(portal.baseURL)#\(brief.id)".utf8)
    var bytes: [UInt8] = []
    for seed in [0xcbf2_9ce4_8422_2325, 0x9e37_79b9_7f4a_7c15] as [UInt64] {
      // FNV-1a, its result mixed as MurmurHash3 ends.
      var sum = name.reduce(seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
      sum = (sum ^ (sum >> 33)) &* 0xff51_afd7_ed55_8ccd
      sum = (sum ^ (sum >> 33)) &* 0xc4ce_b9fe_1a85_ec53
      sum ^= sum >> 33
      bytes += stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: sum >> $0) }
    }
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "urn:uuid:" + text
  }
}
