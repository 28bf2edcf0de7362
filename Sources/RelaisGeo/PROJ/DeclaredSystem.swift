import CPROJ

/// What a file says its coordinates are in: a registered system, or a definition of its own.
public enum DeclaredSystem: Hashable, Sendable {
  case registered(ReferenceSystem)
  /// A definition that no system of EPSG's registry is the same as, used as it is.
  ///
  /// - Parameters:
  ///   - name: The one it bears.
  ///   - text: Well-known text, or whatever else PROJ reads.
  case defined(name: String, text: String)

  /// Coordinates are degrees taken for WGS 84.
  public var isGeographic: Bool {
    if case .registered(let system) = self { system.isGeographic } else { false }
  }

  /// A system by what a file calls it, and whether PROJ had to identify it.
  ///
  /// Names are those of ``ReferenceSystem/init(parsing:)``, and those of the other registries PROJ
  /// knows (`IGNF:LAMB93`, `urn:ogc:def:crs:IGNF::LAMB93`, `ESRI:102110`); EPSG's name before a number
  /// only Esri has (`EPSG:102100`) stands for Esri's. A definition, or another registry's system, is
  /// the registered one of EPSG where PROJ identifies it and finds both equivalent, the order of axes
  /// aside; degrees on WGS 84, ETRS89 or RGF93 are ``ReferenceSystem/geographic``.
  ///
  /// - Returns: `nil` for what names no system of positions on earth.
  /// - Throws: ``ProjectionError/unavailable(detail:)``.
  /// - Complexity: Some milliseconds; tens for a definition.
  public static func recognised(
    _ text: String
  ) throws(ProjectionError) -> (system: DeclaredSystem, isIdentified: Bool)? {
    if let system = try? ReferenceSystem(parsing: text) {
      if system == .local || system.isGeographic { return (.registered(system), false) }
      let context = try PROJContext()
      do throws(ProjectionError) {
        proj_destroy(try context.makeSystem(system))
        return (.registered(system), false)
      } catch .unknownCode {
        return nil
      }
    }
    let context = try PROJContext()
    guard let object = context.makeSystem(named: text) else { return nil }
    defer { proj_destroy(object) }
    if let system = context.identified(object) { return (.registered(system), true) }
    let kind = proj_get_type(object)
    guard
      kind == PJ_TYPE_PROJECTED_CRS || kind == PJ_TYPE_GEOGRAPHIC_2D_CRS
        || kind == PJ_TYPE_BOUND_CRS
    else { return nil }
    return (.defined(name: PROJContext.name(of: object), text: text), false)
  }
}

extension DeclaredSystem: CustomStringConvertible {
  /// `EPSG:2154`, or the name a definition bears.
  public var description: String {
    switch self {
    case .registered(let system): system.description
    case .defined(let name, _): name
    }
  }
}
