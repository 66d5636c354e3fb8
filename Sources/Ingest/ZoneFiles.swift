internal import Diagnostics
internal import Model

/// The GeoJSON files beside a brief's maps, which give zones their shapes; each is read once.
final class ZoneFiles {
  private let folder: ContentFolder
  /// The folder of the maps.
  private let path: String
  private let names: [String]
  private let log: FindingLog
  /// What was read, `nil` where it could not be.
  private var layers: [String: GeoLayer?] = [:]

  private var indices: [String: [String: [Int]]] = [:]

  init(folder: ContentFolder, path: String, entries: [ContentFolder.Entry], log: FindingLog) {
    self.folder = folder
    self.path = path
    self.log = log
    names = entries.filter { !$0.isFolder && $0.name.hasSuffix(".geojson") }.map {
      String($0.name.dropFirst(path.count + 1))
    }
  }

  /// The file that a zone names; `nil` with a finding where it cannot be used.
  func layer(_ name: Record.Name) -> GeoLayer? {
    guard names.contains(name.text) else {
      log.error(
        "missing-file", at: name.location, "there is no file “\(name.text)” beside the map",
        hint: log.didYouMean(name.text, among: names)
          ?? "put a file NAME.geojson into \(path)/, and give its name alone")
      return nil
    }
    if let known = layers[name.text] { return known }
    let layer = folder.read("\(path)/\(name.text)", log: log).flatMap {
      geoLayer($0, checksCrossings: true, edition: folder.edition, log: log)
    }
    layers[name.text] = .some(layer)
    return layer
  }

  /// Indices of a layer's features by what they can be named by, in lower case; found once for each
  /// layer, which `name` tells from others.
  func features(of layer: GeoLayer, in name: String) -> [String: [Int]] {
    if let known = indices[name] { return known }
    var found: [String: [Int]] = [:]
    for (index, feature) in layer.features.enumerated() {
      for key in Set(feature.labels.map { $0.lowercased() }) {
        found[key, default: []].append(index)
      }
    }
    indices[name] = found
    return found
  }

  func warnOfUnused() {
    // What is drawn of them may be left out.
    if folder.edition.audience != nil { return }
    for name in names where layers.index(forKey: name) == nil {
      log.warning(
        "unknown-file", at: SourceLocation(file: "\(path)/\(name)"),
        "no zone of the brief’s maps has its shape from this file",
        hint: "name it in a zone: “geojson: \(name)”, or remove it")
    }
  }
}
