internal import Cartography
internal import HTML
internal import Model

/// A map in a publication: its drawings as pictures, whose colours no reading system changes, then the
/// legend and the credits.
struct EPUBMap: Markup {
  let context: PageContext
  /// Index in the brief's maps.
  let map: Int
  let drawing: MapDrawing

  func write(to sink: inout Sink) {
    let size = drawing.size
    div(.class("map-block")) {
      forEach(drawing.dates.enumerated()) { panel, date in
        if let date { p(.class("map-date")) { context.strings.date(date) } }
        p(.class("map")) {
          img(
            .src(Self.path(map: map, panel: panel)), .alt(alternative(date)),
            .width(Int(size.width)), .height(Int(size.height)))
        }
      }
      drawing.legend { context.links.href($0) }.list(picture: Self.path(of:))
      drawing.credits
    }.write(to: &sink)
  }

  private func alternative(_ date: PartialDate?) -> String {
    Self.alternative(of: map, date, in: context)
  }

  /// Short: all that the map shows stands in words on its own page.
  static func alternative(of map: Int, _ date: PartialDate?, in context: PageContext) -> String {
    let map = context.portal.briefs[context.page.brief ?? 0].maps[map]
    let title = "\(context.strings.map(map.number))\(context.strings.colon)\(map.title)"
    let parts = [title, date.map(context.strings.date), map.description].compactMap(\.self)
    return parts.joined(separator: ". ")
  }

  static func path(map: Int, panel: Int) -> String {
    panel == 0 ? "maps/\(map + 1).svg" : "maps/\(map + 1)-\(panel + 1).svg"
  }

  static func path(of picture: LegendPicture) -> String { "signs/\(picture.name).svg" }
}
