/// What a preview has to say to who started it.
public enum PreviewNews: Sendable {
  /// It is served at this address.
  case listening(String)
  /// The content was read again: what had changed, the milliseconds that it took.
  case refreshed(Set<String>?, milliseconds: Int, PreviewState)
  /// Source of the program changed and is being compiled.
  case building(Set<String>?)
  /// What the compiler said.
  case buildFailed(String)
  /// The program was compiled, and is the same.
  case builtTheSame
  /// The program was replaced, and starts anew.
  case restarting
}

/// How a preview ended.
public enum PreviewEnd: Sendable {
  /// It was told to.
  case stopped
  /// The program's file was replaced: it is to start anew, at this port.
  case replaced(Program, port: Int)
}
