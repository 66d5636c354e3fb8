internal import NIOHTTP1

/// What is sent for a request.
struct Answer: Sendable {
  var status: HTTPResponseStatus = .ok
  var type: String
  var bytes: [UInt8]
  /// Where a redirection leads.
  var location: String?

  /// A line of text.
  static func line(_ status: HTTPResponseStatus, _ text: String) -> Answer {
    Answer(status: status, type: "text/plain; charset=utf-8", bytes: Array("\(text)\n".utf8))
  }

  /// - Parameter isLast: whether the connection closes after it.
  func headers(isLast: Bool) -> HTTPHeaders {
    var headers: HTTPHeaders = [
      "Content-Type": type,
      "Content-Length": String(bytes.count),
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin",
    ]
    if let location { headers.add(name: "Location", value: location) }
    if status == .methodNotAllowed { headers.add(name: "Allow", value: "GET, HEAD") }
    if isLast { headers.add(name: "Connection", value: "close") }
    return headers
  }
}
