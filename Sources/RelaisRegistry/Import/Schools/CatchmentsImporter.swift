package import CoverageEngine
import RelaisFormats
import RelaisGeo

/// School catchments: areas of GeoJSON or GeoPackage that name a school, or a table of streets and
/// numbers, odd and even, as several départements publish them.
///
/// Mapping keys: `school`, `street`, `from`, `to`, `parity`.
package enum CatchmentsImporter {
  package static func read(
    _ path: String, layer: String? = nil, mapping: ColumnMapping = ColumnMapping(),
    in surroundings: Surroundings
  ) throws -> Imported<[SchoolCatchment]> {
    let records = try PlaceRecords.read(
      path, layer: layer, for: .areas(.catchments), in: surroundings)
    var names = AttributeNames(records, as: .catchments, mapping)
    let school = names(.school)
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
      guard let own = feature.value(school) ?? feature.id else {
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
          catchments.append(SchoolCatchment(school: own, extent: extent))
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
      catchments.append(SchoolCatchment(school: own, extent: .area(valid)))
      guard let flaw else { continue }
      findings.append(
        Finding(
          .areaRepaired(area: own, flaw: flaw.reason), file: path, place: feature.place,
          position: flaw.position))
    }
    return Imported(
      catchments,
      ImportReport(
        file: path, format: .features(records.container), rows: records.rowCount,
        rejected: rejected,
        findings: records.findings + findings, columns: names.uses,
        understood: records.understood))
  }

  /// The columns of a table of streets and numbers.
  fileprivate struct Numbers {
    let street, from, to, parity: [String]

    init(_ names: inout AttributeNames) {
      street = names(.street)
      from = names(.from)
      to = names(.to)
      parity = names(.parity)
    }
  }
}

extension CatchmentsImporter.Numbers {
  fileprivate func extent(
    of feature: Feature
  ) -> Result<SchoolCatchment.Extent, SchoolColumns.Problem> {
    guard let name = feature.value(street) else {
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
