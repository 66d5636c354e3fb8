internal import Templates

extension ServerHeaders {
  /// For Netlify (https://docs.netlify.com/manage/routing/headers/) and Cloudflare Pages
  /// (https://developers.cloudflare.com/pages/configuration/headers/).
  ///
  /// Rules that match one file add up, so that none may say again what another said. Both hosts let
  /// pages be kept only until they are asked for anew without being told. Where the site has a page
  /// to search, all have its policy here, and their own in their heads: what holds is the stricter.
  var hosting: String {
    let policy = hasSearch ? ContentPolicy.search : ContentPolicy.page
    let all = [("Content-Security-Policy", Self.policy(policy))] + Self.common
    var text = "\(root)*\n"
    for (name, value) in all { text += "  \(name): \(value)\n" }
    for path in immutable {
      text += "\(root)\(path)\n  Cache-Control: \(CacheClass.immutable.control)\n"
    }
    return text
  }
}
