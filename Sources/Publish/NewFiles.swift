/// Writes files into a folder that is new or empty.
///
/// - Parameter files: paths below the folder, with their bytes.
/// - Throws: `OutputError` where the folder holds something already, or cannot be written.
public func writeNewFiles(
  _ files: [(path: String, bytes: [UInt8])], to folder: String
) throws(OutputError) {
  let output = try OutputFolder(folder)
  guard output.isEmpty else {
    throw OutputError(description: "“\(folder)” is not empty; choose a new folder")
  }
  defer { output.removePending() }
  for (path, bytes) in files { try output.write(path, bytes) }
}
