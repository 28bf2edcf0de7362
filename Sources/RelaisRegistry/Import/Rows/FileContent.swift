import RelaisGeo

/// What a file of places or areas holds, by its column names, where points, lines and polygons
/// alone do not show it.
package enum FileContent: Sendable {
  case schools
  /// Squares of children.
  case population
  case catchments

  /// `nil` for whatever bears none of these names.
  ///
  /// - Throws: what the readers throw.
  package static func guess(_ path: String, in surroundings: Surroundings) throws -> FileContent? {
    let records = try PlaceRecords.read(path, for: .anything, in: surroundings)
    let names = AttributeNames(records, as: .content)
    if names.has(.square), names.has(.childrenUpTo10) { return .population }
    let identifiesSchools = names.has(.uai)
    let isDirectory = names.has(.uai, in: .contentDirectory)
    let first = records.features.first?.geometry
    switch first {
    case .polygon, .multiPolygon: return identifiesSchools ? .catchments : nil
    case .point, .multiPoint:
      return identifiesSchools || isDirectory ? .schools : nil
    case nil where records.container == .csv:
      if identifiesSchools, names.has(.street) { return .catchments }
      return isDirectory ? .schools : nil
    case .lineString, .multiLineString, nil: return nil
    }
  }
}
