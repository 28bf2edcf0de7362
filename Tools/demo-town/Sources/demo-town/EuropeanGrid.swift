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

  /// Easting and northing, metres, to longitude and latitude, degrees.
  static func unproject(
    east: Double, north: Double
  ) -> (longitude: Double, latitude: Double) {
    let x = east - falseOrigin.east
    let y = north - falseOrigin.north
    let rho = ((x / stretch) * (x / stretch) + (stretch * y) * (stretch * y)).squareRoot()
    guard rho > 0 else { return (10, 52) }
    let c = 2 * asin(rho / (2 * authalicRadius))
    let target =
      qPole * (cos(c) * sin(centreBeta) + stretch * y * sin(c) * cos(centreBeta) / rho)
    let lambda =
      centre.longitude
      + atan2(
        x * sin(c),
        stretch * rho * cos(centreBeta) * cos(c) - stretch * stretch * y * sin(centreBeta) * sin(c))
    var latitude = asin(target / 2)
    for _ in 0..<8 {
      let sine = sin(latitude)
      let es = 1 - e * e * sine * sine
      latitude += es * es / (2 * cos(latitude)) * (target - q(sine)) / (1 - e * e)
    }
    return (lambda * 180 / .pi, latitude * 180 / .pi)
  }
}
