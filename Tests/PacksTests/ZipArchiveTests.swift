import Foundation
import Model
import Testing

@testable import Packs

struct ZipArchiveTests {
  @Test func whatIsAddedComesBack() throws {
    let text = Array(String(repeating: "A brief, again. ", count: 500).utf8)
    let noise = (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
    var archive = ZipArchive(date: PartialDate(year: 2022, month: 4, day: 5))
    try archive.add("mimetype", Array("application/epub+zip".utf8), isStored: true)
    try archive.add("EPUB/text.xhtml", text)
    try archive.add("EPUB/noise", noise)
    try archive.add("EPUB/empty", [])
    try archive.add("EPUB/موجز.xhtml", [1])
    let entries = try UnpackedArchive(archive.archive).entries
    #expect(
      entries.map(\.name) == [
        "mimetype", "EPUB/text.xhtml", "EPUB/noise", "EPUB/empty", "EPUB/موجز.xhtml",
      ])
    #expect(entries.map(\.content) == [Array("application/epub+zip".utf8), text, noise, [], [1]])
    #expect(entries.map(\.isStored) == [true, false, false, false, false])
    #expect(entries.map(\.isUTF8) == [false, false, false, false, true])
    // 42 years after 1980, April, the 5th; no time of day.
    #expect(entries.allSatisfy { $0.moment == UInt32(42 << 9 | 4 << 5 | 5) << 16 })
    #expect(entries[1].packed < text.count / 10)
  }

  /// OCF: a reader knows the type from bytes 30 to 58 of the file.
  @Test func theTypeStandsAtItsPlace() throws {
    var archive = ZipArchive(date: nil)
    try archive.add("mimetype", Array("application/epub+zip".utf8), isStored: true)
    let bytes = archive.archive
    #expect(String(decoding: bytes[30..<58], as: UTF8.self) == "mimetypeapplication/epub+zip")
  }

  @Test(arguments: [nil, PartialDate(year: 1812), PartialDate(year: 9999)])
  func datesThatZipCannotHoldAreItsFirst(date: PartialDate?) throws {
    var archive = ZipArchive(date: date)
    try archive.add("a", [])
    #expect(try UnpackedArchive(archive.archive).entries.first?.moment == UInt32(1 << 5 | 1) << 16)
  }
}
