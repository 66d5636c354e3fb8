internal import Diagnostics

/// A link on words that are the same.
func linkChange(
  _ link: (text: String, old: String?, new: String?), _ location: Change.Location,
  _ section: String?
) -> Change {
  let kind: Change.Kind = link.old == nil ? .inserted : link.new == nil ? .deleted : .edited
  var change = Change(kind, .link, "“\(link.text)”")
  change.fields = [.init(name: "leads to", old: link.old, new: link.new)]
  change.location = location
  change.section = section
  return change
}
