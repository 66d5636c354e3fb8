public import Citations
public import Model

extension CitedWork {
  /// A brief as it is cited.
  ///
  /// - Parameter index: in the portal's briefs.
  public init(_ index: Int, in portal: Portal) {
    self.init(
      index, in: portal, links: Links(from: .brief(index), in: portal),
      strings: interfaceStrings(for: portal.briefs[index].language))
  }

  /// The brief of a page, whose strings are in its language.
  init(_ index: Int, _ context: PageContext) {
    self.init(index, in: context.portal, links: context.links, strings: context.strings)
  }

  private init(
    _ index: Int, in portal: Portal, links: Links, strings: any InterfaceStrings
  ) {
    let address = portal.baseURL.isEmpty ? nil : links.canonical(.brief(index))
    self.init(
      of: portal.briefs[index], in: portal, address: address, note: strings.renderedAt)
  }
}
