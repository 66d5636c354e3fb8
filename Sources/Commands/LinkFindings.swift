internal import Diagnostics
internal import Ingest

/// What recorded results say of the links of a content folder.
struct LinkReport {
  private(set) var findings: [Finding] = []
  /// Addresses, each once.
  private var asked = 0
  private var refused = 0
  private var unasked = 0

  init(_ links: [OutwardLink], _ results: LinkResults) {
    var seen: Set<String> = []
    for link in links {
      let isFirst = seen.insert(link.address).inserted
      guard let result = results[link.address] else {
        if isFirst { unasked += 1 }
        continue
      }
      if isFirst { asked += 1 }
      let day = result.checked.map { ", asked on \($0)" } ?? ""
      switch result.verdict(of: link.address) {
      case .good: continue
      case .refused: if isFirst { refused += 1 }
      case .dead(let status):
        findings.append(
          Finding(
            .warning, "dead-link", at: link.location,
            "“\(link.address)” is not there (\(status)\(day))",
            hint: "mend the address, or lead to an archived copy"))
      case .moved(let address):
        findings.append(
          Finding(
            .warning, "moved-link", at: link.location, "“\(link.address)” has moved\(day)",
            hint: "write “\(address)”"))
      }
    }
  }

  /// “12 addresses: 9 asked for, of which 1 refused to answer; 3 never asked for”.
  var summary: String {
    let count = asked + unasked
    let addresses = count == 1 ? "1 address" : "\(count) addresses"
    let refusals = refused == 0 ? "" : ", of which \(refused) refused to answer"
    return "\(addresses): \(asked) asked for\(refusals); \(unasked) never asked for\n"
  }
}
