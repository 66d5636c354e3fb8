internal import Model

// The words of maps, tables, sources and of the portal's records.
extension InterfaceStrings {
  var zones: String { "Zones" }
  var zone: String { "Zone" }
  var category: String { "Category" }
  var confidence: String { "Confidence" }
  func confidence(_ confidence: Zone.Confidence) -> String { confidence.rawValue }
  var area: String { "Area, km²" }
  var areaByDate: String { "Area on each date, km²" }
  var support: String { "Stated in" }
  var criterion: String { "Why it is there" }
  var placesShown: String { "Places shown" }
  var place: String { "Place" }
  var kind: String { "Kind" }
  var latitude: String { "Latitude" }
  var longitude: String { "Longitude" }
  var basis: String { "Basis" }
  var coordinates: String { "Coordinates" }
  var approximate: String { "approximate" }
  var movements: String { "Movements and routes" }
  func movement(from: String, to: String) -> String { "From \(from) to \(to)" }
  var callouts: String { "Events on the map" }
  func shownAbove(_ label: String) -> String { "\(label) is shown above." }
  func downloadCSV(_ table: String) -> String { "Download \(table) as CSV" }
  var downloadMap: String { "Download this map" }
  var asDrawing: String { "as a drawing (SVG)" }
  var asData: String { "as data (GeoJSON)" }
  var onTheMaps: String { "On the maps" }
  func position(of place: String) -> String { "Where \(place) lies" }
  var source: String { "Source" }
  var notKnown: String { "not known" }

  var publishedWorks: String { "Published works" }
  var interviews: String { "Interviews and observation" }
  var date: String { "Date" }
  var who: String { "Who" }
  var location: String { "Where" }
  var usedIn: String { "Notes" }
  func usedIn(_ count: Int) -> String { count == 1 ? "Note" : "Notes" }
  var observation: String { "field observation" }
  var someInterviews: String { "Interviews" }
  var oneInterview: String { "Interview" }
  func interviews(with role: String) -> String { "Interviews with \(role)" }
  func interview(with role: String) -> String { "Interview with \(role)" }
  var editors: String { "ed." }
  var undatedWork: String { "n.d." }

  var mentionedIn: String { "Mentioned in" }
  var abstractInText: String { "front page" }
  var areas: String { "Areas" }
  var relations: String { "Relations" }
  var within: String { "In" }
  var orcid: String { "ORCID" }
  var website: String { "Website" }
  var and: String { "and" }
}
