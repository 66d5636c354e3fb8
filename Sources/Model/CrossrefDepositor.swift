/// Who registers a portal's DOIs at Crossref. What is not known is asked for when there is something to
/// register, and not before.
public struct CrossrefDepositor: Sendable, Equatable {
  public var name: String?
  /// Where Crossref writes to of what came of a deposit.
  public var email: String?
  /// Who answers for what is registered; the depositor where it is not given.
  public var registrant: String?

  public init(name: String?, email: String?, registrant: String? = nil) {
    self.name = name
    self.email = email
    self.registrant = registrant
  }
}
