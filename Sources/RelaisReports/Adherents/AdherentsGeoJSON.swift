package import CoverageEngine
import RelaisFormats
import RelaisGeo

/// The adherents as points, without contacts.
package enum AdherentsGeoJSON {
  /// One point per establishment, in their order; without a geometry where the position is unknown.
  package static func bytes(_ establishments: [Establishment]) -> [UInt8] {
    var writer = GeoJSONWriter(name: "adherents")
    for one in establishments {
      writer.append(
        one.position.map { .point($0) }, id: one.id,
        attributes: EstablishmentField.allCases.filter { $0 != .position }.map { field in
          (field.rawValue, one.text(field).map { .text($0) } ?? .null)
        })
    }
    return writer.finish()
  }
}
