internal import ArgumentParser
internal import Diagnostics
internal import Model

/// Which edition of the content a command takes.
struct EditionOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Leave out what is for other audiences than this; everything where it is not given.",
      valueName: "audience"))
  var edition: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "When the edition is published: 2022-04-05, or 2022-04-05T06:00Z. Briefs whose publishAt is later are left out.",
      valueName: "time"))
  var now: String?

  @Flag(name: .long, help: "Hold drafts, and briefs that wait for their time.")
  var drafts = false

  func validate() throws {
    if edition?.isEmpty ?? false { throw ValidationError("--edition must name an audience") }
    if let now, Instant(now) == nil {
      throw ValidationError("--now takes a time such as 2022-04-05, or 2022-04-05T06:00Z")
    }
  }

  var value: Edition {
    Edition(audience: edition, now: now.flatMap { Instant($0) }, holdsUnpublished: drafts)
  }

  /// Those that make other files of the same content.
  var settings: [String] { ["edition", edition ?? "", "now", now ?? "", "drafts", "\(drafts)"] }

  /// Says on the error stream what is not in the edition, and what is in it that others are not to have.
  func report(_ withheld: Withheld) {
    if edition == nil, !withheld.audiences.isEmpty {
      Stream.error.write(
        "chancery: this edition holds everything, and parts that are for "
          + withheld.audiences.sorted().joined(separator: ", ")
          + " alone; --edition AUDIENCE leaves out what is for others\n")
    }
    if drafts { return }
    report(withheld.drafts, "a draft", "drafts", hint: "--drafts takes them in")
    report(
      withheld.waiting, "a brief that waits for its time", "briefs that wait for their time",
      hint: now == nil ? "--now TIME says when it is" : "--drafts takes them in")
  }

  private func report(_ files: [String], _ one: String, _ several: String, hint: String) {
    guard let first = files.first else { return }
    let others = files.count == 1 ? "" : " and \(files.count - 1) more"
    Stream.error.write(
      "chancery: \(printable(first))\(others) left out, "
        + "\(files.count == 1 ? one : several); \(hint)\n")
  }
}

extension EditionOptions {
  /// What is compared: everything, drafts too, where no edition is asked for.
  var reviewed: Edition {
    var edition = value
    edition.holdsUnpublished = drafts || edition.audience == nil && edition.now == nil
    return edition
  }
}
