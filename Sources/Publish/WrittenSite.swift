/// Paths of the files that the last build wrote into a site's folder, in order.
package func writtenFiles(in site: String) -> [String] {
  (Manifest(readFile("\(site)/\(Manifest.path)")) ?? Manifest()).files.keys.sorted()
}

extension OutputFolder {
  /// A folder beside a site, made where there is none.
  ///
  /// - Throws: where it lies in the site.
  package init(_ path: String, outside site: String) throws(OutputError) {
    let inner = try place(of: path)
    let outer = try place(of: site)
    guard inner != outer, !inner.hasPrefix(outer == "/" ? outer : outer + "/") else {
      throw OutputError(
        description: "“\(path)” is inside the site “\(site)”; choose another folder")
    }
    try self.init(path)
  }
}
