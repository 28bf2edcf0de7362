import CPROJ

/// One handle on PROJ with the messages it gave; serves one owner and outlives what it made.
///
/// Not Sendable: PROJ's contexts are not safe to share between threads.
final class PROJContext {
  let handle: OpaquePointer
  private let messages = Messages()

  /// The library's complaints, kept from stderr.
  private final class Messages {
    var lines: [String] = []
  }

  init() throws(ProjectionError) {
    // NULL when memory is exhausted.
    guard let handle = proj_context_create() else {
      throw .unavailable(detail: "proj_context_create")
    }
    self.handle = handle
    // No failure value. The box lives as long as the context, so an unretained pointer is sound.
    proj_log_func(handle, Unmanaged.passUnretained(messages).toOpaque()) { box, _, text in
      guard let box, let text else { return }
      let messages = Unmanaged<Messages>.fromOpaque(box).takeUnretainedValue()
      // A loop over bad points must not fill memory.
      if messages.lines.count < 16 { messages.lines.append(String(cString: text)) }
    }
    // Returns whether the network is now on: nothing leaves the machine, whatever the environment.
    _ = proj_context_set_enable_network(handle, 0)
  }

  deinit {
    // Always returns NULL.
    proj_context_destroy(handle)
  }

  /// The messages since last asked, joined; they are forgotten.
  func takeMessages() -> String {
    defer { messages.lines.removeAll() }
    return messages.lines.joined(separator: "; ")
  }

  /// The horizontal part of a registered system. The caller destroys it.
  func makeSystem(_ system: ReferenceSystem) throws(ProjectionError) -> OpaquePointer {
    guard let code = system.code else { throw .noPlaceOnEarth }
    // NULL when the code is unknown, or the registry cannot be opened.
    guard
      let found = proj_create_from_database(
        handle, "EPSG", String(code), PJ_CATEGORY_CRS, 0, nil)
    else {
      let detail = takeMessages()
      // NULL when the registry cannot be opened.
      guard proj_context_get_database_metadata(handle, "EPSG.VERSION") != nil else {
        throw .unavailable(detail: detail)
      }
      throw .unknownCode(code)
    }
    do throws(ProjectionError) { return try horizontal(found) } catch .notRecognised(let name) {
      throw .notHorizontal(system, name: name)
    }
  }

  /// Degrees by their code. The caller destroys them.
  func makeDegrees(_ code: Int) throws(ProjectionError) -> OpaquePointer {
    // NULL when the registry cannot be opened.
    guard
      let found = proj_create_from_database(
        handle, "EPSG", String(code), PJ_CATEGORY_CRS, 0, nil)
    else { throw .unavailable(detail: takeMessages()) }
    return found
  }

  /// Frees what a method here made.
  static func destroy(_ object: OpaquePointer) {
    // Always returns NULL.
    proj_destroy(object)
  }

  static func name(of object: OpaquePointer) -> String {
    // NULL when the object has no name.
    proj_get_name(object).map { String(cString: $0) } ?? ""
  }

  /// Where a system is meant to be used, degrees; `nil` if unknown or across ±180°.
  func areaOfUse(of object: OpaquePointer) -> Envelope? {
    var area = Envelope.empty
    // 0 on failure; -1000 in every bound when unknown.
    guard
      proj_get_area_of_use(
        handle, object, &area.minX, &area.minY, &area.maxX, &area.maxY, nil) != 0,
      area.minX >= -180, area.minX <= area.maxX
    else { return nil }
    return area
  }

  /// The unit of the first axis and metres in it.
  func unit(of object: OpaquePointer) -> (name: String, metres: Double?) {
    // NULL for what is not a single system with axes.
    guard let axes = proj_crs_get_coordinate_system(handle, object) else { return ("", nil) }
    defer { proj_destroy(axes) }
    var factor = 0.0
    var name: UnsafePointer<CChar>?
    // 0 on failure.
    guard proj_cs_get_axis_info(handle, axes, 0, nil, nil, nil, &factor, &name, nil, nil) != 0
    else { return ("", nil) }
    let isLinear = proj_get_type(object) == PJ_TYPE_PROJECTED_CRS
    return (name.map { String(cString: $0) } ?? "", isLinear ? factor : nil)
  }
}
