import Foundation

/// Lambert-93, EPSG:2154: the conformal conic projection of metropolitan France on GRS 80.
///
/// Formulas: IGN, *Projection cartographique conique conforme de Lambert*, NT/G 71, ALG0001–0004.
enum Lambert93 {
  private static let eccentricity = GRS80.eccentricity
  private static let origin = (x: 700_000.0, y: 6_600_000.0)
  private static let centralMeridian = radians(3)
  private static let parallels = (radians(44), radians(49))
  private static let exponent: Double = {
    let (first, second) = parallels
    return log(normal(second) * cos(second) / (normal(first) * cos(first)))
      / (isometric(first) - isometric(second))
  }()
  private static let radius: Double =
    normal(parallels.0) * cos(parallels.0) / exponent * exp(exponent * isometric(parallels.0))
  private static let poleY =
    origin.y + radius * exp(-exponent * isometric(radians(46.5)))

  private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }

  /// The great normal: the ellipsoid's radius across the meridian, metres.
  private static func normal(_ latitude: Double) -> Double {
    let sine = eccentricity * sin(latitude)
    return GRS80.semiMajorAxis / (1 - sine * sine).squareRoot()
  }

  /// The isometric latitude, radians.
  private static func isometric(_ latitude: Double) -> Double {
    let sine = eccentricity * sin(latitude)
    return log(tan(.pi / 4 + latitude / 2) * pow((1 - sine) / (1 + sine), eccentricity / 2))
  }

  /// Longitude and latitude, degrees, to x and y, metres.
  static func project(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
    let distance = radius * exp(-exponent * isometric(radians(latitude)))
    let angle = exponent * (radians(longitude) - centralMeridian)
    return (origin.x + distance * sin(angle), poleY - distance * cos(angle))
  }

  /// x and y, metres, to longitude and latitude, degrees.
  static func unproject(x: Double, y: Double) -> (longitude: Double, latitude: Double) {
    let east = x - origin.x
    let south = poleY - y
    let angle = atan2(east, south)
    let isometricLatitude =
      -log((east * east + south * south).squareRoot() / radius) / exponent
    var latitude = 2 * atan(exp(isometricLatitude)) - .pi / 2
    for _ in 0..<8 {
      let sine = eccentricity * sin(latitude)
      latitude =
        2 * atan(pow((1 + sine) / (1 - sine), eccentricity / 2) * exp(isometricLatitude)) - .pi / 2
    }
    return ((angle / exponent + centralMeridian) * 180 / .pi, latitude * 180 / .pi)
  }
}

/// The ellipsoid of the French and European systems.
enum GRS80 {
  static let semiMajorAxis = 6_378_137.0
  static let flattening = 1 / 298.257222101
  static let eccentricity = (flattening * (2 - flattening)).squareRoot()
}
