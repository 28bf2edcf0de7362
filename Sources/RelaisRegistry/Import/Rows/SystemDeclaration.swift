import RelaisFormats
import RelaisGeo

/// What a file says of the system its coordinates are in.
enum SystemDeclaration: Hashable {
  /// Nothing, or that it is undefined.
  case none
  case known(DeclaredSystem, ReadSystem.Origin)
  /// A name nobody knows, as it is written.
  case unknown(String)

  /// By the name a file gives, or the definition it writes in a name's place.
  ///
  /// - Throws: ``ProjectionError/unavailable(detail:)``.
  init(named text: String?) throws {
    guard let text, !text.isEmpty else {
      self = .none
      return
    }
    guard let (system, isIdentified) = try DeclaredSystem.recognised(text) else {
      self = .unknown(text)
      return
    }
    if case .defined = system {
      self = .known(system, .defined)
    } else {
      self = .known(system, isIdentified && text.contains("[") ? .identified : .declared)
    }
  }

  /// By the code a layer gives; by its definition where nobody knows the code.
  ///
  /// - Throws: ``ProjectionError/unavailable(detail:)``.
  init(of system: GeoPackageReferenceSystem) throws {
    let isUndefined = system.definition.lowercased() == "undefined" || system.definition.isEmpty
    if system.id == 0 || system.id == -1 || system.organisation.uppercased() == "NONE", isUndefined
    {
      self = .none
      return
    }
    let name = "\(system.organisation):\(system.code)"
    let byCode = try SystemDeclaration(named: name)
    guard case .unknown = byCode else {
      self = byCode
      return
    }
    let byDefinition =
      isUndefined ? .unknown(name) : try SystemDeclaration(named: system.definition)
    if case .unknown = byDefinition {
      self = .unknown(system.name.isEmpty ? name : system.name)
    } else {
      self = byDefinition
    }
  }
}
