/// What is wrong with a JSON text, at an offset of its bytes.
struct JSONFault: Error {
  var offset: Int
  /// Bytes that it concerns.
  var length = 1
  var message: String
  var hint: String?
  /// Where what it belongs to begins.
  var start: Int?
}
