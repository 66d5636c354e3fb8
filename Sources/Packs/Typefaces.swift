internal import Publish

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Where the Noto typefaces stand. Typst brings its serif itself.
enum Typefaces {
  /// What most documents need. Reading all of a system's typefaces takes longer than a document.
  private static let standard = [
    "NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic", "NotoSans-BoldItalic",
    "NotoSansArabic-Regular", "NotoSansArabic-Bold", "NotoNaskhArabic-Regular",
    "NotoNaskhArabic-Bold", "NotoSansSymbols-Regular", "NotoSansSymbols2-Regular",
    "NotoSansMath-Regular",
  ]

  /// The folder that holds them; `nil` where they are not installed.
  static func folder() -> String? {
    let home = getenv("HOME").map { String(cString: $0) } ?? ""
    let folders = [
      "/usr/share/fonts/truetype/noto", "/usr/share/fonts/noto",
      "/usr/share/fonts/google-noto", "/usr/local/share/fonts/noto", "\(home)/.local/share/fonts",
      "\(home)/.fonts", "\(home)/Library/Fonts", "/Library/Fonts",
    ]
    return folders.first { access("\($0)/NotoSans-Regular.ttf", R_OK) == 0 }
  }

  /// Links the standard ones into a work folder.
  static func link(from folder: String, into work: WorkFolder) throws(OutputError) {
    try work.makeFolder("fonts")
    for name in standard where access("\(folder)/\(name).ttf", R_OK) == 0 {
      work.link("fonts/\(name).ttf", to: "\(folder)/\(name).ttf")
    }
  }
}
