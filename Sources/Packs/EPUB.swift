public import Cartography
public import Model
public import Publish
internal import Templates

/// A brief as an EPUB 3.3 publication in its container (OCF): a ZIP archive whose first file says
/// what it is. The same content gives the same bytes, whatever the clock.
///
/// - Parameters:
///   - brief: index in the portal's briefs.
///   - content: the folder that the portal was read from, for pictures. A picture that is not what
///     reading systems show (PNG, JPEG, GIF, WebP, or SVG that is complete in itself) is left out,
///     and its text alternative stands for it.
/// - Throws: where a picture cannot be read, or lies outside the folder.
public func epub(
  of brief: Int, in portal: Portal, maps: MapDrawings, content: String
) throws(OutputError) -> [UInt8] {
  let whole = portal.briefs[brief]
  var types: [String: String] = [:]
  var pictures: [String: [UInt8]] = [:]
  for file in whole.files where Picture.isNamedLikeOne(file.name) {
    let bytes = try readContentFile(file.source, in: content)
    if let type = Picture.mediaType(of: bytes) {
      types[file.name] = type
      pictures[file.source] = bytes
    }
  }
  let files = standardEPUB(of: brief, in: portal, maps: maps, pictures: types)
  var archive = ZipArchive(date: whole.lastChange)
  do throws(ZipArchive.Fault) {
    try archive.add("mimetype", Array("application/epub+zip".utf8), isStored: true)
    for file in files {
      switch file.content {
      case .bytes(let bytes): try archive.add(file.path, bytes)
      // What is compressed already gains nothing.
      case .picture(let source):
        try archive.add(
          file.path, pictures[source] ?? [], isStored: file.mediaType != "image/svg+xml")
      }
    }
  } catch {
    let reason = error == .tooLarge ? "it would be larger than 4 GB" : "zlib failed"
    throw OutputError(description: "“\(portal.path(of: .epub(brief)))” cannot be made: \(reason)")
  }
  return archive.archive
}
