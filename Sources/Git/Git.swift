// Git: what a content folder held in a revision, read through git's own program, without a checkout.
// In: a folder and the names of revisions. Out: paths, the ids of their blobs, and the blobs' bytes.

/// Why git could not tell what was asked.
public struct GitError: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}
