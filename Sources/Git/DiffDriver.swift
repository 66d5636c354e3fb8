#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What `git diff` is told about some files: see gitattributes(5), “Performing text diffs of binary
/// files”.
public struct DiffDriver: Sendable {
  public var name: String
  /// Of the files' names: `.md`.
  public var endings: [String]
  /// A shell command that prints the file whose path is put after it.
  public var textconv: String
  /// A regular expression for lines that head a part; git's own where there is none.
  public var functionName: String?

  public init(name: String, endings: [String], textconv: String, functionName: String? = nil) {
    self.name = name
    self.endings = endings
    self.textconv = textconv
    self.functionName = functionName
  }
}

/// What was set to make git use some drivers.
public struct InstalledDrivers: Sendable {
  /// The repository's own configuration, and what was set in it: `key = value`.
  public var configFile: String
  public var config: [String] = []
  /// The repository's own attributes, and the lines that stand in them.
  public var attributesFile: String
  public var attributes: [String] = []
  /// Commands that undo it.
  public var undo: [String] = []
}

extension GitContent {
  /// Makes git use drivers for the content folder's files, in this repository and for nobody else.
  /// What was set before stays as it is.
  ///
  /// - Throws: `GitError` where the configuration or the attributes cannot be written.
  public func install(_ drivers: [DiffDriver]) throws(GitError) -> InstalledDrivers {
    var set = InstalledDrivers(
      configFile: try path("config"), attributesFile: try path("info/attributes"))
    for driver in drivers {
      try configure("diff.\(driver.name).textconv", driver.textconv, &set)
      if let expression = driver.functionName {
        try configure("diff.\(driver.name).xfuncname", expression, &set)
      }
      for ending in driver.endings {
        set.attributes.append("\(pattern(for: ending)) diff=\(driver.name)")
      }
      set.undo.append("git config --remove-section diff.\(driver.name)")
    }
    try addLines(set.attributes, to: set.attributesFile)
    set.undo.append("and remove the lines above from \(set.attributesFile)")
    return set
  }

  private func path(_ name: String) throws(GitError) -> String {
    guard let answer = run(["rev-parse", "--git-path", name]),
      answer.status == 0
    else { throw GitError("git does not tell where its “\(name)” is") }
    let path = String(decoding: answer.output.filter { $0 != 0x0A }, as: UTF8.self)
    return path.hasPrefix("/") ? path : "\(top)/\(path)"
  }

  private func configure(
    _ key: String, _ value: String, _ set: inout InstalledDrivers
  ) throws(GitError) {
    guard let answer = run(["config", "--local", key, value]),
      answer.status == 0
    else { throw GitError("git cannot set “\(key)” in “\(set.configFile)”; may it be written?") }
    set.config.append("\(key) = \(value)")
  }

  /// A pattern of gitattributes for the folder's files, at any depth.
  private func pattern(for ending: String) -> String {
    var escaped = ""
    for character in prefix {
      if "*?[]\\!#".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    let pattern = prefix.isEmpty ? "*\(ending)" : "\(escaped)**/*\(ending)"
    guard pattern.contains(where: { $0.isWhitespace || $0 == "\"" }) || pattern.contains("\\")
    else { return pattern }
    let quoted = pattern.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(quoted)\""
  }

  /// Adds those lines that are not there yet.
  private func addLines(_ lines: [String], to path: String) throws(GitError) {
    let known = Self.text(of: path)
    let present = Set(known.split(separator: "\n").map(String.init))
    let missing = lines.filter { !present.contains($0) }
    if missing.isEmpty { return }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    mkdir(folder.joined(separator: "/"), 0o777)
    let lead = known.isEmpty || known.hasSuffix("\n") ? "" : "\n"
    let bytes = Array((lead + missing.map { $0 + "\n" }.joined()).utf8)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.fault(path) }
    defer { close(descriptor) }
    // One write: the lines are there, or they are not.
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard count == bytes.count else { throw Self.fault(path) }
  }

  private static func fault(_ path: String) -> GitError {
    GitError("“\(path)” cannot be written: \(String(cString: strerror(errno)))")
  }

  private static func text(of path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    return String(decoding: GitProcess.all(of: descriptor), as: UTF8.self)
  }
}
