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
      guard checkFileID(id, entry.name) else { continue }
      let reader = ChartReader(names: names, brief: brief, known: known, log: log)
      let record = folder.record(entry.name, log: log).map(withHTML)
      if let record, var chart = reader.chart(record, id: id) {
        chart.language = record.language
        brief.charts.append(chart)
      } else {
        // What draws nothing but what the edition leaves out goes with it, and of one that has faults no more is
        // said where the text shows it.
        log.leaveOut(id)
      }
    }
  }
}
