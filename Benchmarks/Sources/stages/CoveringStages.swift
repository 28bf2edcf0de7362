import CoverageEngine
import RelaisGeo
import RelaisRegistry

/// The maximal covering problem on exact pieces of street.
enum CoveringStages {
  private static let count = 30

  static func run(_ options: Options, _ watch: Stopwatch) throws {
    let network = try everyStreetToCover(options.file)
    let candidates = RandomRelays.facilities(network, count: options.relays)
    let parameters = try AnalysisParameters(budgets: [SearchStages.budget.metres])
    func prepared() -> ProspectionProblem {
      ProspectionProblem(
        network, relays: [], candidates: candidates, count: count, parameters: parameters)
    }
    let problem = watch.stage("candidate covers and overlay", of: "membership") {
      let made = prepared()
      return (made, made.matrix.membershipCount)
    }
    let near = watch.stage("the same, chosen to a proven gap of 0.3 %", of: "run") {
      let list = RecruitmentList(
        prepared().matrix, count: count, effort: SearchEffort(gap: 0.003))
      return (list, 1)
    }
    let best = watch.stage("the same, chosen to the proven optimum", of: "run", runs: 1) {
      (RecruitmentList(prepared().matrix, count: count, effort: SearchEffort(work: .max)), 1)
    }
    func metres(_ units: Int64) -> Double { problem.unit.metres(units) }
    for list in [near, best] {
      Report.print([
        "check": "covering on exact pieces, p = \(count)",
        "pieces": problem.overlay.pieces.count, "memberships": problem.matrix.membershipCount,
        "objective_m": metres(list.optimality.objective),
        "bound_m": metres(list.optimality.upperBound), "parts": list.parts,
      ])
    }
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
