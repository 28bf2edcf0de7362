import CPROJ

/// Systems by other names than EPSG's codes.
extension PROJContext {
  /// The horizontal part of a system of another registry, or of a definition; `nil` for neither. The
  /// caller destroys it.
  func makeSystem(named text: String) -> OpaquePointer? {
    let found: OpaquePointer?
    if let (authority, code) = ReferenceSystem.registration(text) {
      // NULL when the registry has no such code.
      found = proj_create_from_database(handle, authority, code, PJ_CATEGORY_CRS, 0, nil)
    } else if PROJContext.isDefinition(text) {
      // A PROJ string is a system only where it says so. NULL when the text cannot be read.
      let isString = text.contains("+proj=") && !text.contains("+type=crs")
      found = proj_create(handle, isString ? text + " +type=crs" : text)
    } else {
      found = nil
    }
    _ = takeMessages()
    guard let found else { return nil }
    // False where the object is an operation, a datum or the like.
    guard proj_is_crs(found) != 0 else {
      proj_destroy(found)
      return nil
    }
    return try? horizontal(found)
  }

  /// Brackets make well-known text, a brace PROJ's JSON; a plain word could be a file's name.
  private static func isDefinition(_ text: String) -> Bool {
    text.contains("[") || text.contains("+proj=") || text.first == "{"
  }

  /// The part of a system that lies on the map, heights dropped.
  ///
  /// Takes `system` over and destroys it, unless it is given back.
  ///
  /// - Throws: ``ProjectionError/notRecognised(text:)`` where a compound has no such part.
  func horizontal(_ system: OpaquePointer) throws(ProjectionError) -> OpaquePointer {
    var system = system
    if proj_get_type(system) == PJ_TYPE_COMPOUND_CRS {
      // NULL when there is no such part.
      let part = proj_crs_get_sub_crs(handle, system, 0)
      let name = PROJContext.name(of: system)
      proj_destroy(system)
      guard let part else { throw .notRecognised(text: name) }
      system = part
    }
    // NULL on failure; a copy where there are no heights.
    guard let flat = proj_crs_demote_to_2D(handle, nil, system) else { return system }
    proj_destroy(system)
    return flat
  }

  /// EPSG's system that is the same as another; `nil` where the registry has none.
  ///
  /// PROJ's identification only compares names and parameters and answers with a likelihood; that
  /// both are equivalent is asked of each answer, the likeliest first.
  func identified(_ object: OpaquePointer) -> ReferenceSystem? {
    if proj_get_type(object) == PJ_TYPE_BOUND_CRS {
      // NULL on failure. A translation that is written next to a known system adds nothing to it.
      guard let base = proj_get_source_crs(handle, object) else { return nil }
      defer { proj_destroy(base) }
      return identified(base)
    }
    if isWorldwideDegrees(object) { return .geographic }
    var likelihoods: UnsafeMutablePointer<Int32>?
    // NULL on failure.
    guard let answers = proj_identify(handle, object, "EPSG", nil, &likelihoods) else {
      _ = takeMessages()
      return nil
    }
    defer {
      proj_list_destroy(answers)
      proj_int_list_destroy(likelihoods)
      _ = takeMessages()
    }
    for index in 0..<proj_list_get_count(answers) {
      guard let likelihood = likelihoods?[Int(index)], likelihood >= 70,
        // NULL past the end, which the count rules out.
        let answer = proj_list_get(handle, answers, index)
      else { continue }
      defer { proj_destroy(answer) }
      // NULL for an object without a code.
      guard let text = proj_get_id_code(answer, 0), let code = Int(String(cString: text)),
        proj_is_equivalent_to(
          object, answer, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0
      else { continue }
      return .epsg(code)
    }
    return nil
  }

  /// Whether a system's degrees are taken for those of WGS 84: its own, ETRS89's, RGF93's.
  private func isWorldwideDegrees(_ object: OpaquePointer) -> Bool {
    guard proj_get_type(object) == PJ_TYPE_GEOGRAPHIC_2D_CRS else { return false }
    return WorldwideDatum.includes(datumName(of: object))
  }

  /// Whether a system's ellipsoid is that of WGS 84 or GRS 80, a tenth of a millimetre apart.
  func isOnWorldwideEllipsoid(_ object: OpaquePointer) -> Bool {
    // NULL for a system without a geodetic part.
    guard let ellipsoid = proj_get_ellipsoid(handle, object) else { return false }
    defer { proj_destroy(ellipsoid) }
    var major = 0.0
    var flattening = 0.0
    // 0 on failure.
    guard
      proj_ellipsoid_get_parameters(handle, ellipsoid, &major, nil, nil, &flattening) != 0
    else { return false }
    return major == 6_378_137 && abs(flattening - 298.257223) < 1e-5
  }

  /// The name of a system's datum, or ensemble of datums; empty where it has none.
  func datumName(of object: OpaquePointer) -> String {
    // NULL for a system without a geodetic part.
    guard let geodetic = proj_crs_get_geodetic_crs(handle, object) else { return "" }
    defer { proj_destroy(geodetic) }
    // NULL on failure.
    guard let datum = proj_crs_get_datum_forced(handle, geodetic) else { return "" }
    defer { proj_destroy(datum) }
    return PROJContext.name(of: datum)
  }
}

/// Datums that differ from WGS 84 by less than the width of a pavement, by their names.
enum WorldwideDatum {
  private static let names: Set<String> = [
    "worldgeodeticsystem1984", "worldgeodeticsystem1984ensemble", "wgs1984", "wgs84", "dwgs1984",
    "europeanterrestrialreferencesystem1989", "europeanterrestrialreferencesystem1989ensemble",
    "etrs89", "etrs1989", "detrs1989", "reseaugeodesiquefrancais1993",
    "reseaugeodesiquefrancais1993v1", "reseaugeodesiquefrancais1993v2",
    "reseaugeodesiquefrancais1993v2b", "rgf93", "rgf1993", "drgf1993",
  ]

  static func includes(_ name: String) -> Bool { names.contains(ColumnName.folded(name)) }
}
