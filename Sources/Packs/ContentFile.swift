#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import Publish

/// The bytes of a file of the content folder. A symbolic link in it is followed only where it stays
/// inside.
func readContentFile(_ path: String, in content: String) throws(OutputError) -> [UInt8] {
  let name = "\(content)/\(path)"
  guard let root = resolved(content), let file = resolved(name) else {
    throw OutputError(description: "“\(name)” cannot be read")
  }
  guard file.hasPrefix(root.hasSuffix("/") ? root : root + "/") else {
    throw OutputError(description: "“\(name)” leads out of “\(content)”")
  }
  guard let bytes = readFile(file) else {
    throw OutputError(description: "“\(name)” cannot be read")
  }
  return bytes
}

private func resolved(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}
