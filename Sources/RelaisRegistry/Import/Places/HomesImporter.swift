package import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Addresses children leave from: the national address base (BAN), a local one (BAL), or plain
/// points of CSV, GeoJSON or GeoPackage.
package enum HomesImporter {
  package static func read(
    _ path: String, mapping: ColumnMapping = ColumnMapping(), in surroundings: Surroundings
  ) throws -> Imported<[Home]> {
    // Address bases are on earth; on a plane theirs are points like others.
    if surroundings.ground == .ellipsoid, try InputFormat(ofFileAt: path) == .csv {
      let table = try CSVReader.read(InputFile(path: path))
      try ChildData.check(table)
      if AddressReader.recognises(table) { return addresses(try AddressReader(table), path) }
    }
    let places = try FacilitiesImporter.read(path, mapping: mapping, in: surroundings)
    return Imported(
      places.value.map { Home(id: $0.id, position: $0.position) }, places.report)
  }

  /// Numbered addresses; a place without numbers is no home of its own. An address with several
  /// positions is one home, at the best of them to walk to, the first on a tie.
  private static func addresses(_ reader: AddressReader, _ path: String) -> Imported<[Home]> {
    var homes: [Home] = []
    var kinds: [AddressRecord.Kind] = []
    var known: [String: Int] = [:]
    var repeated: [RejectedRow] = []
    let refused = reader.records { record in
      guard let number = record.number else { return }
      var home = Home(
        id: record.id, position: record.position, street: record.street, number: number)
      if home.id.isEmpty, case .line(let line) = record.place { home.id = "line/\(line)" }
      guard let index = known[home.id] else {
        known[home.id] = homes.count
        homes.append(home)
        kinds.append(record.kind)
        return
      }
      guard homes[index].street == home.street, homes[index].number == number else {
        repeated.append(RejectedRow(place: record.place, id: home.id, reason: .duplicateID()))
        return
      }
      if record.kind < kinds[index] {
        homes[index].position = home.position
        kinds[index] = record.kind
      }
    }
    let rejected = (RejectedRow.rows(refused) + repeated).sorted { line($0) < line($1) }
    return Imported(
      homes,
      ImportReport(
        file: path, format: SourceFormat(reader.format), rows: reader.table.rowCount,
        rejected: rejected,
        columns: reader.uses,
        understood: Understood(encoding: reader.table.encoding)))
  }

  private static func line(_ row: RejectedRow) -> Int {
    if case .line(let line) = row.place { line } else { 0 }
  }
}
