extension ReferenceSystem {
  /// The metric system a town's geographers use around a position.
  ///
  /// Metropolitan France with Corsica: EPSG:2154 (Lambert-93); Guadeloupe, Martinique, Saint-Martin
  /// and Saint-Barthélemy: 5490; Guyane: 2972; Réunion: 2975; Mayotte: 4471; Saint-Pierre-et-Miquelon:
  /// 4467 — the legal systems of the decree of 26 December 2000 as amended. Elsewhere the WGS 84 UTM
  /// zone, 326xx or 327xx, by plain six-degree zones; ±180° is zone 1, the equator is north, and
  /// beyond the zones' ends near the poles the zone of the longitude still serves.
  ///
  /// France's outline is coarse, drawn by hand to about three kilometres and finer around Geneva and
  /// Basel: close to a border the answer may be the neighbour's. A configured system overrides it.
  ///
  /// - Parameter position: Longitude and latitude, degrees; longitudes beyond ±180 are wrapped, a
  ///   coordinate that is not finite counts as 0.
  /// - Complexity: O(*n*) in the outline's points, some 200.
  public static func suited(to position: Position) -> ReferenceSystem {
    let latitude = position.y.isFinite ? position.y : 0
    var longitude = position.x.isFinite ? position.x : 0
    if abs(longitude) > 180 { longitude.formTruncatingRemainder(dividingBy: 360) }
    if longitude >= 180 { longitude -= 360 }
    if longitude < -180 { longitude += 360 }
    let place = Position(longitude: longitude, latitude: latitude)
    for territory in FrenchTerritory.all where territory.contains(place) {
      return .epsg(territory.code)
    }
    // min: a longitude a rounding error below 180 could otherwise give zone 61.
    let zone = min(60, Int((longitude + 180) / 6) + 1)
    return .epsg((latitude < 0 ? 32700 : 32600) + zone)
  }
}
