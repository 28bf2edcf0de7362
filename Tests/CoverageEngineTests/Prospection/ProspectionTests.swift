import Covering
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Prospection on random towns against a walk of every millimetre and every subset.
@Suite struct ProspectionTests {
  private struct Case {
    var network: StreetNetwork
    var relays: [Facility]
    var candidates: [Facility]
    var parameters: AnalysisParameters
    var count: Int
  }

  private func random(_ seed: UInt64) throws -> Case {
    var random = SeededRandom(seed: seed &+ 77)
    var town = Town.random(&random)
    // Weights of two decimals, zero among them.
    var weighted = Town()
    for street in town.streets {
      weighted.street(
        street.id, street.from, street.to, street.line.map { ($0.x, $0.y) },
        length: street.length, name: street.name, isDemand: street.isDemand,
        weight: Double(Int.random(in: 0...400, using: &random)) / 100)
    }
    if Bool.random(using: &random) { town = weighted }
    func places(_ name: String, _ range: ClosedRange<Int>) -> [Facility] {
      (0..<Int.random(in: range, using: &random)).map { index in
        Facility(
          id: "\(name)\(index)",
          position: Position(
            x: Double(Int.random(in: -1000...13_000, using: &random)) / 1000,
            y: Double(Int.random(in: -1000...13_000, using: &random)) / 1000))
      }
    }
    return Case(
      network: town.network, relays: places("R", 0...2), candidates: places("C", 1...5),
      parameters: try AnalysisParameters(
        budgets: [Double(Int.random(in: 1...9000, using: &random)) / 1000],
        countsConnector: Bool.random(using: &random), maximumSnap: 2),
      count: Int.random(in: 1...4, using: &random))
  }

  /// By demand edge, the millimetre steps a place alone covers, walked.
  private func steps(_ one: Case, _ facility: Facility) -> [Set<Int>] {
    let snaps = Snapper(one.network).snaps(
      of: [facility.position], within: one.parameters.maximumSnap)
    let walker = MillimetreWalker(
      one.network, snaps: snaps, countsConnector: one.parameters.countsConnector)
    let budget = one.parameters.mainBudget.millimetres
    return (0..<one.network.edgeCount).map { edge in
      guard one.network.isDemand[edge] else { return [] }
      let isNear = walker.distances[edge].map { $0.map { $0 <= budget } ?? false }
      return Set(isNear.indices.dropLast().filter { isNear[$0] && isNear[$0 + 1] })
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func theListCoversAsMuchAsTheBestSubsetOnFoot(seed: UInt64) throws {
    let one = try random(seed)
    let result = Prospection(
      network: one.network, facilities: one.relays,
      candidates: one.candidates.map { Candidate($0) },
      parameters: one.parameters
    ).run(count: one.count)
    let unit = result.problem.unit
    let ofRelays = one.relays.map { steps(one, $0) }
    let ofCandidates = one.candidates.map { steps(one, $0) }
    func covered(_ places: [[Set<Int>]]) -> Int64 {
      (0..<one.network.edgeCount).reduce(0) { sum, edge in
        let union = places.reduce(into: Set<Int>()) { $0.formUnion($1[edge]) }
        return sum
          + unit.units(
            Int64(union.count), weighing: one.network.weight(of: EdgeID(edge)))
      }
    }
    let before = covered(ofRelays)
    var best: Int64 = 0
    for subset in 0..<(1 << one.candidates.count) where subset.nonzeroBitCount <= one.count {
      let recruits = one.candidates.indices.filter { subset >> $0 & 1 == 1 }
      let gain = covered(ofRelays + recruits.map { ofCandidates[$0] }) - before
      best = max(best, gain)
      if recruits.count == 1 { #expect(result.list.gains[recruits[0]] == gain, "seed \(seed)") }
    }
    #expect(
      result.list.optimality == Optimality(objective: best, upperBound: best), "seed \(seed)")
    #expect(result.problem.demand - result.problem.open == before, "seed \(seed)")
    let recruits = result.list.recruits.map { ofCandidates[$0.candidate] }
    #expect(covered(ofRelays + recruits) - before == best, "seed \(seed)")
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func piecesMakeUpWhatCandidatesReach(seed: UInt64) throws {
    let one = try random(seed)
    let problem = ProspectionProblem(
      one.network, relays: [], candidates: one.candidates, count: one.count,
      parameters: one.parameters)
    let overlay = problem.overlay
    #expect(overlay.pieces.allSatisfy { $0.length > .zero })
    let ordered = overlay.pieces.sorted { ($0.edge, $0.from) < ($1.edge, $1.from) }
    for (a, b) in zip(ordered, ordered.dropFirst()) {
      #expect(a.edge < b.edge || a.edge == b.edge && a.to <= b.from)
    }
    var weights = [Int64](repeating: 0, count: overlay.matrix.atomCount)
    for (piece, atom) in zip(overlay.pieces, overlay.atomOfPiece) {
      weights[Int(atom)] += problem.unit.units(
        piece.length.millimetres, weighing: one.network.weight(of: piece.edge))
    }
    #expect(weights == overlay.matrix.weights)
  }

  @Test func whoSaidYesCountsAsARelay() throws {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (1000, 0)])
    func place(_ id: String, _ x: Double) -> Facility {
      Facility(id: id, position: Position(x: x, y: 0))
    }
    var prospection = Prospection(
      network: town.network, facilities: [place("R", 0)],
      candidates: [Candidate(place("C", 150)), Candidate(place("D", 800))],
      parameters: try AnalysisParameters(budgets: [100]))
    #expect(prospection.run(count: 1).list.recruits.map(\.candidate) == [1])
    prospection.agreed = [place("A", 790)]
    let result = prospection.run(count: 2)
    // R has 0…100, A 690…890: C is left 100…250 of its 50…250, D 890…900.
    #expect(result.list.gains == [150_000, 10_000])
    #expect(result.list.recruits.map(\.candidate) == [0, 1])
    #expect(result.problem.demand - result.problem.open == 300_000)
    #expect(result.facilities.map(\.id) == ["R"] && result.agreed.map(\.id) == ["A"])
  }

  @Test func streetsOutsideTheStudyAreaGainNothing() throws {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (100, 0)])
    var prospection = Prospection(
      network: town.network, facilities: [],
      candidates: [Candidate(Facility(id: "C", position: Position(x: 50, y: 0)))],
      parameters: try AnalysisParameters(budgets: [30]))
    #expect(prospection.run(count: 1).list.gains == [60_000])
    prospection.studyArea = Area(
      id: "town", name: "town",
      shape: MultiPolygon([
        Polygon(shell: [
          Position(x: -1, y: -9), Position(x: 45, y: -9), Position(x: 45, y: 9),
          Position(x: -1, y: 9), Position(x: -1, y: -9),
        ])
      ]))
    let inside = prospection.run(count: 1)
    #expect(inside.list.gains == [25_000])
    #expect(inside.problem.demand == 45_000)
  }
}
