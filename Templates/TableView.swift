internal import HTML
internal import Model

/// A table of data: the rows in a region that scrolls sideways by itself, then what its columns
/// mean, its source and its file.
struct TableView: Markup {
  let context: PageContext
  let brief: Int
  let table: DataTable
  let writer: ProseWriter
  /// What the region is called.
  let label: String

  func write(to sink: inout Sink) {
    let key = table.key
    let grouped = table.columns.indices.map(table.partsThousands)
    div(.class(TableWidth(of: table).name), .role("group"), .tabindex(0), .ariaLabel(label)) {
      HTML.table {
        thead {
          tr {
            for column in table.columns {
              th(.scope("col"), column.isNumeric ? Attribute("class", "n") : nil) {
                column.title
                if let unit = column.unit { small { " \(unit)" } }
              }
            }
          }
        }
        tbody {
          for row in table.rows {
            tr {
              for (index, cell) in row.enumerated() {
                if index == key {
                  th(.scope("row")) { content(of: cell) }
                } else if table.columns[index].isNumeric {
                  td(.class("n")) { content(of: cell, groups: grouped[index]) }
                } else {
                  td { content(of: cell) }
                }
              }
            }
          }
        }
      }
    }.write(to: &sink)
    about.write(to: &sink)
  }

  private var about: some Markup {
    let explained = table.columns.filter { !$0.about.isEmpty }
    let path = context.portal.briefs[brief].path(ofCSV: table)
    return Group {
      for column in explained {
        p(.class("fine")) {
          b { column.title }
          Text(context.strings.colon)
          Streamed { writer.write(column.about, to: &$0) }
        }
      }
      p(.class("fine")) {
        if !table.source.isEmpty {
          context.strings.source
          Text(context.strings.colon)
          Streamed { writer.write(table.source, to: &$0) }
          Raw(" ")
        }
        if let file = context.links.reach(path: path) {
          a(.href(file), .download) {
            context.strings.downloadCSV(context.strings.table(table.number))
          }
        }
      }
    }
  }

  private func content(of cell: DataTable.Cell, groups: Bool = false) -> Streamed {
    Streamed { sink in
      switch cell {
      case .empty:
        abbr(.title(context.strings.notKnown)) { Raw("–") }.write(to: &sink)
      case .text(let prose): writer.write(prose, to: &sink)
      case .number(let written, _, let qualifier):
        sink.append(
          text: context.strings.figure(
            written, qualifier: qualifier, groups: groups, isIsolated: context.isRightToLeft))
      case .date(let span): sink.append(text: context.strings.dates(span))
      case .places(let places): list(places.map { Target(.place, index: $0) }, to: &sink)
      case .actors(let actors): list(actors.map { Target(.actor, index: $0) }, to: &sink)
      case .notes(let notes): context.links(toNotes: notes, of: brief).write(to: &sink)
      }
    }
  }

  private func list(_ targets: [Target], to sink: inout Sink) {
    context.links(to: targets).write(to: &sink)
  }
}

extension DataTable {
  /// Whether thousands are parted in a column, as those of years are not: without a unit, with no number that
  /// could not be one.
  func partsThousands(in column: Int) -> Bool {
    if columns[column].unit != nil { return true }
    return rows.contains { row in
      if row.indices.contains(column), case .number(_, let value, _) = row[column] {
        !(1500...2100).contains(value)
      } else {
        false
      }
    }
  }
}

extension DataTable.Column {
  var isNumeric: Bool { type == .integer || type == .number }
}
