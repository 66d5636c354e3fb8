public import Diagnostics

/// What a tool found behind addresses of the web, as its user recorded it.
public struct LinkResults: Sendable {
  /// What came of asking for an address.
  public struct Result: Sendable, Equatable {
    /// A status of HTTP, `ok`, or a word for why there was none: `dns`, `timeout`.
    public var status: String
    /// Where it led in the end.
    public var redirect: String?
    /// When it was asked.
    public var checked: String?
  }

  private var results: [String: Result] = [:]

  /// From a file of comma-separated values with a header: `url` and `status`, and where they are known
  /// `redirect` and `checked`. Where an address stands twice, what was asked later holds, else what stands later.
  ///
  /// - Parameter name: what findings call the file.
  public static func read(_ bytes: [UInt8], name: String) -> (
    results: LinkResults, findings: [Finding]
  ) {
    let log = FindingLog()
    var read = LinkResults()
    let bytes = bytes.withoutByteOrderMark
    guard checkedText(bytes, file: name, log: log) else { return (read, log.findings) }
    let file = SourceFile(name: name, bytes: bytes)
    guard let table = CSV(file, log: log), let header = table.rows.first?.map(\.text) else {
      return (read, log.findings)
    }
    let columns = header.map { $0.lowercased() }
    guard let url = columns.firstIndex(of: "url"), let status = columns.firstIndex(of: "status")
    else {
      log.error(
        "link-results", at: file.start, "the first line names no columns “url” and “status”",
        hint: "begin the file with: url,status,redirect,checked")
      return (read, log.findings)
    }
    let (redirect, checked) = (
      columns.firstIndex(of: "redirect"), columns.firstIndex(of: "checked")
    )
    func text(_ row: [CSV.Field], _ column: Int?) -> String? {
      column.map { row[$0].text }.flatMap { $0.isEmpty ? nil : $0 }
    }
    for row in table.rows.dropFirst() {
      let result = Result(
        status: row[status].text, redirect: text(row, redirect), checked: text(row, checked))
      let address = normalAddress(row[url].text)
      if let known = read.results[address]?.checked, known > result.checked ?? "" { continue }
      read.results[address] = result
    }
    return (read, log.findings)
  }

  /// However the address is written.
  public subscript(address: String) -> Result? { results[normalAddress(address)] }
}

extension LinkResults.Result {
  /// What a result says of a link.
  public enum Verdict: Sendable, Equatable {
    case good
    /// It is not there, with what was recorded.
    case dead(String)
    /// It has moved for good.
    case moved(String)
    /// The server does not answer programs, which says nothing.
    case refused
  }

  public func verdict(of address: String) -> Verdict {
    let word = status.lowercased()
    if word.isEmpty || ["ok", "good", "alive"].contains(word) { return moved(from: address) }
    guard let code = Int(word) else { return .dead(status) }
    switch code {
    case 200..<300: return moved(from: address)
    case 301, 308:
      guard let redirect else { return .dead("\(status): moved, and not recorded where to") }
      guard redirect != address else { return .good }
      return Self.isAddress(redirect) ? .moved(redirect) : .dead("moved to “\(redirect)”")
    case 300..<400: return .good
    // Asked to log in, not to ask so often, or not to ask at all.
    case 401, 403, 405, 406, 407, 429, 451, 999: return .refused
    case 0: return .dead("no answer")
    default: return .dead(status)
    }
  }

  /// Names that are made to lead elsewhere have not moved, nor has what only got a slash or a safe scheme.
  private func moved(from address: String) -> Verdict {
    guard let redirect else { return .good }
    let host = Self.bare(address).prefix { $0 != "/" }
    if ["doi.org", "dx.doi.org", "hdl.handle.net", "purl.org", "w3id.org", "n2t.net"].contains(host)
    {
      return .good
    }
    if Self.bare(normalAddress(address)) == Self.bare(normalAddress(redirect)) { return .good }
    return Self.isAddress(redirect) ? .moved(redirect) : .dead("leads to “\(redirect)”")
  }

  private static func isAddress(_ text: String) -> Bool {
    let lower = text.lowercased()
    return (lower.hasPrefix("https://") || lower.hasPrefix("http://")) && !text.contains(" ")
  }

  private static func bare(_ address: String) -> String {
    var rest = address.prefix { $0 != "#" }
    for scheme in ["https://", "http://"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    while rest.last == "/" { rest.removeLast() }
    let host = rest.prefix { $0 != "/" }
    return host.lowercased() + rest[host.endIndex...]
  }
}
