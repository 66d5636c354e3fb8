import CGEOS

/// A context of GEOS. A context serves one thread at a time, so each drawing opens its own, and
/// every geometry keeps the one it was made in alive.
///
/// The reentrant C API: https://libgeos.org/doxygen/geos__c_8h.html. No message handlers are set:
/// an operation that fails gives nothing, and the drawing does without.
final class Geos {
  let handle: GEOSContextHandle_t

  /// `nil` when memory has run out.
  init?() {
    guard let handle = GEOS_init_r() else { return nil }
    self.handle = handle
  }

  deinit { GEOS_finish_r(handle) }
}
