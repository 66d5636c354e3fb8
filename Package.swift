// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func phase(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "chancery",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "chancery", targets: ["chancery"]),
    // What another package needs to bring its own templates and get the same commands.
    .library(
      name: "ChanceryKit",
      targets: [
        "Commands", "Templates", "Publish", "Citations", "Cartography", "Charts", "Ingest", "Model",
        "HTML",
        "Diagnostics",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CGEOS", pkgConfig: "geos",
      providers: [.apt(["libgeos-dev"]), .brew(["geos"])]),
    .systemLibrary(
      name: "CQREncode", pkgConfig: "libqrencode",
      providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlienc",
      providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
    .systemLibrary(
      name: "CMD", pkgConfig: "libmd",
      providers: [.apt(["libmd-dev"])]),
    .target(name: "CArena"),
    phase("Diagnostics", []),
    phase("Cache", []),
    phase("HTML", []),
    phase("Model", ["Diagnostics"]),
    phase("Markdown", ["CArena", "CMark", "Model", "Diagnostics"]),
    phase(
      "Ingest",
      ["Cache", "Markdown", "Model", "Diagnostics", .product(name: "Yams", package: "Yams")]),
    phase("TextMetrics", []),
    phase("Cartography", ["CGEOS", "TextMetrics", "Model", "HTML", "Diagnostics"]),
    phase("Charts", ["TextMetrics", "Model", "HTML", "Diagnostics"]),
    phase("Citations", ["Model", "HTML", "Diagnostics"]),
    .target(
      name: "Templates",
      dependencies: ["CQREncode", "Model", "HTML", "Cartography", "Charts", "Citations"],
      path: "Templates",
      resources: [.embedInCode("assets")], swiftSettings: settings),
    phase("Compression", ["CZlib", "CBrotli"]),
    phase(
      "Publish",
      [
        "Cache", "Diagnostics", "Model", "Cartography", "Citations", "Templates", "HTML",
        "Compression",
      ]),
    .target(
      name: "Packs",
      dependencies: [
        "Cache", "Compression", "Model", "Templates", "Cartography", "Publish", "Diagnostics",
      ],
      resources: [.embedInCode("assets")], swiftSettings: settings),
    phase("Search", ["Publish"]),
    phase("Deploy", ["CMD", "Publish", "Templates", "Cartography", "Model", "HTML"]),
    phase("Git", []),
    phase("Format", ["Markdown", "Model", "Diagnostics"]),
    phase("Review", ["Model", "HTML", "Cartography", "Diagnostics"]),
    .target(
      name: "Preview",
      dependencies: [
        "Cache", "Diagnostics", "HTML", "Model", "Ingest", "Cartography", "Templates", "Publish",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      resources: [.embedInCode("assets")], swiftSettings: settings),
    .target(
      name: "Commands",
      dependencies: [
        "Cache", "Compression", "Diagnostics", "HTML", "Markdown", "Model", "Ingest", "Cartography",
        "Citations", "Templates", "Publish", "Packs", "Search", "Deploy", "Git", "Format", "Review",
        "Preview",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("starter")], swiftSettings: settings),
    .executableTarget(
      name: "chancery", dependencies: ["Commands", "Templates"], swiftSettings: settings),
    .executableTarget(
      name: "map-bench", dependencies: ["Cartography", "Ingest", "Model", "HTML"],
      path: "Tests/Bench/Maps", swiftSettings: settings),
    tests("TemplatesTests", ["Templates", "Model", "HTML", "Diagnostics"]),
    tests(
      "PacksTests",
      ["Packs", "CZlib", "Ingest", "Cartography", "Publish", "Model", "Diagnostics"]),
    tests(
      "ChartsTests", ["Charts", "Templates", "Model", "HTML", "Diagnostics"], exclude: ["Golden"]),
    tests("CitationsTests", ["Citations", "Model", "HTML", "Diagnostics"]),
    tests("PreviewTests", ["Preview"]),
    tests("CompressionTests", ["Compression", "CZlib"]),
    tests("DeployTests", ["Deploy"]),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("MarkdownTests", ["Markdown", "Model", "Diagnostics"]),
    tests("ReviewTests", ["Review"]),
    tests("FormatTests", ["Format", "Markdown", "Model", "Diagnostics"]),
    tests("IngestTests", ["Cache", "Ingest", "Templates", "Model", "HTML", "Diagnostics"]),
    tests(
      "CartographyTests", ["Cartography", "TextMetrics", "Model", "HTML", "Diagnostics"],
      exclude: ["Golden", "proj.csv", "proj.py"]),
  ]
)
