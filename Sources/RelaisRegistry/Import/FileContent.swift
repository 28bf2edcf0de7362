import RelaisGeo

/// What a file of places or areas tells of, by the names its rows bear: where points, lines and polygons
/// alone do not say.
public enum FileContent: Sendable {
  case schools
  /// Squares of children.
  case population
  case catchments

  /// `nil` for whatever bears none of these names.
  ///
  /// - Throws: what the readers throw.
  public static func guess(_ path: String, in surroundings: Surroundings) throws -> FileContent? {
    let records = try PlaceRecords.read(path, in: surroundings)
    let names = AttributeNames(records)
    if !names.known(["idcar_200m", "IdINSPIRE", "id_carr_200m"]).isEmpty,
      !names.known(["ind_6_10"]).isEmpty
    {
      return .population
    }
    let identifiesSchools = !names.known(school).isEmpty
    let first = records.features.first?.geometry
    switch first {
    case .polygon, .multiPolygon: return identifiesSchools ? .catchments : nil
    case .point, .multiPoint:
      return identifiesSchools || !names.known(directory).isEmpty ? .schools : nil
    case nil where records.format == "csv":
      if identifiesSchools, !names.known(["voie", "nom_voie", "type_et_libelle"]).isEmpty {
        return .catchments
      }
      return names.known(directory).isEmpty ? nil : .schools
    default: return nil
    }
  }

  private static let school = ["uai", "code_uai", "numero_uai", "code_rne", "rne"] + directory
  private static let directory = [
    "identifiant_de_l_etablissement", "numero_uai", "numero_d_uai",
  ]
}
