#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The Swift package that the running program was built in: templates are part of it.
public struct SwiftPackage: Sendable {
  /// Its folder.
  let folder: String
  let program: Program
  private let build: [String]

  /// - Parameter buildCommand: for a shell; `nil` for `swift build` of the same product, in the same
  ///   configuration.
  /// - Returns: `nil` where the program is not in a package's build folder.
  public init?(of program: Program, buildCommand: String? = nil) {
    var parts = program.path.split(separator: "/").map(String.init)
    guard let product = parts.popLast(), let configuration = parts.last else { return nil }
    var below: [String] = []
    while access("/" + (parts + ["Package.swift"]).joined(separator: "/"), R_OK) != 0 {
      guard let last = parts.popLast() else { return nil }
      below.insert(last, at: 0)
    }
    // …/.build/x86_64-unknown-linux-gnu/release/chancery
    guard let scratch = below.first, below.count >= 2 else { return nil }
    folder = "/" + parts.joined(separator: "/")
    self.program = program
    if let buildCommand {
      build = ["/bin/sh", "-c", buildCommand]
    } else {
      build =
        [
          "swift", "build", "--package-path", folder, "--scratch-path", "\(folder)/\(scratch)",
          "--configuration", configuration, "--product", product,
        ] + (Program.isStatic ? ["--static-swift-stdlib"] : [])
    }
  }

  /// What the program is made of.
  var sources: WatchedFolder {
    WatchedFolder(root: folder, names: ["Package.swift", "Sources", "Templates"])
  }

  var buildCommand: Command { Command(words: build) }

  /// What a build says: its errors with the lines that they quote, or all of it where none is marked
  /// as one.
  static func messages(in output: [UInt8]) -> String {
    let lines = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline)
    var isError = false
    let errors = lines.filter { line in
      // What is quoted is indented or begins with its number.
      if let first = line.first, !first.isWhitespace, !first.isNumber {
        isError = line.hasPrefix("error: ") || line.contains(": error: ")
      }
      return isError
    }
    let kept = errors.isEmpty ? lines : errors
    return kept.prefix(200).joined(separator: "\n")
      + (kept.count > 200 ? "\n… and \(kept.count - 200) lines more" : "")
  }
}
