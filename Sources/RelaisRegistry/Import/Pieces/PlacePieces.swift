package import CoverageEngine
package import RelaisFormats
package import RelaisGeo

/// Files of places shared out to the units of a plan, each unit getting what lies in its box.
package enum PlacePieces {
  /// Relays as a file that is read back as the same relays; nothing of them but what a run reads.
  package static func bytes(of relays: [Facility]) -> [UInt8] {
    var writer = CSVWriter(
      headers: ["identifiant", "nom", "type", "longitude", "latitude", "opening_hours"],
      decimalComma: false, mark: false)
    for relay in relays {
      writer.append([
        .text(relay.id), .text(relay.name ?? ""), .text(relay.kind?.text ?? ""),
        .text(relay.position.x.description), .text(relay.position.y.description),
        .text(relay.openingHours ?? ""),
      ])
    }
    return writer.bytes
  }

  /// Schools likewise; their entrances are not kept.
  package static func bytes(of schools: [School]) -> [UInt8] {
    var writer = CSVWriter(
      headers: ["identifiant", "nom", "libelle_nature", "longitude", "latitude"],
      decimalComma: false, mark: false)
    for school in schools {
      writer.append([
        .text(school.id), .text(school.name ?? ""),
        .text(school.levels.all.map(PlacePieces.word).joined(separator: " ")),
        .text(school.position.x.description), .text(school.position.y.description),
      ])
    }
    return writer.bytes
  }

  /// The word ``SchoolNature`` knows a level by.
  private static func word(_ level: SchoolLevel) -> String {
    switch level {
    case .nursery: "maternelle"
    case .elementary: "élémentaire"
    case .lowerSecondary: "collège"
    case .upperSecondary: "lycée"
    }
  }

  /// An address base, its rows by unit.
  package struct Addresses {
    private let table: CSVTable
    private let rows: [[Int]]
    /// Rows that cannot be taken.
    package let rejected: [RejectedRow]
    /// Rows that lie in no unit.
    package let beyond: Int

    /// - Throws: ``FormatError``; `.missing` for what is no address base.
    package init(_ path: String, units: EnvelopeIndex, count: Int) throws(FormatError) {
      let reader = try AddressReader(InputFile(path: path))
      table = reader.table
      var rows = [[Int]](repeating: [], count: count)
      var beyond = 0
      var row = 0
      let all = table.rows
      let damaged = reader.records { record in
        guard case .line(let line) = record.place else { return }
        // Records come in the order of the rows.
        while row < all.count, all[row].line < line { row += 1 }
        let units = units.holding(record.position)
        if units.isEmpty { beyond += 1 }
        for unit in units { rows[unit].append(row) }
      }
      rejected = RejectedRow.rows(damaged)
      self.rows = rows
      self.beyond = beyond
    }

    /// The rows of a unit.
    package func count(of unit: Int) -> Int { rows[unit].count }

    /// The rows of a unit as a file.
    package func bytes(of unit: Int) -> [UInt8] { table.bytes(ofRows: rows[unit]) }
  }
}
