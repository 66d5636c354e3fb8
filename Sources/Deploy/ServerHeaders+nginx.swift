internal import Templates

extension ServerHeaders {
  /// For a server block. nginx lets a place that adds a header drop all that it would inherit, so that
  /// each place has all of them.
  var nginx: String {
    let texts = Self.types.filter { $0.isText && $0.type != "text/html" }.map(\.type)
    return """
      # Include this in the block of the server, whose root is the folder that is shown at “/”.
      index index.html;
      error_page 404 \(root)404.html;
      gzip_static on;
      gzip_vary on;
      # With Debian’s libnginx-mod-http-brotli-static:
      # brotli_static on;
      charset utf-8;
      charset_types \(texts.joined(separator: " "));
      default_type application/octet-stream;
      types {
      \(Self.types.map { "  \($0.type) \($0.suffixes.joined(separator: " "));\n" }.joined())}

      location \(root) {
      \(block(.revalidated, ContentPolicy.page))}

      location ~ "^\(root)\(Self.searchPattern)$" {
      \(block(.revalidated, ContentPolicy.search))}

      location ~ "^\(root)\(Self.immutablePattern)$" {
      \(block(.immutable, ContentPolicy.page))}

      # What Chancery keeps for itself.
      location ~ "/\\.(?!well-known/)" {
      \(block(.revalidated, ContentPolicy.page))  return 404;
      }

      """
  }

  private func block(_ cache: CacheClass, _ policy: String) -> String {
    let all = [("Cache-Control", cache.control), ("Content-Security-Policy", Self.policy(policy))]
    return (all + Self.common).map { "  add_header \($0) \"\($1)\" always;\n" }.joined()
  }
}
