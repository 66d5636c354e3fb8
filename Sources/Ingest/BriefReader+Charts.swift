internal import Diagnostics
internal import Model

// charts/*.yaml of a brief, read when its tables, events and sources are known.

extension BriefReader {
  func readCharts(
    of brief: inout Brief, in path: String, _ files: [String: ContentFolder.Entry],
    _ known: BriefNames
  ) {
    guard files["charts"]?.isFolder == true else { return }
    var known = known
    known.tables = BriefNames(brief).tables
    for entry in folder.entries("\(path)/charts", log: log) where !entry.isFolder {
      let id = SourceFile.stem(of: entry.name)
      guard entry.name.hasSuffix(".yaml") else {
        if entry.name.hasSuffix(".yml") {
          log.warning(
            "unknown-file", at: SourceLocation(file: entry.name),
            "“\(id).yml” is not read", hint: "call it \(id).yaml")
        }
        continue
      }
      guard checkFileID(id, entry.name), let file = folder.read(entry.name, log: log),
        let record = YAMLReader(file: file, log: log).record().map(withHTML)
      else { continue }
      let reader = ChartReader(names: names, brief: brief, known: known, log: log)
      if let chart = reader.chart(record, id: id) { brief.charts.append(chart) }
    }
  }
}
