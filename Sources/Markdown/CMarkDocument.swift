internal import CArena
internal import CMark

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Owns a tree of libcmark's and frees it.
///
/// Nodes are borrowed pointers, valid while the document is; they stay inside this target.
///
/// The tree stands in the thread's arena, which takes it back whole: a document is let go on the thread
/// that made it, before those that the thread made earlier.
struct CMarkDocument: ~Copyable {
  let root: OpaquePointer
  private let mark: arena_mark

  /// `nil` only where memory has run out.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    // Raw HTML and any address are let through here; what is dangerous becomes a finding, or is
    // dropped, when the tree is lowered.
    // With CMARK_OPT_SOURCEPOS columns stay right after an inline that goes over a line's end.
    let mark = arena_here()
    let options = CMARK_OPT_UNSAFE | CMARK_OPT_SOURCEPOS
    guard let parser = cmark_parser_new_with_mem(options, arenaMemory.functions) else { return nil }
    bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    guard let root = cmark_parser_finish(parser) else {
      arena_release(mark)
      return nil
    }
    self.root = root
    self.mark = mark
  }

  deinit { arena_release(mark) }
}

/// The version of libcmark that the program runs with.
public let cmarkVersion = String(cString: cmark_version_string())

/// The arena's functions as libcmark takes them, once for the program: it keeps the pointer.
private struct ArenaMemory: @unchecked Sendable {
  // Written once, before anyone reads it.
  let functions: UnsafeMutablePointer<cmark_mem>

  init() {
    functions = .allocate(capacity: 1)
    functions.initialize(
      to: cmark_mem(calloc: arena_calloc, realloc: arena_realloc, free: arena_free))
  }
}

private let arenaMemory = ArenaMemory()

/// Walks a subtree in document order, entering and leaving each node.
struct CMarkWalk: ~Copyable {
  private let iterator: OpaquePointer

  init?(_ root: OpaquePointer) {
    guard let iterator = cmark_iter_new(root) else { return nil }
    self.iterator = iterator
  }

  deinit { cmark_iter_free(iterator) }

  /// The next node, and whether it is entered or left; `nil` at the end.
  func next() -> (node: OpaquePointer, isEntered: Bool)? {
    switch cmark_iter_next(iterator) {
    case CMARK_EVENT_ENTER: cmark_iter_get_node(iterator).map { ($0, true) }
    case CMARK_EVENT_EXIT: cmark_iter_get_node(iterator).map { ($0, false) }
    default: nil
    }
  }

  /// Goes on after a node and its descendants; its leaving is not reported.
  func skip(_ node: OpaquePointer) {
    cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a byte is among them.
  func holds(_ byte: UInt8) -> Bool {
    guard let baseAddress else { return false }
    return memchr(baseAddress, Int32(byte), count) != nil
  }

  /// Where a byte stands first from an offset on.
  func index(of byte: UInt8, from offset: Int) -> Int? {
    guard let baseAddress, offset < count,
      let found = memchr(baseAddress + offset, Int32(byte), count - offset)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }
}

/// A C string of libcmark's as bytes; empty for a missing one.
func borrowed(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
  guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
  let start = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
  return UnsafeBufferPointer(start: start, count: strlen(text))
}
