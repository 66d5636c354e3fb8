internal import HTML
internal import Model

extension SourceList {
  /// The citation of a published work as Typst.
  func citation(
    of work: Work, link: (String, String?) -> String, typst: (String) -> String
  ) -> String {
    work.pieces(strings, isRightToLeft: isRightToLeft(brief.language)).map { piece in
      switch piece {
      case .text(let words): typst(words)
      case .whole(let title, let url, _): "#emph[\(link(title, url))];"
      case .part(let title, let url, _): link(title, url)
      case .link(let words, let url): link(words, url)
      }
    }.joined()
  }
}
