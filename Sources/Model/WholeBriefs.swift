/// Gives a portal's briefs whole, where the portal itself holds them without the bodies of their sections
/// and notes: so that memory need not hold all bodies at once.
public protocol WholeBriefs: Sendable {
  /// - Parameter index: in `Portal.briefs`.
  /// - Throws: where the bodies are not to be had any more.
  func brief(_ index: Int) throws(BriefUnavailable) -> Brief
}

/// Why a brief cannot be had whole.
public struct BriefUnavailable: Error, CustomStringConvertible {
  public let description: String

  public init(description: String) { self.description = description }
}

extension Portal: WholeBriefs {
  /// A portal that holds its briefs whole gives them itself.
  public func brief(_ index: Int) throws(BriefUnavailable) -> Brief { briefs[index] }
}

extension WholeBriefs {
  /// A portal with all its briefs whole.
  public func whole(_ portal: Portal) throws(BriefUnavailable) -> Portal {
    var whole = portal
    for index in portal.briefs.indices { whole.briefs[index] = try brief(index) }
    return whole
  }
}
