import CoverageEngine
import RelaisGeo
import RelaisReports
import RelaisWording

/// Where rounds may begin: as the configuration says, else at a town hall.
struct VisitStartFinder {
  /// `nil` on plain files.
  let territory: Territory?
  let facilities: [Facility]
  let candidates: [Candidate]
  /// Town halls outside it are other towns', if there are some inside.
  let studyArea: Area?

  /// - Returns: None where neither is known; the middle of the doors will do.
  /// - Throws: ``TerritoryError`` for a start that is no place, ``GeometryError`` for a broken boundary.
  func starts() throws -> [VisitStart] {
    if let territory, let text = territory.configuration.prospect.start {
      return [try configured(text, territory)]
    }
    let named = (facilities + candidates.map(\.place)).filter(VisitStartFinder.isTownHall)
    let places =
      named.isEmpty
      ? candidates.filter { $0.category == "town-hall" && $0.place.position.isFinite }.map(\.place)
      : named
    let halls = places.map {
      VisitStart(.townHall, name: $0.name ?? $0.id, position: $0.position)
    }
    guard let studyArea, !halls.isEmpty else { return halls }
    let isInside = try PolygonOperations.contains(studyArea.shape, halls.map(\.position))
    let inside = zip(halls, isInside).filter(\.1).map(\.0)
    return inside.isEmpty ? halls : inside
  }

  private func configured(_ text: String, _ territory: Territory) throws -> VisitStart {
    if let position = Position(parsing: text),
      territory.configuration.referenceSystem == .local || position.isGeographic
    {
      return VisitStart(.configured, name: text, position: position)
    }
    let match = try AddressBases.read(of: territory).flatMap { base -> GeocodingMatch? in
      var geocoder = Geocoder(base)
      let match = geocoder.match(AddressInput(text))
      return match.isPlace ? match : nil
    }
    guard let position = match?.position else {
      throw TerritoryError.noStart(
        file: territory.folder + "/relais.yml", line: territory.configuration.prospect.startLine,
        place: text)
    }
    return VisitStart(.configured, name: text, position: position)
  }

  /// By its name: « Mairie », « Hôtel de Ville », with or without the town's; not one of a district.
  private static func isTownHall(_ place: Facility) -> Bool {
    guard let name = place.name.map(ColumnName.folded), place.position.isFinite else {
      return false
    }
    return (name.hasPrefix("mairie") || name.hasPrefix("hoteldeville"))
      && !["annexe", "quartier", "deleguee"].contains { name.contains($0) }
  }
}
