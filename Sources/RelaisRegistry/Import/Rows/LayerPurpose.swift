import CoverageEngine
import RelaisFormats
import RelaisGeo

/// What a layer of features is to be read for, and how likely one holds it.
enum LayerPurpose {
  case streets
  /// Areas of a kind, perhaps those of some communes by their codes.
  case areas(InputKind, codes: [String] = [])
  /// Points with a name.
  case places
  case population
  /// Whatever the first layer holds.
  case anything

  /// What a layer's features are drawn as.
  enum Shape {
    case points
    case lines
    case areas
    /// None, or of several kinds.
    case unknown
  }

  /// Whether features of a shape can serve at all.
  func takes(_ shape: Shape) -> Bool {
    switch self {
    case .streets: shape == .lines
    case .areas, .population: shape == .areas
    case .places: shape == .points
    case .anything: true
    }
  }

  /// How evident it is that a layer is the one, by its name, its columns and some of its rows; of two
  /// with the same rank neither is evident.
  ///
  /// - Parameter holds: Whether a row bears one of some codes.
  func rank(
    _ layer: GeoPackageReader.Layer, sample: [Feature],
    holds: ([String]) throws(FormatError) -> Bool
  ) throws(FormatError) -> Int {
    let name = ColumnName.folded(layer.name)
    func says(_ words: [String]) -> Bool { words.contains { name.contains($0) } }
    switch self {
    case .streets: return StreetLayer.rank(layer, sample: sample)
    case .areas(let kind, let codes):
      let isFound = codes.isEmpty ? false : try holds(codes)
      return (isFound ? 10 : 0) + LayerPurpose.areaRank(kind, name, says)
    case .places:
      return ColumnFinder(layer.columns, as: .places).has(.name) ? 2 : 1
    case .population:
      return ColumnFinder(layer.columns, as: .population).has(.square) ? 2 : 1
    case .anything: return 1
    }
  }

  /// By the names ADMIN EXPRESS and towns give: the commune before its parts and what it is a part of.
  private static func areaRank(
    _ kind: InputKind, _ name: String, _ says: ([String]) -> Bool
  ) -> Int {
    let isPriority = name.hasPrefix("qp") || says(["prioritaire"])
    let isDistrict = says(["quartier", "district", "iris", "secteur"]) && !isPriority
    let isPartOrWhole = says([
      "arrondissement", "canton", "epci", "departement", "region", "associee", "deleguee",
      "collectivite", "chflieu",
    ])
    switch kind {
    case .priorityAreas: return isPriority ? 4 : isDistrict || isPartOrWhole ? 1 : 2
    case .districts: return isDistrict ? 4 : isPriority || isPartOrWhole ? 1 : 2
    case .streets, .boundary, .addresses, .schools, .catchments, .adherents, .candidates,
      .population:
      if name == "commune" || name == "communes" { return 5 }
      if isPartOrWhole || isDistrict || isPriority { return 1 }
      return says(["commune", "perimetre", "limite", "contour", "boundary", "ville"]) ? 3 : 2
    }
  }
}
