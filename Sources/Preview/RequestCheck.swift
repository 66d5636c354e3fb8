internal import NIOHTTP1

/// What a request must be to be answered: of this machine's own browser, and without a body.
struct RequestCheck {
  let port: Int

  /// Why a request is refused; `nil` where it is not.
  func refusal(of head: HTTPRequestHead) -> (status: HTTPResponseStatus, reason: String)? {
    let hosts = head.headers["host"]
    guard hosts.count == 1, let host = hosts.first else {
      return (.badRequest, "A request names one host.")
    }
    // A site elsewhere whose name was made to lead here must not read what is served here.
    guard isOwn(host) else {
      return (.misdirectedRequest, "The preview answers to localhost, 127.0.0.1 and [::1] only.")
    }
    if !head.headers["transfer-encoding"].isEmpty
      || head.headers["content-length"].contains(where: { $0 != "0" })
    {
      return (.payloadTooLarge, "The preview takes no bodies.")
    }
    guard head.method == .GET || head.method == .HEAD else {
      return (.methodNotAllowed, "The preview answers GET and HEAD.")
    }
    if isForeign(head.headers, host: host) {
      return (.forbidden, "Pages of other sites may link to the preview, and not use its files.")
    }
    return nil
  }

  /// Whether a host is this machine's loopback interface at this port; the port may be left out for 80.
  private func isOwn(_ host: String) -> Bool {
    let host = host.lowercased()
    return ["localhost", "127.0.0.1", "[::1]"].contains { name in
      host == "\(name):\(port)" || (port == 80 && host == name)
    }
  }

  /// Whether a page of another origin asks, for something else than to be left for this page.
  private func isForeign(_ headers: HTTPHeaders, host: String) -> Bool {
    if let origin = headers.first(name: "origin"),
      origin.lowercased() != "http://\(host.lowercased())"
    {
      return true
    }
    guard let site = headers.first(name: "sec-fetch-site"), site != "same-origin", site != "none"
    else { return false }
    return headers.first(name: "sec-fetch-mode") != "navigate"
      || headers.first(name: "sec-fetch-dest") != "document"
  }
}
