internal import ArgumentParser
internal import Model

/// Where a site will be published, as the commands take it that write addresses.
struct BaseURLOption: ParsableArguments {
  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "Where the site will be published, in place of portal.yaml's.", valueName: "url"))
  var baseURL: String?

  func validate() throws {
    if let baseURL, !isBaseURL(baseURL) {
      throw ValidationError("--base-url must be an address such as https://briefs.example.org/")
    }
  }

  /// What makes other files of the same content.
  var settings: [String] { ["base-url", baseURL ?? ""] }

  func apply(to portal: inout Portal) {
    guard let baseURL else { return }
    portal.baseURL = (baseURL.hasSuffix("/") ? baseURL : baseURL + "/") + portal.sitePath
  }
}

/// Whether a text is `http(s)://HOST[/PATH]`, of characters that an address may hold.
private func isBaseURL(_ text: String) -> Bool {
  guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
  let rest = text.utf8.dropFirst(scheme.utf8.count)
  guard let first = rest.first, first != UInt8(ascii: "/") else { return false }
  return rest.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"'<>\\^`{|}?#".utf8.contains($0) }
}
