import CoverageEngine
import GRDB

/// What establishments are on the map, as rows of their table: one for each establishment.
///
/// Nobody's data are in it, so `erase-person` has nothing to look for there.
enum SightingRecord {
  /// All sightings that can be read; `verify` reports the others. A file of an older version,
  /// opened for reading only, has no such table yet.
  static func all(_ database: Database) throws -> [MapSighting] {
    try rows(database).compactMap(\.sighting)
  }

  /// What of the rows cannot be read, as `verify` names it.
  static func problems(_ database: Database) throws -> [RegistryProblem] {
    try rows(database).filter { $0.sighting == nil }.map {
      .init(.history, .row(table: "map_sightings", id: $0.id ?? 0))
    }
  }

  private static func rows(
    _ database: Database
  ) throws -> [(id: Int64?, sighting: MapSighting?)] {
    guard try database.tableExists("map_sightings") else { return [] }
    return try Row.fetchAll(
      database,
      sql: """
        SELECT id, establishment, object, category, position, neighbours, seen_on
        FROM map_sightings ORDER BY id
        """
    ).map { row in
      guard let establishment = row.text(1), let object = row.text(2), let category = row.text(3),
        let position = row.text(4).flatMap(PositionText.position),
        let neighbours = row.text(5), let day = row.text(6).flatMap({ CalendarDay($0) })
      else { return (row.value(0), nil) }
      return (
        row.value(0),
        MapSighting(
          establishment: establishment, object: object, category: category, position: position,
          neighbours: neighbours.split(separator: " ").map(String.init), day: day)
      )
    }
  }

  /// Writes each over what was known of its establishment; what is so already is left as it is.
  static func write(_ sightings: [MapSighting], _ database: Database) throws {
    let known = Set(try all(database))
    for sighting in sightings where !known.contains(sighting) {
      try database.execute(
        sql: """
          INSERT INTO map_sightings
            (establishment, object, category, position, neighbours, seen_on)
          VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (establishment) DO UPDATE SET object = excluded.object,
            category = excluded.category, position = excluded.position,
            neighbours = excluded.neighbours, seen_on = excluded.seen_on
          """,
        arguments: [
          sighting.establishment, sighting.object, sighting.category,
          PositionText.text(sighting.position), sighting.neighbours.joined(separator: " "),
          sighting.day.iso,
        ])
    }
  }
}
