/// Metres to degrees by the legal system of a commune's part of France, for rows that have no degrees; a
/// projection is made when first needed, the last one is kept.
package struct LegalSystems: ~Copyable {
  private var projector: Projector?
  private var code = 0

  package init() {}

  package mutating func position(_ x: Double, _ y: Double, cityCode: String) -> Position? {
    let code =
      cityCode.hasPrefix("97") ? LegalSystems.codes[String(cityCode.prefix(3))] ?? 0 : 2154
    if code != self.code {
      projector = try? Projector(.epsg(code))
      self.code = code
    }
    return projector?.inverse(PlanarPoint(x: x, y: y))
  }

  private static let codes = [
    "971": 5490, "972": 5490, "973": 2972, "974": 2975, "975": 4467, "976": 4471, "977": 5490,
    "978": 5490,
  ]
}
