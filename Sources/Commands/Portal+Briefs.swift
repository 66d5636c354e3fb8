internal import Diagnostics
internal import Model

extension Portal {
  /// Indices of briefs by their ids or slugs.
  ///
  /// - Throws: where there is none of a name, which is said.
  func briefs(named names: [String], in content: String) throws -> [Int] {
    let unknown = names.filter { name in !briefs.contains { $0.id == name || $0.slug == name } }
    if let name = unknown.first {
      let hint = didYouMean(name, among: briefs.map(\.id)).map { "; \($0)" } ?? ""
      throw couldNotRun("there is no brief “\(name)” in “\(content)”\(hint)")
    }
    return names.compactMap { name in briefs.firstIndex { $0.id == name || $0.slug == name } }
  }
}
