import CGEOS

/// A geometry of the library, owned; it holds the context that made it, and so lives no longer.
struct GEOSGeometry: ~Copyable {
  let context: GEOSContext
  private var owned: OpaquePointer?

  init(owning pointer: OpaquePointer, in context: GEOSContext) {
    self.context = context
    owned = pointer
  }

  deinit {
    // No failure value; not called after release.
    if let owned { GEOSGeom_destroy_r(context.handle, owned) }
  }

  /// Borrowed: valid as long as this value.
  var pointer: OpaquePointer? { owned }

  /// Gives ownership away, to a collection or a polygon.
  consuming func release() -> OpaquePointer? {
    let pointer = owned
    owned = nil
    return pointer
  }
}
