import CGEOS

/// One handle on GEOS with the messages it gave; serves one call or one task and outlives what it
/// made.
///
/// Not Sendable: a handle is for one thread at a time. Making one costs less than a microsecond.
final class GEOSContext {
  let handle: GEOSContextHandle_t
  private let messages = Messages()

  /// The library's notices and errors, kept from stderr.
  private final class Messages {
    var lines: [String] = []
  }

  init() throws(GeometryError) {
    // NULL when memory is exhausted.
    guard let handle = GEOS_init_r() else { throw .unavailable }
    self.handle = handle
    // The box lives as long as the context, so an unretained pointer is sound.
    let box = Unmanaged.passUnretained(messages).toOpaque()
    let keep: GEOSMessageHandler_r = { text, box in
      guard let box, let text else { return }
      let messages = Unmanaged<Messages>.fromOpaque(box).takeUnretainedValue()
      // Repair reports every crossing it meets: keep memory bounded.
      if messages.lines.count < 16 { messages.lines.append(String(cString: text)) }
    }
    // Both return the former handler, NULL at first; no failure value.
    _ = GEOSContext_setNoticeMessageHandler_r(handle, keep, box)
    _ = GEOSContext_setErrorMessageHandler_r(handle, keep, box)
  }

  deinit {
    // No failure value.
    GEOS_finish_r(handle)
  }

  /// The messages since last asked, joined; they are forgotten.
  func takeMessages() -> String {
    defer { messages.lines.removeAll() }
    return messages.lines.joined(separator: "; ")
  }

  /// The error for an operation that has just failed.
  func failure(_ operation: String) -> GeometryError {
    .failed(operation: operation, detail: takeMessages())
  }

  /// Takes what an operation returned.
  ///
  /// - Throws: ``GeometryError/failed(operation:detail:)`` for NULL.
  func take(_ pointer: OpaquePointer?, from operation: String) throws(GeometryError) -> GEOSGeometry
  {
    guard let pointer else { throw failure(operation) }
    return GEOSGeometry(owning: pointer, in: self)
  }
}
