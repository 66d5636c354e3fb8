internal import Model

/// What is accessible of a publication, from what is in it: schema.org's properties as EPUB
/// Accessibility 1.1 asks for them. https://www.w3.org/TR/epub-a11y-11/#sec-disc-package
struct EPUBAccess {
  let hasMaps: Bool
  let hasCharts: Bool
  /// Whether it shows pictures that content gives.
  let hasPictures: Bool
  /// Whether each of those has a text alternative.
  let areDescribed: Bool
  /// Whether any of those may move.
  let mayMove: Bool

  func metadata(_ strings: any InterfaceStrings) -> [(property: String, value: String)] {
    var metadata = [("accessMode", "textual")]
    if hasMaps || hasCharts || hasPictures { metadata.append(("accessMode", "visual")) }
    let isTextEnough = !hasPictures || areDescribed
    metadata.append(("accessModeSufficient", isTextEnough ? "textual" : "textual,visual"))
    metadata += ["tableOfContents", "structuralNavigation", "readingOrder"].map {
      ("accessibilityFeature", $0)
    }
    if hasMaps || hasCharts || hasPictures, isTextEnough {
      metadata.append(("accessibilityFeature", "alternativeText"))
    }
    if hasMaps || hasCharts { metadata.append(("accessibilityFeature", "longDescription")) }
    metadata.append(("accessibilityHazard", mayMove ? "unknown" : "none"))
    metadata.append(
      (
        "accessibilitySummary",
        strings.accessibility(
          hasPictures: hasPictures, areDescribed: areDescribed, hasMaps: hasMaps,
          hasCharts: hasCharts)
      ))
    return metadata
  }
}
