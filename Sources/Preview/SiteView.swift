internal import Cache
internal import Diagnostics
internal import NIOHTTP1
internal import Synchronization

/// What browsers are shown: the site's files, and what is wrong with it.
final class SiteView: Sendable {
  private struct Now {
    var report = Report.none
    var hasSite = false
    /// Grows with each change, so that a page can tell which of two messages is newer.
    var serial = 0
  }

  private let site: any PreviewSite
  private let now = Mutex(Now())

  init(_ site: any PreviewSite) { self.site = site }

  /// - Parameter hasSite: whether there has been content without errors.
  func show(_ report: Report, hasSite: Bool) {
    now.withLock { now in
      now.report = report
      now.hasSite = hasSite
      now.serial += 1
    }
  }

  // MARK: Answers

  /// - Parameters:
  ///   - target: of the request.
  ///   - origin: that it was sent to.
  func answer(_ target: String, origin: String) -> Answer {
    let (name, _) = divided(target)
    if let bytes = OwnFile.bytes(of: String(name)) {
      return Answer(type: contentType(of: String(name)), bytes: bytes)
    }
    guard let path = RequestPath(name) else { return .line(.badRequest, "This is no address.") }
    if path.isCrooked { return .line(.notFound, "Nothing is at this address.") }
    var shown = shown(at: path)
    if shown.answer.type == htmlType {
      shown.answer.bytes = ServedPage.bytes(
        of: shown.answer.bytes, sum: sum(of: shown), origin: origin)
    }
    // Of the target as it was sent, so that what is encoded in it stays so.
    if shown.answer.status == .temporaryRedirect { shown.answer.location = "\(name)/" }
    return shown.answer
  }

  /// What a page has to know, as JSON in one line.
  ///
  /// - Parameter page: its address, as its browser wrote it.
  func message(for page: String) -> String {
    let (report, hasSite, serial) = now.withLock { ($0.report, $0.hasSite, $0.serial) }
    let sum = RequestPath(page[...]).map { self.sum(of: shown(at: $0)) } ?? ""
    // Where there is no site, the page itself is the report.
    let shownReport = hasSite ? report : .none
    return "{\"serial\":\(serial),\"sum\":\(JSONText.quoted(sum)),"
      + "\"level\":\(JSONText.quoted(shownReport.level.rawValue)),"
      + "\"report\":\(JSONText.quoted(shownReport.html))}"
  }

  // MARK: What is at an address

  private struct Shown {
    /// The file's path below the root.
    var path: String
    var answer: Answer
  }

  private func shown(at path: RequestPath) -> Shown {
    let (report, hasSite) = now.withLock { ($0.report, $0.hasSite) }
    guard hasSite else {
      return Shown(
        path: path.path,
        answer: Answer(status: .serviceUnavailable, type: htmlType, bytes: report.page))
    }
    let isFolder = path.path.isEmpty || path.path.hasSuffix("/")
    let file = isFolder ? path.path + "index.html" : path.path
    if let bytes = site.file(file) {
      return Shown(path: file, answer: Answer(type: contentType(of: file), bytes: bytes))
    }
    if !isFolder, site.file(file + "/index.html") != nil {
      return Shown(path: file, answer: .line(.temporaryRedirect, "This is a folder."))
    }
    guard let bytes = site.file("404.html") else {
      return Shown(path: file, answer: .line(.notFound, "Nothing is at this address."))
    }
    return Shown(path: file, answer: Answer(status: .notFound, type: htmlType, bytes: bytes))
  }

  /// A checksum of all that a page shows: of its own bytes, and of stylesheets and pictures in it.
  private func sum(of shown: Shown) -> String {
    var sums = [checksum(shown.answer.bytes)]
    for file in Set(filesShown(in: shown.answer.bytes, at: shown.path)).sorted() {
      if let bytes = site.file(file) { sums.append(checksum(bytes)) }
    }
    let all = sums.flatMap { sum in withUnsafeBytes(of: sum.littleEndian) { Array($0) } }
    return String(checksum(all), radix: 16)
  }
}

private let htmlType = contentType(of: "index.html")
