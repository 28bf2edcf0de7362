import CoverageEngine
import RelaisGeo
import RelaisRegistry

/// The maximal covering problem on exact pieces of street.
enum CoveringStages {
  static func run(_ options: Options, _ watch: Stopwatch) throws {
    let network = try everyStreetToCover(options.file)
    let candidates = RandomRelays.facilities(network, count: options.relays)
    let problem = watch.stage("candidate covers and overlay", of: "membership") {
      let made = ProspectionProblem(
        network, relays: [], candidates: candidates, budget: SearchStages.budget,
        countsConnector: true, maximumSnap: Length(metres: 60))
      return (made, made.matrix.membershipCount)
    }
    Report.print([
      "pieces": problem.overlay.pieces.count, "atoms": problem.matrix.atomCount,
      "memberships": problem.matrix.membershipCount,
      "open_m": problem.unit.metres(problem.open),
    ])
    if let folder = options.export { try Export(folder: folder).covering(problem.matrix) }
  }

  /// The network with every walkable edge a street to cover, as the peers' row has it.
  private static func everyStreetToCover(_ file: String) throws -> StreetNetwork {
    let read = try OSMStreets.read(file: file, container: .pbf).value
    var sections = StreetSections(ground: read.ground, identifiers: read.identifiers)
    var line: UInt32?
    for section in 0..<read.count {
      if read.line[section] != line {
        line = read.line[section]
        sections.beginLine(StreetAttributes(name: 0, isDemand: true))
      }
      for vertex in read.firstVertex[section]..<read.firstVertex[section + 1] {
        sections.addVertex(read.positions[vertex], junction: read.junctions[vertex])
      }
      sections.endSection()
    }
    return NetworkBuilder.network(of: sections)
  }
}
