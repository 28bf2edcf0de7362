import CoverageEngine
import RelaisFormats
import RelaisGeo

/// The columns of a file of schools, from the 2016 directory to today's.
struct SchoolColumns {
  private let ids: [String]
  private let names: [String]
  private let states: [String]
  private let kinds: Kinds
  private let longitude: [String]
  private let latitude: [String]
  private let x: [String]
  private let y: [String]
  private let system: [String]
  /// The national directory, and not a list of one's own.
  let isDirectory: Bool

  private struct Kinds {
    var natureCode: [String]
    var natureLabel: [String]
    var title: [String]
    var nursery: [String]
    var elementary: [String]
    var level: [String]
  }

  init(_ names: inout AttributeNames, isIDConfigured: Bool) {
    isDirectory = names.has(.uai)
    ids = (isIDConfigured ? [] : names(.uai)) + names(.id)
    self.names = names(.name)
    states = names(.state)
    kinds = Kinds(
      natureCode: names(.natureCode), natureLabel: names(.nature), title: names(.title),
      nursery: names(.nursery), elementary: names(.elementary), level: names(.level))
    longitude = names(.longitude)
    latitude = names(.latitude)
    x = names(.x)
    y = names(.y)
    system = names(.referenceSystem)
  }

  /// - Throws: ``FormatError/missing(file:what:found:)`` for a table without coordinates.
  func checkPosition(file: String, headers: [String], isPlane: Bool) throws(FormatError) {
    let isPlaced = !x.isEmpty && !y.isEmpty || !isPlane && !longitude.isEmpty && !latitude.isEmpty
    guard isPlaced || headers.isEmpty else {
      throw .missing(file: file, what: isPlane ? ["x", "y"] : ["lon", "lat"], found: headers)
    }
  }

  func id(of feature: Feature, number: Int) -> String {
    if let own = feature.value(ids) ?? feature.id { return own }
    if case .line(let line) = feature.place { return "line/\(line)" }
    return "feature/\(number + 1)"
  }

  func name(of feature: Feature) -> String? { feature.value(names) }

  /// The state of an establishment that is not open, as the file says it; `nil` of an open one.
  ///
  /// Directories say `1` or `OUVERT`, `2` or `A FERMER` (still open), `3` or `A OUVRIR`.
  func closedState(of feature: Feature) -> String? {
    guard let state = feature.value(states) else { return nil }
    let open = ["1", "2", "ouvert", "ouverte", "afermer"]
    return open.contains(ColumnName.folded(state)) ? nil : state
  }

  func kind(of feature: Feature) -> SchoolNature.Source {
    SchoolNature.Source(
      code: feature.value(kinds.natureCode), label: feature.value(kinds.natureLabel),
      title: feature.value(kinds.title), nursery: feature.value(kinds.nursery),
      elementary: feature.value(kinds.elementary), level: feature.value(kinds.level))
  }

  struct Problem: Error {
    var reason: RejectedRow.Reason
  }

  /// Degrees where the row has them, else metres of the system it names.
  func rawPosition(of feature: Feature, isPlane: Bool) -> Result<RawPosition, Problem> {
    if !isPlane, let longitude = feature.number(longitude), let latitude = feature.number(latitude)
    {
      return .success(
        RawPosition(point: PlanarPoint(x: longitude, y: latitude), system: .geographic))
    }
    if let x = feature.number(x), let y = feature.number(y) {
      let declared = feature.value(system).flatMap { text in
        try? ReferenceSystem(parsing: text.contains(":") ? text : "EPSG:\(text)")
      }
      return .success(RawPosition(point: PlanarPoint(x: x, y: y), system: declared))
    }
    let all = isPlane ? x + y : longitude + latitude + x + y
    for name in all {
      if let text = feature.value([name]), feature.number([name]) == nil {
        return .failure(Problem(reason: .notANumber(text)))
      }
    }
    return .failure(Problem(reason: .missingValue(all.first ?? "")))
  }
}

/// Coordinates as a row has them, and their system where it says.
struct RawPosition {
  var point: PlanarPoint
  var system: ReferenceSystem?

  /// Positions, one per row, `nil` for a row without one; rows of one system are placed together.
  static func placed(
    _ rows: [RawPosition?], in surroundings: Surroundings, file: String
  ) throws -> [Position?] {
    var positions = [Position?](repeating: nil, count: rows.count)
    var groups: [ReferenceSystem?: [Int]] = [:]
    var order: [ReferenceSystem?] = []
    for (index, row) in rows.enumerated() {
      guard let row else { continue }
      if groups[row.system] == nil { order.append(row.system) }
      groups[row.system, default: []].append(index)
    }
    for system in order {
      let own = groups[system] ?? []
      let found = try surroundings.positions(
        own.compactMap { rows[$0]?.point }, declared: system, file: file)
      for (index, position) in zip(own, found) { positions[index] = position }
    }
    return positions
  }
}
