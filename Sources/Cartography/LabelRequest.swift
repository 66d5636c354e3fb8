/// A name or an event that is to be shown, and the ways to do it.
struct LabelRequest: Sendable {
  enum Subject: Sendable, Hashable {
    /// Positions in `MapContents.zones`, `marks`, `routes`, `words` and `callouts`.
    case zone(Int)
    case mark(Int)
    case route(Int)
    case words(Int)
    case callout(Int)
    /// A name of a base layer.
    case feature(Int)
  }

  var subject: Subject
  /// What it is hidden with; `nil` for what always stands.
  var layer: MapLayer?
  /// What it costs to show nothing.
  var absence: Double
  var candidates: [LabelCandidate] = []
}
