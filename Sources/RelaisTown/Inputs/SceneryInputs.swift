import CoverageEngine
import RelaisGeo
import RelaisRegistry

/// What maps show under the streets, read after all else: no figure waits for it.
enum SceneryInputs {
  /// Around the study area, metres at least: what the edge of a map still shows.
  private static let leastMargin = 500.0

  /// The scenery of the streets' files around the study area, else around the streets; none where it cannot be read: maps are
  /// then without.
  static func read(
    _ files: InputFiles, around area: Area?, _ network: StreetNetwork
  ) -> Scenery {
    let core = area.map { Envelope(of: $0.shape.polygons.flatMap(\.shell)) } ?? network.envelope
    guard !core.isEmpty else { return Scenery() }
    var surroundings = Surroundings(files.referenceSystem)
    surroundings.ground = network.ground
    if network.ground == .ellipsoid, surroundings.projected == nil {
      surroundings.projected = .suited(to: core.centre)
    }
    let box = widened(core, on: network.ground)
    return (try? SceneryImporter.read(files: files[.streets], inside: box, in: surroundings))
      ?? Scenery()
  }

  private static func widened(_ box: Envelope, on ground: Ground) -> Envelope {
    let scale = ground.metresPerUnit(at: box.centre)
    let side = max((box.maxX - box.minX) * scale.x, (box.maxY - box.minY) * scale.y)
    let margin = max(leastMargin, side / 20)
    return Envelope(
      minX: box.minX - margin / scale.x, minY: box.minY - margin / scale.y,
      maxX: box.maxX + margin / scale.x, maxY: box.maxY + margin / scale.y)
  }
}
