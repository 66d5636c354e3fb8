public import Model

extension MapDrawing {
  /// The size of a map's drawing in its own units, without drawing it: for pages that show it as an
  /// image.
  public static func size(
    of map: ZoneMap, in portal: Portal
  ) -> (width: Double, height: Double) {
    (Frame.width, Frame(for: map, in: portal).height)
  }
}
