#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import ArgumentParser
internal import Format
internal import Ingest

/// What git runs for the drivers that `review --install` sets.
struct TextconvCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "textconv",
    abstract: "Prints a file as git diff is to compare it: a sentence or a value on each line.")

  @Argument(help: ArgumentHelp("A Markdown, YAML or GeoJSON file.", valueName: "file"))
  var file: String

  func run() throws {
    guard let bytes = fileBytes(file) ?? bytesByRawName() else {
      throw couldNotRun("“\(file)” cannot be read")
    }
    // What cannot be read is shown as it is: a diff must come about.
    Stream.output.write(comparedText(bytes) ?? bytes)
  }

  /// A file whose name is no UTF-8 is found by the bytes that it was given by.
  private func bytesByRawName() -> [UInt8]? {
    let arguments = UnsafeBufferPointer(
      start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
    guard let raw = arguments.compactMap(\.self).last(where: { String(cString: $0) == file }) else {
      return nil
    }
    let descriptor = open(raw, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return bytes(of: descriptor)
  }

  private func comparedText(_ bytes: [UInt8]) -> [UInt8]? {
    guard file.hasSuffix(".md") else { return dataOutline(of: bytes, file: file, lines: sentences) }
    guard let text = try? MarkdownText(bytes, file: file) else { return nil }
    // Read by itself, since git knows no other files of that version.
    return text.lead + formatted(text.body, noteOrder: noteOrder(of: [text.body]))
  }
}

/// The sentences of a text.
func sentences(_ text: String) -> [String] {
  String(decoding: formatted(Array(text.utf8), noteOrder: []), as: UTF8.self)
    .split(whereSeparator: \.isNewline).map(String.init)
}

/// How a shell calls this program: by its name where that was enough, else by its path.
func ownProgram() -> String {
  let name = CommandLine.arguments.first ?? "chancery"
  guard name.contains("/") else { return name }
  guard let real = realpath(name, nil) else { return name }
  defer { free(real) }
  let path = String(cString: real)
  let isPlain = path.utf8.allSatisfy { byte in
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || "/._-+".utf8.contains(byte)
  }
  return isPlain ? path : "'\(path.replacing("'", with: "'\\''"))'"
}
