package import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Addresses children leave from: the national address base (BAN), a local one (BAL), or plain
/// points of CSV, GeoJSON or GeoPackage.
package enum HomesImporter {
  /// Metres within which two files mean one address by the same words: a door or its plot.
  private static let reach = 50.0

  /// The addresses of several files, one result per file: an address that two of them have counts once, as
  /// the file read later has it.
  ///
  /// Two rows are one address where they bear the same key, or the same number, suffix and street of a
  /// commune at the same place; points without words, where they bear the same name at the same place.
  ///
  /// - Throws: what reading one file throws, at the first that cannot be read at all.
  package static func read(
    files: [String], mapping: ColumnMapping = ColumnMapping(), in surroundings: Surroundings
  ) throws -> [Imported<[Home]>] {
    var all = try files.map { try read($0, mapping: mapping, in: surroundings) }
    guard files.count > 1 else { return all }
    var byID: [String: Home] = [:]
    var byWords: [String: [Home]] = [:]
    func isNear(_ one: Home, _ other: Home) -> Bool {
      surroundings.ground.length(from: one.position, to: other.position) <= reach
    }
    func isKnown(_ home: Home, by words: String?) -> Bool {
      if let other = byID[home.id],
        home.number != nil && other.number == home.number
          || isNear(home, other)
      {
        return true
      }
      return words.map { (byWords[$0] ?? []).contains { isNear(home, $0) } } ?? false
    }
    for file in all.indices.reversed() {
      var kept: [(home: Home, words: String?)] = []
      for home in all[file].value {
        let words = words(of: home)
        if !isKnown(home, by: words) { kept.append((home, words)) }
      }
      for (home, words) in kept {
        byID[home.id] = home
        if let words { byWords[words, default: []].append(home) }
      }
      let copies = all[file].value.count - kept.count
      guard copies > 0 else { continue }
      all[file].value = kept.map(\.home)
      all[file].report.findings.append(
        Finding(.knownTwice(copies, by: .otherFile), file: files[file]))
    }
    return all
  }

  /// What an address is called, without what sources write differently; `nil` for one without a number.
  private static func words(of home: Home) -> String? {
    guard let street = home.street, let number = home.number else { return nil }
    return AddressKey.of(number: number, suffix: home.suffix, street: street)
  }

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
        id: record.id, position: record.position, street: record.street, number: number,
        suffix: record.suffix, commune: record.cityCode)
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
