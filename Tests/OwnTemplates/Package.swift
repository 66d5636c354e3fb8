// swift-tools-version: 6.2
import PackageDescription

// A portal with templates of its own, as another package would write it.
let package = Package(
  name: "own-templates",
  platforms: [.macOS(.v14)],
  dependencies: [.package(name: "chancery", path: "../..")],
  targets: [
    .executableTarget(
      name: "portal", dependencies: [.product(name: "ChanceryKit", package: "chancery")])
  ]
)
