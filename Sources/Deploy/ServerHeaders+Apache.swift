internal import Templates

extension ServerHeaders {
  /// For `.htaccess`, or the block of the site’s directory. Needs mod_headers, mod_mime and, to send
  /// compressed files, mod_rewrite.
  var apache: String {
    let texts = Self.types.filter(\.isText).flatMap(\.suffixes).map { ".\($0)" }
    let immutable = #"\.[0-9a-f]{8}\.(css|js|svg)"#
    return """
      # The directory’s block has to say: AllowOverride FileInfo Indexes Options=MultiViews
      Options -MultiViews
      DirectoryIndex index.html
      ErrorDocument 404 \(root)404.html
      RedirectMatch 404 "/\\.(?!well-known/)"

      \(Self.types.map { "AddType \($0.type) \($0.suffixes.map { ".\($0)" }.joined(separator: " "))\n" }.joined())\
      AddCharset utf-8 \(texts.joined(separator: " "))
      # “.br” is Breton to Debian’s Apache.
      RemoveLanguage .br
      RemoveType .gz
      AddEncoding br .br
      AddEncoding gzip .gz

      RewriteEngine on
      RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
      RewriteCond %{REQUEST_FILENAME}.br -f
      RewriteRule ^(.+)$ $1.br [E=no-gzip:1,END]
      RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
      RewriteCond %{REQUEST_FILENAME}.gz -f
      RewriteRule ^(.+)$ $1.gz [E=no-gzip:1,END]

      Header append Vary Accept-Encoding
      Header always set Cache-Control "\(CacheClass.revalidated.control)"
      Header always set Content-Security-Policy "\(Self.policy(ContentPolicy.page))"
      \(Self.common.map { "Header always set \($0.name) \"\($0.value)\"\n" }.joined())\
      <FilesMatch "\(immutable)(\\.br|\\.gz)?$">
        Header always set Cache-Control "\(CacheClass.immutable.control)"
      </FilesMatch>
      <FilesMatch "^search\\.html(\\.br|\\.gz)?$">
        Header always set Content-Security-Policy "\(Self.policy(ContentPolicy.search))"
      </FilesMatch>

      """
  }
}
