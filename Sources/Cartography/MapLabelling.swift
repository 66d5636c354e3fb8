public import Model

/// The labelling of a map by itself, for timing it: everything before it is done when this is made.
public struct MapLabelling: Sendable {
  private let contents: MapContents
  private let language: String

  public init(_ map: ZoneMap, of brief: Brief, in portal: Portal) {
    contents = MapContents(map, of: brief, in: portal)
    language = brief.language
  }

  /// Gives all names, keys and numbers their places at both sizes.
  ///
  /// - Returns: how many names stand in the drawing read in a column, and how many letters for one.
  public func place() -> (names: Int, keys: Int) {
    let labels = MapLabels(of: contents, language: language)
    return (
      labels.words.count { $0.visibility.isShown(in: .wide) },
      labels.keySigns.count { $0.visibility.isShown(in: .wide) }
    )
  }
}
