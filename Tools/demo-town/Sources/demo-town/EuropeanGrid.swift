import Foundation

/// ETRS89-LAEA, EPSG:3035: the equal-area projection whose 200 m squares INSEE counts people in.
///
/// Formulas: Snyder, *Map Projections: A Working Manual*, 1987, pages 187–190.
enum EuropeanGrid {
  private static let e = GRS80.eccentricity
  private static let falseOrigin = (east: 4_321_000.0, north: 3_210_000.0)
  private static let centre = (longitude: 10 * Double.pi / 180, latitude: 52 * Double.pi / 180)
  private static let qPole = q(1)
  private static let authalicRadius = GRS80.semiMajorAxis * (qPole / 2).squareRoot()
  private static let centreBeta = asin(q(sin(centre.latitude)) / qPole)
  private static let stretch: Double = {
    let sine = e * sin(centre.latitude)
    return GRS80.semiMajorAxis * cos(centre.latitude)
      / ((1 - sine * sine).squareRoot() * authalicRadius * cos(centreBeta))
  }()

  /// Snyder's q, of a sine of latitude.
  private static func q(_ sine: Double) -> Double {
    let es = e * sine
    return (1 - e * e) * (sine / (1 - es * es) - log((1 - es) / (1 + es)) / (2 * e))
  }

  /// Longitude and latitude, degrees, to easting and northing, metres.
  static func project(
    longitude: Double, latitude: Double
  ) -> (east: Double, north: Double) {
    let lambda = longitude * .pi / 180 - centre.longitude
    let beta = asin(q(sin(latitude * .pi / 180)) / qPole)
    let cosine = sin(centreBeta) * sin(beta) + cos(centreBeta) * cos(beta) * cos(lambda)
    let b = authalicRadius * (2 / (1 + cosine)).squareRoot()
    let north = cos(centreBeta) * sin(beta) - sin(centreBeta) * cos(beta) * cos(lambda)
    return (
      falseOrigin.east + b * stretch * cos(beta) * sin(lambda),
      falseOrigin.north + b / stretch * north
    )
  }
}
