package import CoverageEngine
import RelaisFormats
import RelaisGeo

/// School catchments: areas of GeoJSON or GeoPackage that name a school, or a table of streets and
/// numbers, odd and even, as the ministry publishes them for whole départements.
///
/// Mapping keys: `school`, `other_school`, `street`, `from`, `to`, `parity`, `insee`, `single_sector`.
package enum CatchmentsImporter {
  /// - Parameter communes: Codes of the communes whose rows of a table are taken; empty for all.
  package static func read(
    _ path: String, layer: String? = nil, mapping: ColumnMapping = ColumnMapping(),
    communes: [String] = [], in surroundings: Surroundings
  ) throws -> Imported<[SchoolCatchment]> {
    let records = try PlaceRecords.read(
      path, layer: layer, for: .areas(.catchments), in: surroundings)
    var names = AttributeNames(records, as: .catchments, mapping)
    let school = names(.school)
    let others = names(.otherSchool)
    let commune = names(.cityCode)
    let codes = SireneReader.withArrondissements(Set(communes))
    var elsewhere = 0
    let numbers = Numbers(&names)
    let street = numbers.street
    if !records.headers.isEmpty, school.isEmpty || street.isEmpty {
      throw FormatError.missing(
        file: path, what: school.isEmpty ? ["uai"] : ["voie"], found: records.headers)
    }
    var rejected = records.rejected
    var findings: [Finding] = []
    var catchments: [SchoolCatchment] = []
    for feature in records.features {
      func reject(_ reason: RejectedRow.Reason) {
        rejected.append(RejectedRow(place: feature.place, reason: reason))
      }
      let code = feature.value(commune).map(CatchmentsImporter.code)
      if records.container == .csv, !codes.isEmpty, let code, !codes.contains(code) {
        elsewhere += 1
        continue
      }
      let schools =
        CatchmentsImporter.schools(feature.value(school) ?? feature.id)
        + others.flatMap { CatchmentsImporter.schools(feature.value([$0])) }
      guard let own = schools.first else {
        reject(.missingValue("uai"))
        continue
      }
      let shape: MultiPolygon
      switch feature.geometry {
      case .polygon(let polygon): shape = MultiPolygon([polygon])
      case .multiPolygon(let polygons): shape = polygons
      case nil where records.container == .csv:
        switch numbers.extent(of: feature) {
        case .success(let extent):
          catchments.append(
            SchoolCatchment(
              school: own, alternatives: Array(schools.dropFirst()), extent: extent, commune: code))
        case .failure(let problem): reject(problem.reason)
        }
        continue
      case let other:
        reject(other == nil ? .noGeometry() : .wrongGeometry())
        continue
      }
      guard let (valid, flaw) = try? AreasImporter.checked(shape), !valid.polygons.isEmpty else {
        reject(.invalidGeometry())
        continue
      }
      catchments.append(
        SchoolCatchment(
          school: own, alternatives: Array(schools.dropFirst()), extent: .area(valid)))
      guard let flaw else { continue }
      findings.append(
        Finding(
          .areaRepaired(area: own, flaw: flaw.reason), file: path, place: feature.place,
          position: flaw.position))
    }
    if elsewhere > 0 {
      let isAll = catchments.isEmpty && rejected.isEmpty
      findings.append(
        Finding(
          isAll ? .noneInside(.catchments, of: elsewhere) : .rowsElsewhere(elsewhere), file: path))
    }
    return Imported(
      catchments,
      ImportReport(
        file: path, format: .features(records.container), rows: records.rowCount - elsewhere,
        rejected: rejected,
        findings: records.findings + findings, columns: names.uses,
        understood: records.understood))
  }

  /// The rows of a table that are of some communes, or name none; `nil` for another format, and where all are.
  ///
  /// - Throws: as reading does.
  package static func part(
    of path: String, mapping: ColumnMapping = ColumnMapping(), communes: [String],
    in surroundings: Surroundings
  ) throws -> TablePart? {
    guard !communes.isEmpty, try InputFormat(ofFileAt: path).kind == .table else { return nil }
    let records = try PlaceRecords.read(path, for: .areas(.catchments), in: surroundings)
    var names = AttributeNames(records, as: .catchments, mapping)
    let commune = names(.cityCode)
    let codes = SireneReader.withArrondissements(Set(communes))
    let isKept = records.features.map { feature in
      feature.value(commune).map { codes.contains(CatchmentsImporter.code($0)) } ?? true
    }
    let file = try InputFile(path: path)
    return TablePart(of: try CSVReader.read(file), in: file, keeping: isKept)
  }

  /// A commune's code, whose first zero a spreadsheet may have taken.
  private static func code(_ text: String) -> String {
    text.utf8.count == 4 ? "0" + text : CommuneCode.canonical(text)
  }

  /// The schools a cell names: several codes, or one school by whatever names it.
  private static func schools(_ text: String?) -> [String] {
    guard let text else { return [] }
    let parts = text.split { ",;/|+ ".contains($0) }.map(String.init)
    return parts.count > 1 && parts.allSatisfy(isCode) ? parts : [text]
  }

  /// A number of the national directory: seven digits and a letter.
  private static func isCode(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 8 && bytes[..<7].allSatisfy { (48...57).contains($0) }
      && (65...90).contains(bytes[7] & 0xDF)
  }

  /// The columns of a table of streets and numbers.
  fileprivate struct Numbers {
    let street, from, to, parity, single: [String]

    init(_ names: inout AttributeNames) {
      street = names(.street)
      from = names(.from)
      to = names(.to)
      parity = names(.parity)
      single = names(.singleSector)
    }
  }
}

extension CatchmentsImporter.Numbers {
  fileprivate func extent(
    of feature: Feature
  ) -> Result<SchoolCatchment.Extent, SchoolColumns.Problem> {
    guard let name = feature.value(street) else {
      let mark = feature.value(single).map { ColumnName.foldedLetters($0) } ?? ""
      if ["o", "oui", "1", "true", "vrai", "yes"].contains(mark) { return .success(.commune) }
      return .failure(.init(reason: .missingValue(street.first ?? "voie")))
    }
    func bound(_ names: [String]) -> Result<Int?, SchoolColumns.Problem> {
      guard let text = feature.value(names) else { return .success(nil) }
      // `12 bis` is number 12.
      guard let number = Int(text.prefix { $0.isASCII && $0.isNumber }) else {
        return .failure(.init(reason: .notANumber(text)))
      }
      return .success(number)
    }
    let side: SchoolCatchment.Parity
    let text = feature.value(parity) ?? ""
    switch ColumnName.folded(text) {
    case "", "tous", "toutes", "pi", "ip", "both", "pairetimpair", "pairsetimpairs",
      "impairetpair", "mixte", "all":
      side = .both
    case "pair", "pairs", "p", "even": side = .even
    case "impair", "impairs", "i", "odd": side = .odd
    default: return .failure(.init(reason: .outOfRange(text)))
    }
    return bound(from).flatMap { from in
      bound(to).map { to in .numbers(street: name, from: from, to: to, parity: side) }
    }
  }
}
