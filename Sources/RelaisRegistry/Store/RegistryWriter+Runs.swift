public import CoverageEngine
import RelaisGeo

extension RegistryWriter {
  /// Keeps what a run found, once: the same run again, on the same inputs, leaves one row, the last of
  /// its day.
  public func record(_ run: RunRecord) throws {
    try RunTables.write(run, database)
  }

  /// Remembers what establishments are on the map; what is so already is not written again.
  public func record(_ sightings: [MapSighting]) throws {
    try SightingRecord.write(sightings, database)
  }

  /// Remembers the streets to cover of a day; what is so already is not written again.
  package func record(_ streets: StreetMap, on day: CalendarDay) throws {
    try StreetMapRecord.write(streets, day, database)
  }
}
