internal import HTML

/// A site's files, and what changed since the last deployment; all in the order of uploading.
struct Deployment {
  let files: [DeployedFile]
  let added: [DeployedFile]
  let changed: [DeployedFile]
  /// Pages and their siblings before what they load.
  let removed: [String]

  init(_ files: [DeployedFile], after deployed: [String: String]) {
    self.files = files
    added = files.filter { deployed[$0.path] == nil }
    changed = files.filter { file in deployed[file.path].map { $0 != file.sum } ?? false }
    let kept = Set(files.map(\.path))
    removed = deployed.keys.filter { !kept.contains($0) }
      .map { DeployedFile(path: $0, sum: "", size: 0) }.sorted(by: >).map(\.path)
  }

  func paths(of step: Step) -> [String] {
    switch step {
    case .removePages: removed.filter { Step(of: $0) >= .pages }
    case .removeFiles: removed.filter { Step(of: $0) < .pages }
    default: (added + changed).filter { $0.step == step }.sorted().map(\.path)
    }
  }

  /// An object of arrays, a line for each file.
  var json: [UInt8] {
    var sink = Sink()
    sink.append("{\n  \"version\": 1,\n  \"files\": [")
    for (index, file) in files.enumerated() {
      sink.append(index == 0 ? "\n    {" : ",\n    {")
      sink.append("\"path\": ")
      sink.append(json: file.path)
      sink.append(", \"sha256\": ")
      sink.append(json: file.sum)
      sink.append(", \"size\": ")
      sink.append(file.size)
      sink.append(", \"type\": ")
      sink.append(json: file.kind.type)
      if let coding = file.kind.coding {
        sink.append(", \"encoding\": ")
        sink.append(json: coding)
      }
      sink.append(", \"cache\": ")
      sink.append(json: CacheClass(of: file.path).rawValue)
      sink.append(", \"step\": ")
      sink.append(json: file.step.name)
      sink.append("}")
    }
    sink.append("\n  ],\n  \"added\": ")
    Self.append(added.map(\.path), to: &sink)
    sink.append(",\n  \"changed\": ")
    Self.append(changed.map(\.path), to: &sink)
    sink.append(",\n  \"removed\": ")
    Self.append(removed, to: &sink)
    sink.append("\n}\n")
    return sink.bytes
  }

  private static func append(_ paths: [String], to sink: inout Sink) {
    sink.append("[")
    for (index, path) in paths.enumerated() {
      sink.append(index == 0 ? "\n    " : ",\n    ")
      sink.append(json: path)
    }
    sink.append(paths.isEmpty ? "]" : "\n  ]")
  }
}
