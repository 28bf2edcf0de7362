import CoverageEngine
import RelaisGeo
import RelaisReports

/// Where rounds begin: as the configuration says, else at the town hall.
struct VisitStartFinder {
  /// `nil` on plain files.
  let territory: Territory?
  let places: [Facility]

  /// - Returns: `nil` where neither is known; the middle of the doors will do.
  /// - Throws: ``TerritoryError`` for a start that is no place.
  func start() throws -> VisitStart? {
    if let territory, let text = territory.configuration.prospect.start {
      return try configured(text, territory)
    }
    return places.first { VisitStartFinder.isTownHall($0) }.map {
      VisitStart(.townHall, name: $0.name ?? $0.id, position: $0.position)
    }
  }

  private func configured(_ text: String, _ territory: Territory) throws -> VisitStart {
    if let position = ExplainCommand.position(text),
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
      throw TerritoryError.badValue(
        file: territory.folder + "/relais.yml", line: territory.configuration.prospect.startLine,
        key: "prospect", expected: words.startExpected(text))
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
