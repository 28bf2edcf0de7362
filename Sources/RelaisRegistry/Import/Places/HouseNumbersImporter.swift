package import CoverageEngine
import RelaisFormats
import RelaisGeo

/// House numbers of the national address base (BAN) or a local one (BAL), to say where a gap lies.
package enum HouseNumbersImporter {
  /// - Throws: ``FormatError``; `.missing` for what is no address base.
  package static func read(_ path: String) throws -> Imported<[HouseNumbers.Entry]> {
    let reader = try AddressReader(InputFile(path: path))
    var entries: [HouseNumbers.Entry] = []
    // Place names have no number to name a gap by; provisional numbers nobody reads on a door.
    let rejected = reader.records { record in
      guard let number = record.number, number < 5000 else { return }
      entries.append(
        HouseNumbers.Entry(
          street: record.street,
          number: record.suffix.isEmpty ? String(number) : "\(number) \(record.suffix)",
          position: record.position))
    }
    return Imported(
      entries,
      ImportReport(
        file: path, format: SourceFormat(reader.format), rows: reader.table.rowCount,
        rejected: RejectedRow.rows(rejected), columns: reader.uses,
        understood: Understood(encoding: reader.table.encoding)))
  }
}
