/// What keeps a preview from being shown.
public struct PreviewError: Error, CustomStringConvertible {
  public let description: String
}
