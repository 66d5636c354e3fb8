/// A chart's figures as rows of words: what stands beside the drawing, and what can be downloaded.
public struct ChartTable: Sendable, Equatable {
  public var header: [String]
  /// Each of as many cells as the header.
  public var rows: [[String]]
  /// Whether all columns but the first hold numbers.
  public var isNumeric: Bool

  public init(_ data: ChartData, words: any ChartWords) {
    if data.events.isEmpty {
      let unit = data.unit.map { " (\($0))" } ?? ""
      header = [data.categoryTitle] + data.series.map { $0.name + unit }
      rows = data.categories.enumerated().map { index, category in
        [category.name] + data.series.map { $0.figures[index]?.text ?? words.notKnown }
      }
      isNumeric = true
    } else {
      header = [words.date, data.categoryTitle]
      rows = data.events.map { [$0.date, $0.title] }
      isNumeric = false
    }
  }

  /// As a file of comma-separated values, by RFC 4180. The signs that keep numbers in their direction are left out.
  public var csv: [UInt8] {
    var bytes: [UInt8] = []
    for row in [header] + rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        let text = cell.filter { $0 != "\u{2066}" && $0 != "\u{2069}" }
        let isPlain = !text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
        bytes +=
          isPlain ? Array(text.utf8) : Array("\"\(text.replacing("\"", with: "\"\""))\"".utf8)
      }
      bytes += [0x0D, 0x0A]
    }
    return bytes
  }
}
