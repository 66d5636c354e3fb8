internal import Compression
internal import Model

/// A ZIP archive in memory, as PKWARE's APPNOTE 6.3.10 has it (sections 4.3.7, 4.3.12 and 4.3.16;
/// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT), without ZIP64: at most 65,534 files
/// and 4 GiB. The same files give the same bytes.
struct ZipArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  /// Of MS-DOS: in the upper half the date, in the lower the time, which is always midnight.
  private let moment: UInt32

  /// - Parameter date: what every file is dated; 1980-01-01 where it is not known, or earlier.
  init(date: PartialDate?) {
    let (year, month, day) = (date?.year ?? 1980, date?.month ?? 1, date?.day ?? 1)
    let isKept = (1980...2107).contains(year)
    let days = isKept ? (year - 1980) << 9 | month << 5 | day : 1 << 5 | 1
    moment = UInt32(days) << 16
  }

  /// What keeps a file out of an archive.
  enum Fault: Error {
    case tooLarge
    case notCompressed
  }

  /// - Parameters:
  ///   - name: with `/` between folders; UTF-8.
  ///   - isStored: whether it is left uncompressed.
  mutating func add(
    _ name: String, _ content: [UInt8], isStored: Bool = false
  ) throws(Fault) {
    let nameBytes = Array(name.utf8)
    let limit = Int(UInt32.max)
    let packed = isStored ? content : try Self.deflated(content)
    let end = bytes.count + packed.count + directory.count + nameBytes.count * 2 + 1024
    guard content.count < limit, end < limit, nameBytes.count < 1 << 16, count < 65_534 else {
      throw .tooLarge
    }
    let offset = UInt32(bytes.count)
    // Version 2.0, UTF-8 names where they are not ASCII, method, time, checksum, sizes.
    let flags: UInt16 = nameBytes.allSatisfy { $0 < 0x80 } ? 0 : 0x0800
    var about: [UInt8] = []
    about.append(short: 20)
    about.append(short: flags)
    about.append(short: isStored ? 0 : 8)
    about.append(long: moment)
    about.append(long: cyclicChecksum(content))
    about.append(long: UInt32(packed.count))
    about.append(long: UInt32(content.count))
    about.append(short: UInt16(nameBytes.count))
    about.append(short: 0)

    bytes.append(long: 0x0403_4b50)
    bytes += about + nameBytes + packed
    directory.append(long: 0x0201_4b50)
    directory.append(short: 20)
    directory += about
    // No comment, first disk, no attributes.
    directory.append(short: 0)
    directory.append(short: 0)
    directory.append(short: 0)
    directory.append(long: 0)
    directory.append(long: offset)
    directory += nameBytes
    count += 1
  }

  /// The archive with its directory.
  var archive: [UInt8] {
    var all = bytes + directory
    all.append(long: 0x0605_4b50)
    all.append(long: 0)
    all.append(short: UInt16(count))
    all.append(short: UInt16(count))
    all.append(long: UInt32(directory.count))
    all.append(long: UInt32(bytes.count))
    all.append(short: 0)
    return all
  }

  private static func deflated(_ content: [UInt8]) throws(Fault) -> [UInt8] {
    do throws(CompressionFault) {
      return try Compression.deflated(content, as: .none, level: 6)
    } catch {
      throw .notCompressed
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(short value: UInt16) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  fileprivate mutating func append(long value: UInt32) {
    append(short: UInt16(truncatingIfNeeded: value))
    append(short: UInt16(truncatingIfNeeded: value >> 16))
  }
}
