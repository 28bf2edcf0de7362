import CoverageEngine
import Covering
import RelaisGeo
import RelaisRegistry

/// The maximal covering problem on exact pieces of street.
enum CoveringStages {
  private static let count = 30

  static func run(_ options: Options, _ watch: Stopwatch) throws {
    let read = try OSMStreets.read(file: options.file, container: .pbf).value
    try run("every street", NetworkBuilder.network(of: allToCover(read)), options, watch)
    try run("demand streets", NetworkBuilder.network(of: read), options, watch)
  }

  private static func run(
    _ name: String, _ network: StreetNetwork, _ options: Options, _ watch: Stopwatch
  ) throws {
    let candidates = RandomRelays.facilities(network, count: options.relays)
    let parameters = try AnalysisParameters(budgets: [SearchStages.budget.metres])
    func prepared() -> ProspectionProblem {
      ProspectionProblem(
        network, relays: [], candidates: candidates, count: count, parameters: parameters)
    }
    let problem = watch.stage("\(name): candidate covers and overlay", of: "membership") {
      let made = prepared()
      return (made, made.matrix.membershipCount)
    }
    if let folder = options.export {
      try Export(folder: folder + "/" + name.replacing(" ", with: "-")).covering(problem.matrix)
    }
    let near = watch.stage("\(name): the same, chosen to a proven gap of 0.3 %", of: "run") {
      let list = RecruitmentList(
        prepared().matrix, count: count, effort: SearchEffort(gap: 0.003))
      return (list, 1)
    }
    let best = watch.stage("\(name): the same, chosen to the proven optimum", of: "run", runs: 1) {
      (RecruitmentList(prepared().matrix, count: count), 1)
    }
    var prospection = Prospection(
      network: network, facilities: [], candidates: candidates.map { Candidate($0) },
      parameters: parameters)
    for chances in [false, true] {
      if chances {
        // Three to nine in ten, over and over.
        for index in candidates.indices {
          prospection.candidates[index].acceptance = 0.3 + 0.1 * Double(index % 7)
        }
      }
      let result = watch.stage(
        "\(name): the same to the optimum with the curve\(chances ? ", by chances" : "")", of: "run"
      ) { (prospection.run(count: count), 1) }
      Report.print([
        "check": "curve, \(name)\(chances ? ", by chances" : ""), p = \(count)",
        "points": result.curves.main.recruits.points.count,
        "widest_gap": result.curves.main.recruits.points.reduce(0) {
          max($0, $1.upperBound > 0 ? 1 - Double($1.covered) / Double($1.upperBound) : 0)
        },
        "targets": result.curves.main.recruits.targets.map {
          "\($0.found ?? -1)/\($0.atLeast ?? -1)"
        }
        .joined(separator: " "),
      ])
    }
    func metres(_ units: Int64) -> Double { problem.unit.metres(units) }
    for list in [near, best] {
      Report.print([
        "check": "covering on exact pieces, \(name), p = \(count)",
        "pieces": problem.overlay.pieces.count, "memberships": problem.matrix.membershipCount,
        "objective_m": metres(list.optimality.objective),
        "bound_m": metres(list.optimality.upperBound), "parts": list.parts,
      ])
    }
  }

  /// Every walkable edge a street to cover, as the peers' row has it.
  private static func allToCover(_ read: StreetSections) -> StreetSections {
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
    return sections
  }
}
