/// Who and where the invented town is.
enum TownSite {
  static let name = "Valmeuse-sur-Orle"
  static let insee = "54999"
  static let postcode = "54999"
  /// The name as the post writes it: capitals, no accent, no hyphen.
  static let postalName = "VALMEUSE SUR ORLE"
  /// The commune across the boundary, invented too.
  static let neighbour = "Hautorle"
  static let invented = "Valmeuse-sur-Orle is INVENTED: no street, shop, school or number is real."
  /// The market square, degrees.
  static let centre = (longitude: 6.03, latitude: 48.83)

  private static let origin = Lambert93.project(
    longitude: centre.longitude, latitude: centre.latitude)

  /// A place of the town's plane in Lambert-93, metres.
  static func lambert(_ point: Point) -> (x: Double, y: Double) {
    (origin.x + point.x, origin.y + point.y)
  }

  /// A place of the town's plane in degrees.
  static func degrees(_ point: Point) -> (longitude: Double, latitude: Double) {
    let (x, y) = lambert(point)
    return Lambert93.unproject(x: x, y: y)
  }

  /// A place given in degrees, on the town's plane.
  static func point(longitude: Double, latitude: Double) -> Point {
    let (x, y) = Lambert93.project(longitude: longitude, latitude: latitude)
    return Point(x - origin.x, y - origin.y)
  }
}
