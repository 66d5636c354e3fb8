internal import Publish

/// The list of what was built, below a folder of packs: it changes with every one of them.
package let packListPath = PackList.path

/// What is known of documents built before: a line for each, of its path, the checksum of what it
/// was made of, its own, and its pages.
struct PackList {
  static let path = ".chancery-packs"

  struct Entry: Equatable {
    var inputs: UInt64
    var sum: UInt64
    var pages: Int
  }

  var entries: [String: Entry] = [:]
  /// The edition that they are of, as `Edition.setting` has it.
  var edition = ""
  /// That of documents of several editions.
  static let mixed = " mixed"

  init(_ bytes: [UInt8]?) {
    for line in String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: "\t")
      if fields.count == 2, fields[0] == "edition" { edition = String(fields[1]) }
      guard fields.count == 4, let inputs = UInt64(fields[1], radix: 16),
        let sum = UInt64(fields[2], radix: 16), let pages = Int(fields[3])
      else { continue }
      entries[String(fields[0])] = Entry(inputs: inputs, sum: sum, pages: pages)
    }
  }

  /// The same with what was built since.
  func adding(_ built: PackList) -> PackList {
    var list = self
    list.entries.merge(built.entries) { _, new in new }
    return list
  }

  var bytes: [UInt8] {
    let lines = entries.sorted { $0.key < $1.key }.map { path, entry in
      "\(path)\t\(String(entry.inputs, radix: 16))\t\(String(entry.sum, radix: 16))\t\(entry.pages)\n"
    }
    let edition = edition.isEmpty ? "" : "edition\t\(edition)\n"
    return Array((edition + lines.joined()).utf8)
  }
}
