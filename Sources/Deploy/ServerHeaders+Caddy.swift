internal import Templates

extension ServerHeaders {
  /// For a site block.
  var caddy: String {
    """
    # Import this in the block of the site, beside its root.
    header ?Vary Accept-Encoding
    \(common(indent: ""))
    @chancery_search path_regexp ^\(root)\(Self.searchPattern)$
    @chancery_other not path_regexp ^\(root)\(Self.searchPattern)$
    header @chancery_search Content-Security-Policy "\(Self.policy(ContentPolicy.search))"
    header @chancery_other Content-Security-Policy "\(Self.policy(ContentPolicy.page))"

    @chancery_immutable path_regexp ^\(root)\(Self.immutablePattern)$
    @chancery_revalidated not path_regexp ^\(root)\(Self.immutablePattern)$
    header @chancery_immutable Cache-Control "\(CacheClass.immutable.control)"
    header @chancery_revalidated Cache-Control "\(CacheClass.revalidated.control)"

    \(types)
    file_server {
    \tprecompressed br gzip
    \thide .chancery-* .ht* _headers
    }

    handle_errors {
    \t@chancery_missing expression {http.error.status_code} == 404
    \trewrite @chancery_missing \(root)404.html
    \(common(indent: "\t"))\theader Content-Security-Policy "\(Self.policy(ContentPolicy.page))"
    \theader Cache-Control "\(CacheClass.revalidated.control)"
    \tfile_server {
    \t\tprecompressed br gzip
    \t}
    }

    """
  }

  private func common(indent: String) -> String {
    Self.common.map { "\(indent)header \($0.name) \"\($0.value)\"\n" }.joined()
  }

  /// Of files that are there: an answer that tells of a missing one is a page.
  private var types: String {
    Self.types.map { type, isText, suffixes in
      let name = "@chancery_\(suffixes[0])"
      let paths = suffixes.map { "*.\($0)" }.joined(separator: " ")
      return """
        \(name) {
        \tpath \(paths)
        \tfile
        }
        header \(name) Content-Type "\(type)\(isText ? "; charset=utf-8" : "")"

        """
    }.joined()
  }
}
