import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// The box in which a territory's relays should lie: that of its boundary, else of its streets, and
/// two kilometres around it.
enum TerritoryExtent {
  /// Metres around the boundary or the streets where a relay still serves them.
  static let margin = 2000.0

  /// The box, read from the territory's files; `nil` without a boundary and streets on earth.
  ///
  /// Reading the streets of a large extract takes seconds: ask only where a position must be judged.
  /// A file that cannot be read counts as missing here; the commands that need it say so.
  static func box(of territory: Territory) -> Envelope? {
    let configuration = territory.configuration
    let surroundings = Surroundings(configuration.referenceSystem)
    guard surroundings.ground == .ellipsoid else { return nil }
    if let boundary = boundary(of: territory, in: surroundings) { return widened(boundary) }
    var box = Envelope.empty
    for file in territory.files(.streets) {
      let streets = try? StreetsImporter.read(
        file, layer: configuration.layers[.streets],
        mapping: configuration.columns[.streets] ?? ColumnMapping(), in: surroundings)
      for position in streets?.value.positions ?? [] { box.extend(to: position) }
    }
    return widened(box)
  }

  /// The box where the network was built anyway.
  static func box(of territory: Territory, network: StreetNetwork) -> Envelope? {
    guard network.ground == .ellipsoid else { return nil }
    let surroundings = Surroundings(territory.configuration.referenceSystem)
    return widened(boundary(of: territory, in: surroundings) ?? network.envelope)
  }

  private static func boundary(
    of territory: Territory, in surroundings: Surroundings
  ) -> Envelope? {
    try? StudyArea.read(StudyArea.Question(territory), in: surroundings).envelope
  }

  private static func widened(_ box: Envelope) -> Envelope? {
    guard !box.isEmpty, box.minX.isFinite, box.minY.isFinite else { return nil }
    let metres = Ground.metresPerDegree(atLatitude: box.centre.y)
    return Envelope(
      minX: box.minX - margin / metres.x, minY: box.minY - margin / metres.y,
      maxX: box.maxX + margin / metres.x, maxY: box.maxY + margin / metres.y)
  }
}
