import CoverageEngine
import RelaisGeo

/// What the columns of school files are called, from the 2016 directory to today's.
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

  init(_ names: AttributeNames, _ mapping: ColumnMapping) {
    func known(_ key: String, _ synonyms: [String]) -> [String] {
      names.known(mapping.names(key, synonyms))
    }
    let official = [
      "identifiant_de_l_etablissement", "numero_uai", "numero_d_uai", "code_etablissement", "uai",
      "code_uai", "rne", "code_rne",
    ]
    isDirectory = !names.known(official).isEmpty
    ids = known("id", official + ["@id"] + Synonyms.id)
    self.names = known(
      "name",
      [
        "nom_etablissement", "appellation_officielle_uai", "appellation_officielle",
        "denomination_complementaire_ou_patronyme",
      ] + Synonyms.placeName)
    states = names.known([
      "etat", "etat_etablissement", "etat_de_l_etablissement", "code_etat_etablissement",
    ])
    kinds = Kinds(
      natureCode: names.known(["code_nature", "nature_uai", "code_nature_de_l_uai"]),
      natureLabel: names.known([
        "libelle_nature", "lib_nature", "nature_uai_libe", "libelle_de_la_nature_de_l_uai",
      ]),
      title: names.known([
        "denomination_principale_uai", "denomination_principale", "type_etablissement",
      ]),
      nursery: names.known(["ecole_maternelle"]), elementary: names.known(["ecole_elementaire"]),
      level: known("level", ["niveau", "niveaux", "level", "levels", "type", "genre"]))
    longitude = known("lon", Synonyms.longitude + ["longitude_wgs84"])
    latitude = known("lat", Synonyms.latitude + ["latitude_wgs84"])
    x = known("x", Synonyms.x + ["coordonnee_x", "geolocalisation_coordonnee_x"])
    y = known("y", Synonyms.y + ["coordonnee_y", "geolocalisation_coordonnee_y"])
    system = names.known(["epsg_origine", "epsg"])
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

  /// Positions, one per row, `nil` where there is none; rows of one system are placed together.
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
