public import CoverageEngine
import RelaisGeo

/// House numbers of the national address base (BAN) or a local one (BAL), to say where a gap lies.
public enum HouseNumbersImporter {
  public static func read(
    _ path: String, in surroundings: Surroundings
  ) throws -> Imported<[HouseNumbers.Entry]> {
    let table = try CSVReader.read(InputFile(path: path))
    guard let number = table.column(named: ["numero"]),
      let street = table.column(named: ["nom_voie", "voie_nom"])
    else {
      throw FormatError.missing(
        file: path, what: ["numero", "nom_voie"], found: table.headers)
    }
    let suffix = table.column(named: ["rep", "suffixe"])
    let longitude = table.column(named: Synonyms.longitude)
    let latitude = table.column(named: Synonyms.latitude)
    guard let longitude, let latitude else {
      throw FormatError.missing(file: path, what: ["lon", "lat"], found: table.headers)
    }
    var rejected = table.rejected
    var entries: [HouseNumbers.Entry] = []
    for row in table.rows {
      func reject(_ reason: RejectedRow.Reason, _ found: String) {
        rejected.append(RejectedRow(place: row.place, reason: reason, found: found))
      }
      guard let streetText = row.text(street) else {
        reject(.missingValue, "nom_voie")
        continue
      }
      guard let numberText = row.text(number) else {
        reject(.missingValue, "numero")
        continue
      }
      guard let x = row.number(longitude), let y = row.number(latitude) else {
        reject(.notANumber, row.text(longitude) ?? "lon")
        continue
      }
      let position = Position(longitude: x, latitude: y)
      guard position.isGeographic else {
        reject(.outOfRange, "\(x) \(y)")
        continue
      }
      entries.append(
        HouseNumbers.Entry(
          street: streetText,
          number: [numberText, row.text(suffix)].compactMap { $0 }.joined(
            separator: " "), position: position))
    }
    return Imported(
      entries,
      ImportReport(file: path, format: "ban-csv", rows: table.rowCount, rejected: rejected))
  }
}
