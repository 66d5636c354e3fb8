internal import Diagnostics
internal import Model

extension Portal {
  /// Indices of briefs by their ids or slugs.
  ///
  /// - Throws: where there is none of a name, which is said.
  func briefs(named names: [String], in content: String) throws -> [Int] {
    var known: [String: Int] = [:]
    for index in briefs.indices {
      for name in [briefs[index].id, briefs[index].slug] where known[name] == nil {
        known[name] = index
      }
    }
    return try names.map { name in
      if let index = known[name] { return index }
      let hint = didYouMean(name, among: briefs.map(\.id)).map { "; \($0)" } ?? ""
      throw couldNotRun("there is no brief “\(name)” in “\(content)”\(hint)")
    }
  }
}
