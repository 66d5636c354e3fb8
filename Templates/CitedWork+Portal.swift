public import Citations
public import Model

extension CitedWork {
  /// A brief as it is cited.
  ///
  /// - Parameter index: in the portal's briefs.
  public init(_ index: Int, in portal: Portal) {
    let page = Page.brief(index)
    let address =
      portal.baseURL.isEmpty ? nil : Links(from: page, in: portal).canonical(page)
    let strings = interfaceStrings(for: portal.briefs[index].language)
    self.init(
      of: portal.briefs[index], in: portal, address: address, note: strings.renderedAt)
  }
}
