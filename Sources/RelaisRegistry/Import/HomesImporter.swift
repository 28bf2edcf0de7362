public import CoverageEngine
import RelaisGeo

/// Addresses children leave from: the national address base (BAN), a local one (BAL), or plain
/// points of CSV, GeoJSON or GeoPackage.
public enum HomesImporter {
  public static func read(
    _ path: String, mapping: ColumnMapping = ColumnMapping(), in surroundings: Surroundings
  ) throws -> Imported<[Home]> {
    if try InputFormat(ofFileAt: path) == .csv {
      let table = try CSVReader.read(InputFile(path: path))
      if let number = table.column(named: ["numero"]),
        let street = table.column(named: ["nom_voie", "voie_nom"])
      {
        return try addresses(table, number: number, street: street, path, surroundings)
      }
    }
    let places = try FacilitiesImporter.read(path, mapping: mapping, in: surroundings)
    return Imported(
      places.value.map { Home(id: $0.id, position: $0.position) }, places.report)
  }

  private static func addresses(
    _ table: CSVTable, number: Int, street: Int, _ path: String, _ surroundings: Surroundings
  ) throws -> Imported<[Home]> {
    let isPlane = surroundings.ground == .plane
    let x = table.column(named: isPlane ? Synonyms.x : Synonyms.longitude)
    let y = table.column(named: isPlane ? Synonyms.y : Synonyms.latitude)
    guard let x, let y else {
      throw FormatError.missing(
        file: path, what: isPlane ? ["x", "y"] : ["lon", "lat"], found: table.headers)
    }
    let id = table.column(named: ["id", "cle_interop", "uid_adresse"])
    var rejected = table.rejected
    var homes: [Home] = []
    var places: [SourcePlace] = []
    var raw: [PlanarPoint] = []
    var seen = Set<String>()
    for row in table.rows {
      let own = row.text(id) ?? "line/\(row.line)"
      func reject(_ reason: RejectedRow.Reason, _ found: String = "") {
        rejected.append(RejectedRow(place: row.place, id: own, reason: reason, found: found))
      }
      guard let east = row.number(x), let north = row.number(y) else {
        let column = row.number(x) == nil ? x : y
        if let text = row.text(column) {
          reject(.notANumber, text)
        } else {
          reject(.missingValue, table.headers[column])
        }
        continue
      }
      guard seen.insert(own).inserted else {
        reject(.duplicateID)
        continue
      }
      raw.append(PlanarPoint(x: east, y: north))
      places.append(row.place)
      homes.append(
        Home(
          id: own, position: Position(x: east, y: north), street: row.text(street),
          number: row.text(number).flatMap { Int($0) }))
    }
    let positions = try surroundings.positions(
      raw, declared: isPlane ? nil : .geographic, file: path)
    var placed: [Home] = []
    placed.reserveCapacity(homes.count)
    for (index, position) in positions.enumerated() {
      var home = homes[index]
      guard let position else {
        rejected.append(
          RejectedRow(
            place: places[index], id: home.id, reason: .outOfRange,
            found: "\(raw[index].x) \(raw[index].y)"))
        continue
      }
      home.position = position
      placed.append(home)
    }
    return Imported(
      placed, ImportReport(file: path, format: "ban-csv", rows: table.rowCount, rejected: rejected))
  }
}
