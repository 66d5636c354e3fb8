#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import HTML

// What stands in a site's way is found before anything is written.

/// Refuses an output folder in which the site and its content would be mixed.
func refuseMixing(_ plan: SitePlan, content: String, output: String) throws(OutputError) {
  guard let inner = realPath(content) else { return }
  let outer = try place(of: output)
  if outer == inner {
    throw OutputError(
      description: "“\(output)” is the content folder; choose another folder for the site")
  }
  if outer.hasPrefix(inner + "/") {
    throw OutputError(
      description:
        "“\(output)” is inside the content folder “\(content)”; choose another for the site")
  }
  let above = outer == "/" ? outer : outer + "/"
  guard inner.hasPrefix(above) else { return }
  let below = inner.dropFirst(above.count)
  if plan.outputs.contains(where: { $0.path == below || $0.path.hasPrefix(below + "/") }) {
    throw OutputError(
      description: "the site would be written into the content folder “\(content)”; choose another "
        + "folder than “\(output)”")
  }
}

/// Refuses to write over files that Chancery did not write, and through symbolic links.
///
/// - Parameter known: `nil` where the folder has no manifest: then a file is Chancery's if it holds
///   what would be written.
func refuseForeign(
  _ plan: SitePlan, _ known: Manifest?, _ renderer: Renderer, _ folder: OutputFolder
) throws(OutputError) {
  if folder.isNew { return }
  var folders: Set<String> = []
  for path in plan.outputs.map(\.path) {
    for above in OutputFolder.folders(of: path).reversed() {
      guard folders.insert(above).inserted else { break }
    }
  }
  for path in folders.sorted() {
    switch folder.kind(of: path) {
    case .nothing, .folder: break
    case .link:
      throw OutputError(
        description:
          "“\(folder.root)/\(path)” is a symbolic link, and nothing is written through it; "
          + "move it away")
    case .file, .other:
      // One of ours is replaced only by hand: it is where a folder has to be.
      throw OutputError(
        description: "“\(folder.root)/\(path)” is where a folder has to be; move it away")
    }
  }
  var sink = Sink()
  for output in plan.outputs {
    let path = output.path
    let isKnown = known.map { $0.contains(path) || !$0.isWhole } ?? false
    let kind = folder.kind(of: path)
    if kind == .folder {
      throw OutputError(
        description: "“\(folder.root)/\(path)” is a folder, where a file has to be; move it away")
    }
    if isKnown || kind == .nothing { continue }
    sink.removeAll()
    try renderer.render(output, to: &sink)
    if kind == .file, folder.read(path) == sink.bytes { continue }
    throw OutputError(
      description:
        "“\(folder.root)/\(path)” was not written by Chancery, and would be written over; "
        + "move it away")
  }
}

/// The absolute path of a folder that need not be there yet, its symbolic links followed.
func place(of folder: String) throws(OutputError) -> String {
  var missing: [Substring] = []
  var parts = folder.split(separator: "/")[...]
  let start = folder.hasPrefix("/") ? "/" : "./"
  while true {
    let path = start + parts.joined(separator: "/")
    if let real = realPath(path) {
      return missing.isEmpty
        ? real : (real == "/" ? "" : real) + "/" + missing.joined(separator: "/")
    }
    guard let last = parts.popLast(), last != ".." else {
      throw OutputError(description: "“\(folder)” leads through a folder that is not there")
    }
    if last != "." { missing.insert(last, at: 0) }
  }
}
