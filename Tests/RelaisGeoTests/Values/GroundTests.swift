import Foundation
import RelaisGeo
import RelaisTestSupport
import Testing

/// Ground lengths against geodesics laid out by another method.
@Suite struct GroundTests {
  /// Where one arrives after some metres along an azimuth (Vincenty's direct formula, Survey Review
  /// 23, 1975), good to a tenth of a millimetre.
  private func destination(
    from start: Position, azimuth: Double, metres: Double
  ) -> Position {
    let a = 6_378_137.0
    let f = 1 / 298.257_223_563
    let b = a * (1 - f)
    let alpha = azimuth * .pi / 180
    let tanU = (1 - f) * tan(start.y * .pi / 180)
    let cosU = 1 / (1 + tanU * tanU).squareRoot()
    let sinU = tanU * cosU
    let sigma1 = atan2(tanU, cos(alpha))
    let sinAlpha = cosU * sin(alpha)
    let cosSquared = 1 - sinAlpha * sinAlpha
    let u2 = cosSquared * (a * a - b * b) / (b * b)
    let bigA = 1 + u2 / 16384 * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)))
    let bigB = u2 / 1024 * (256 + u2 * (-128 + u2 * (74 - 47 * u2)))
    var sigma = metres / (b * bigA)
    var cosMiddle = 0.0
    for _ in 0..<50 {
      cosMiddle = cos(2 * sigma1 + sigma)
      let inner = -1 + 2 * cosMiddle * cosMiddle
      let delta =
        bigB * sin(sigma)
        * (cosMiddle + bigB / 4
          * (cos(sigma) * inner - bigB / 6 * cosMiddle * (-3 + 4 * sin(sigma) * sin(sigma))
            * (-3 + 4 * cosMiddle * cosMiddle)))
      sigma = metres / (b * bigA) + delta
    }
    let across = sinU * sin(sigma) - cosU * cos(sigma) * cos(alpha)
    let latitude = atan2(
      sinU * cos(sigma) + cosU * sin(sigma) * cos(alpha),
      (1 - f) * (sinAlpha * sinAlpha + across * across).squareRoot())
    let lambda = atan2(
      sin(sigma) * sin(alpha), cosU * cos(sigma) - sinU * sin(sigma) * cos(alpha))
    let c = f / 16 * cosSquared * (4 + f * (4 - 3 * cosSquared))
    let inner = -1 + 2 * cosMiddle * cosMiddle
    let longitude =
      lambda - (1 - c) * f * sinAlpha
      * (sigma + c * sin(sigma) * (cosMiddle + c * cos(sigma) * inner))
    return Position(x: start.x + longitude * 180 / .pi, y: latitude * 180 / .pi)
  }

  @Test(arguments: [-75.0, -21.1, 0, 5.2, 16.2, 43.3, 48.7, 51, 68, 79.9])
  func lengthsAreTrueToOneInAHundredThousand(latitude: Double) {
    for azimuth in stride(from: 0.0, to: 360, by: 17) {
      for metres in [5.0, 80, 700, 1900, 2300, 12_000] {
        let start = Position(longitude: 6.18, latitude: latitude)
        let end = destination(from: start, azimuth: azimuth, metres: metres)
        let length = Ground.ellipsoid.length(from: start, to: end)
        #expect(
          abs(length - metres) <= metres * 1e-6 + 1e-6,
          "\(latitude)°, \(azimuth)°, \(metres) m: \(length)")
        #expect(Ground.ellipsoid.length(from: end, to: start) == length)
      }
    }
  }

  @Test func aParisianStreetIsNotStretchedByItsProjection() {
    // Lambert-93's scale at 42° and 51° is off by 1 in 1000; on the ground nothing shows.
    for latitude in [42.0, 51] {
      let metres = Ground.metresPerDegree(atLatitude: latitude)
      let start = Position(longitude: 2, latitude: latitude)
      let east = Position(longitude: 2 + 100 / metres.x, latitude: latitude)
      #expect(abs(Ground.ellipsoid.length(from: start, to: east) - 100) < 1e-4)
    }
  }

  @Test func aPlaneIsFlat() {
    #expect(
      Ground.plane.length(from: Position(x: -3, y: 0), to: Position(x: 0, y: -4)) == 5)
    let line = [(0.0, 0.0), (30, 40), (30, 40), (30, 100)].map { Position(x: $0.0, y: $0.1) }
    #expect(Ground.plane.length(of: line) == 110)
    #expect(Ground.plane.length(of: line.prefix(1)) == 0)
  }

  @Test func degreesNearAPoleAndAcrossTheDateLineHaveTheirLength() {
    let half = Ground.ellipsoid.length(
      from: Position(x: 0, y: 89.999), to: Position(x: 180, y: 89.999))
    #expect(abs(half - 223.39) < 0.01)
    let across = Ground.ellipsoid.length(
      from: Position(x: 179.9995, y: 0), to: Position(x: -179.9995, y: 0))
    #expect(abs(across - 111.3195) < 0.001)
  }
}
