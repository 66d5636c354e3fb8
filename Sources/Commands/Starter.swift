enum Starter {
  struct Fault: Error { let description: String }
  static func write(to folder: String) throws(Fault) {}
}
