package import CoverageEngine
package import RelaisFormats
import RelaisGeo

/// Areas with a name: boundary, districts, priority areas, of GeoJSON or GeoPackage.
package enum AreasImporter {
  /// Areas that are not valid are repaired, with a finding each.
  ///
  /// - Parameters:
  ///   - kind: What they are, by which a layer is chosen among several.
  ///   - layer: A layer of a GeoPackage; `nil` to choose.
  ///   - codes: Communes' codes that are looked for; a layer that has one is chosen.
  /// - Throws: ``FormatError``, ``ProjectionError``.
  package static func read(
    _ path: String, as kind: InputKind = .boundary, layer: String? = nil, codes: [String] = [],
    mapping: ColumnMapping = ColumnMapping(), in surroundings: Surroundings
  ) throws -> Imported<[Area]> {
    let format = try InputFormat(ofFileAt: path)
    guard format.kind == .features else {
      throw FormatError.missing(
        file: path, what: InputFormat.titlesOfFeatures, found: [format.rawValue])
    }
    let source = try FeatureSource.read(
      path, format: format, layer: layer, for: .areas(kind, codes: codes), in: surroundings)
    var rejected = source.rejected
    var findings: [Finding] = []
    var areas: [Area] = []
    var find = ColumnFinder(source.headers, as: .areas, configured: mapping.columns)
    var ids = find.names(.id)
    var names = find.names(.name)
    if kind != .boundary {
      // Parts of a town bear its code and its name as well as their own.
      let count = source.features.count
      AreasImporter.prefer(&ids, in: source.features) { $0 == count }
      AreasImporter.prefer(&names, in: source.features) { $0 > 1 }
    }
    var open: [(feature: Feature, id: String, name: String)] = []
    func take(_ shape: MultiPolygon, _ feature: Feature, _ id: String, _ name: String) -> Bool {
      guard let (valid, flaw) = try? checked(shape), !valid.polygons.isEmpty else {
        rejected.append(RejectedRow(place: feature.place, id: id, reason: .invalidGeometry()))
        return false
      }
      if let flaw {
        findings.append(
          Finding(
            .areaRepaired(area: id, flaw: flaw.reason), file: path, place: feature.place,
            position: flaw.position))
      }
      areas.append(Area(id: id, name: name, shape: valid))
      return true
    }
    for (number, feature) in source.features.enumerated() {
      let own = feature.text(ids)
      let id = (kind == .boundary ? code(own) : own) ?? feature.id ?? String(number + 1)
      let name = feature.text(names) ?? id
      switch feature.geometry {
      case .polygon(let polygon): _ = take(MultiPolygon([polygon]), feature, id, name)
      case .multiPolygon(let polygons): _ = take(polygons, feature, id, name)
      case .lineString, .multiLineString: open.append((feature, id, name))
      case let other:
        rejected.append(
          RejectedRow(
            place: feature.place, id: id, reason: other == nil ? .noGeometry() : .wrongGeometry()))
      }
    }
    // Outlines may be drawn as lines: each closed by itself, else those of the town all together.
    let lone = open.filter { row in
      guard let shape = row.feature.geometry?.enclosed else { return true }
      _ = take(shape, row.feature, row.id, row.name)
      return false
    }
    let joined = kind == .boundary && areas.isEmpty ? Geometry.enclosed(lone.map(\.feature)) : nil
    if let joined, let first = lone.first, take(joined, first.feature, first.id, first.name) {
    } else {
      rejected += lone.map {
        RejectedRow(place: $0.feature.place, id: $0.id, reason: .wrongGeometry())
      }
    }
    if kind == .boundary, areas.isEmpty {
      findings.append(Finding(.boundaryWithoutArea, file: path))
    }
    return Imported(
      areas,
      ImportReport(
        file: path, format: .features(source.container), rows: source.rowCount, rejected: rejected,
        findings: source.findings + findings, columns: find.uses,
        understood: source.understood))
  }

  /// Puts the first column whose values are as many as wanted before the others.
  private static func prefer(
    _ names: inout [String], in features: [Feature], where isWanted: (_ values: Int) -> Bool
  ) {
    guard features.count > 1 else { return }
    let index = names.firstIndex { name in
      isWanted(Set(features.compactMap { $0.text([name]) }).count)
    }
    if let index { names.insert(names.remove(at: index), at: 0) }
  }

  /// A code as it is written officially: a spreadsheet takes the zero from those of the first départements.
  private static func code(_ text: String?) -> String? {
    guard let text, text.utf8.count == 4, text.utf8.allSatisfy({ 48...57 ~= $0 }) else {
      return text
    }
    return "0" + text
  }

  /// The shape made valid, and what was wrong with it, `nil` for nothing.
  static func checked(_ shape: MultiPolygon) throws -> (MultiPolygon, ValidityFlaw?) {
    guard let flaw = try PolygonOperations.validityFlaw(of: shape) else { return (shape, nil) }
    return (try PolygonOperations.repaired(shape), flaw)
  }

  /// The one area a boundary file is about: by INSEE code, else by name, else the only one.
  ///
  /// Where areas bear codes, one that is given must be among them: an area of the same name is another
  /// commune, or what the commune is a part of. Of several with the town's name the smallest is it
  /// where all others contain it, since a commune lies within what is named after it.
  ///
  /// - Parameter file: What errors name.
  /// - Returns: `nil` where nothing points to one of several.
  /// - Throws: ``FormatError/codeAbsent(file:code:found:)``,
  ///   ``FormatError/areaNotEvident(file:name:found:)``.
  package static func boundary(
    among areas: [Area], insee: String?, name: String, file: String
  ) throws(FormatError) -> Area? {
    func told(_ areas: [Area]) -> [String] { areas.prefix(8).map { "\($0.id) \($0.name)" } }
    if let insee {
      let own = areas.filter { $0.id == insee }
      if let found = joined(own) { return found }
      if areas.contains(where: { isTownCode($0.id) }) {
        throw .codeAbsent(file: file, code: insee, found: told(areas))
      }
    }
    if areas.count == 1 { return areas[0] }
    let named = areas.filter { ColumnName.folded($0.name) == ColumnName.folded(name) }
    guard let smallest = named.min(by: { size($0) < size($1) }) else { return nil }
    let inner = box(smallest)
    let isNested = named.allSatisfy { area in
      let outer = box(area)
      return outer.minX <= inner.minX && outer.minY <= inner.minY && outer.maxX >= inner.maxX
        && outer.maxY >= inner.maxY
    }
    guard isNested else { throw .areaNotEvident(file: file, name: name, found: told(named)) }
    return smallest
  }

  /// Parts of one area, each on a row of its own; where they cannot be joined the first one.
  private static func joined(_ parts: [Area]) -> Area? {
    guard let first = parts.first, parts.count > 1,
      let shape = try? PolygonOperations.union(of: parts.map(\.shape))
    else { return parts.first }
    return Area(id: first.id, name: first.name, shape: shape)
  }

  /// Five characters of an INSEE code: digits, save the second of Corsica's.
  private static func isTownCode(_ text: String) -> Bool {
    let characters = Array(text.utf8)
    return characters.count == 5
      && characters.enumerated().allSatisfy { index, byte in
        48...57 ~= byte || (index == 1 && (byte == 65 || byte == 66))
      }
  }

  private static func box(_ area: Area) -> Envelope {
    Envelope(of: area.shape.polygons.flatMap(\.shell))
  }

  private static func size(_ area: Area) -> Double {
    let box = box(area)
    return (box.maxX - box.minX) * (box.maxY - box.minY)
  }
}
