package import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Children by the squares of INSEE's grid: CSV, GeoJSON or GeoPackage of any vintage, the square
/// identified by its name alone (`idcar_200m`, `IdINSPIRE`).
package enum PopulationImporter {
  /// The squares of several files, one result per file: a square that two of them have counts once, as
  /// the file read later has it, since files are named in the order in which they came to be; and a square
  /// whose smaller ones another file has does not count in addition to them.
  ///
  /// - Throws: ``FormatError``, ``ProjectionError``, at the first file that cannot be read at all.
  package static func read(
    files: [String], layer: String? = nil, mapping: ColumnMapping = ColumnMapping(),
    in surroundings: Surroundings
  ) throws -> [Imported<[ChildrenGrid.Cell]>] {
    var all = try files.map {
      try read($0, layer: layer, mapping: mapping, in: surroundings)
    }
    guard files.count > 1 else { return all }
    let squares = all.map { Set($0.value.map(\.square)) }
    let sides = Set(squares.joined().map(\.side))
    var larger = Set<ChildrenGrid.Square>()
    for square in squares.joined() {
      for side in sides where side > square.side && side % square.side == 0 {
        larger.insert(square.enlarged(to: side))
      }
    }
    for file in all.indices {
      let later = squares[(file + 1)...]
      let kept = all[file].value.filter { cell in
        !larger.contains(cell.square) && !later.contains { $0.contains(cell.square) }
      }
      let copies = all[file].value.count - kept.count
      guard copies > 0 else { continue }
      all[file].value = kept
      all[file].report.findings.append(
        Finding(.knownTwice(copies, by: .otherFile), file: files[file]))
    }
    return all
  }

  package static func read(
    _ path: String, layer: String? = nil, mapping: ColumnMapping = ColumnMapping(),
    in surroundings: Surroundings
  ) throws -> Imported<[ChildrenGrid.Cell]> {
    if try InputFormat(ofFileAt: path) == .csv {
      let table = try CSVReader.read(InputFile(path: path))
      let columns = try Columns(file: path, headers: table.headers, mapping)
      var rows = Rows(RejectedRow.rows(table.rejected))
      for row in table.rows {
        rows.add(row.place, reference: row.text(columns.square)) { key in
          let column = columns.ages[key]
          return (row.text(column), row.number(column))
        } imputed: {
          row.text(columns.imputed) == "1"
        }
      }
      return rows.imported(
        path, .populationGrid(.csv), rowCount: table.rowCount, columns.uses,
        Understood(encoding: table.encoding))
    }
    let records = try PlaceRecords.read(path, layer: layer, for: .population, in: surroundings)
    let headers = records.features.first?.attributes.keys.sorted() ?? []
    let columns = try Columns(file: path, headers: headers, mapping)
    var rows = Rows(records.rejected)
    for feature in records.features {
      func name(_ column: Int) -> [String] { [headers[column]] }
      rows.add(feature.place, reference: feature.value(name(columns.square))) { key in
        let column = name(columns.ages[key])
        return (feature.value(column), feature.number(column))
      } imputed: {
        columns.imputed.map { feature.value(name($0)) == "1" } ?? false
      }
    }
    return rows.imported(
      path, .populationGrid(records.container), rowCount: records.rowCount, columns.uses,
      findings: records.findings, records.understood)
  }

  /// Where the columns are, by whatever numbers them.
  private struct Columns {
    var square: Int
    /// Ages 0–3, 4–5, 6–10, 11–17.
    var ages: [Int]
    var imputed: Int?
    var uses: [ColumnUse]

    init(file: String, headers: [String], _ mapping: ColumnMapping) throws(FormatError) {
      var find = ColumnFinder(headers, as: .population, configured: mapping.columns)
      var found: [Int] = []
      for term in [
        ColumnTerm.square, .childrenUpTo3, .childrenUpTo5, .childrenUpTo10, .childrenUpTo17,
      ] {
        guard let index = find(term) else {
          let names = ColumnVocabulary.standard.names(term, in: .population)
          throw .missing(file: file, what: [names[0]], found: headers)
        }
        found.append(index)
      }
      square = found[0]
      ages = Array(found[1...])
      imputed = find(.imputed)
      uses = find.uses
    }
  }

  private struct Rows {
    var rejected: [RejectedRow]
    var cells: [ChildrenGrid.Cell] = []
    var seen = Set<ChildrenGrid.Square>()

    init(_ rejected: [RejectedRow]) { self.rejected = rejected }

    mutating func add(
      _ place: SourcePlace, reference: String?, _ age: (Int) -> (String?, Double?),
      imputed: () -> Bool
    ) {
      func reject(_ reason: RejectedRow.Reason) {
        rejected.append(
          RejectedRow(place: place, id: reference, reason: reason))
      }
      guard let reference else { return reject(.missingValue("idcar_200m")) }
      guard let square = ChildrenGrid.Square(reference: reference) else {
        return reject(.invalidText(reference))
      }
      var ages: [Children] = []
      for key in 0..<4 {
        let (text, number) = age(key)
        // An empty cell of a statistical table is nobody.
        guard let text else {
          ages.append(.zero)
          continue
        }
        guard let number else { return reject(.notANumber(text)) }
        guard number >= 0, number <= 100_000 else { return reject(.outOfRange(text)) }
        ages.append(Children(millionths: Int64((number * Double(Children.unit)).rounded())))
      }
      guard seen.insert(square).inserted else { return reject(.duplicateID(reference)) }
      cells.append(
        ChildrenGrid.Cell(
          square: square,
          children: ChildrenGrid.levels(
            upTo3: ages[0], upTo5: ages[1], upTo10: ages[2], upTo17: ages[3]),
          isImputed: imputed()))
    }

    func imported(
      _ path: String, _ format: SourceFormat, rowCount: Int, _ columns: [ColumnUse],
      findings: [Finding] = [], _ understood: Understood
    ) -> Imported<[ChildrenGrid.Cell]> {
      Imported(
        cells,
        ImportReport(
          file: path, format: format, rows: rowCount, rejected: rejected, findings: findings,
          columns: columns, understood: understood))
    }
  }
}
