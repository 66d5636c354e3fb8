import Testing

@testable import Preview

@Suite struct BuildMessagesTests {
  @Test func errorsAreTakenOut() {
    let output = """
      Building for production...
      [1/7] Compiling A a.swift
      /p/a.swift:1:8: warning: not used
       1 | public import B
         |        `- warning: not used
      /p/b.swift:2:3: error: no “x”
      1 | let y = 1
      2 | x
        | `- error: no “x”
      [2/7] Compiling C c.swift
      """
    #expect(
      SwiftPackage.messages(in: Array(output.utf8)) == """
        /p/b.swift:2:3: error: no “x”
        1 | let y = 1
        2 | x
          | `- error: no “x”
        """)
  }

  @Test func allIsKeptWhereNothingIsMarked() {
    #expect(SwiftPackage.messages(in: Array("make: failed\n\nbye\n".utf8)) == "make: failed\nbye")
  }
}
