public import RelaisGeo

/// Whether a street network can bear figures: its flaws, their places, and a verdict.
///
/// A network is judged before anything is computed on it, since a search goes on over a broken one without a word and
/// every figure is then too low. `Documentation/NetworkHealth.md` gives the thresholds and their reasons.
public struct NetworkHealth: Hashable, Sendable {
  /// The worst of what the problems say by themselves.
  public let verdict: HealthVerdict
  /// Those that were found, in the order of ``NetworkFlaw``.
  public let problems: [NetworkProblem]

  public subscript(flaw: NetworkFlaw) -> NetworkProblem? { problems.first { $0.flaw == flaw } }

  /// Looks a network through.
  ///
  /// - Parameters:
  ///   - studyArea: Flaws farther from it than `reach` change no figure and are not told; `nil` for everywhere.
  ///   - clip: The network cut at the study area, where somebody has it.
  ///   - houses: Where people live, as far as is known.
  ///   - reach: The largest budget.
  /// - Complexity: about linear in vertices.
  public init(
    of network: StreetNetwork, studyArea: MultiPolygon? = nil, clip: AreaClip? = nil,
    houses: [Position] = [], reach: Length
  ) {
    let network = network.countingDoublesOnce()
    let scope = HealthScope(network, studyArea: studyArea, clip: clip, reach: reach)
    let grid = SegmentGrid(network)
    let doubled = (network.doubled ?? []).filter {
      $0.edges.contains { scope.touches($0.position) }
    }
    let joints = BrokenJoints(scope: scope, grid: grid, doubled: doubled)
    let islands = StreetIslands(scope: scope).places()
    let measures = HealthMeasures(
      scope, touching: joints.touched(among: islands),
      countedTwice: doubled.reduce(.zero) { $0 + $1.countedTwice })
    var problems: [NetworkProblem] = []
    func add(_ flaw: NetworkFlaw, _ places: [NetworkProblem.Place], void: Double = 0) {
      guard !places.isEmpty else { return }
      let length = NetworkHealth.length(of: places, network)
      // A path that misses another path changes figures less than a street's junction does.
      let ofStreets = places.count { $0.edges.contains { network.isDemand[$0.position] } }
      problems.append(
        NetworkProblem(
          flaw: flaw, places: places, length: length,
          verdict: measures.verdict(flaw, joints: ofStreets, length: length, share: void)))
    }
    add(.island, islands)
    add(.nearMiss, joints.nearMisses)
    add(.crossingWithoutNode, joints.crossings)
    add(.doubledStreet, doubled.map { scope.place($0.edges, length: $0.length) })
    add(.cutAtEdge, ExtractEdge(scope: scope).places())
    if let void = UnfilledArea(scope: scope, houses: houses).find() {
      let places = void.places.map {
        NetworkProblem.Place(position: $0, edges: [], street: nil, length: .zero)
      }
      if measures.isTold(void) { add(.boundaryNotFilled, places, void: measures.weight(of: void)) }
    }
    if measures.lacksFootways {
      add(
        .noFootways,
        [.init(position: network.envelope.centre, edges: [], street: nil, length: .zero)])
    }
    self.problems = problems
    verdict = problems.map(\.verdict).max() ?? .sound
  }

  /// The places' lengths, those of a joint by its edges, each once.
  private static func length(of places: [NetworkProblem.Place], _ network: StreetNetwork) -> Length
  {
    var seen = Set<EdgeID>()
    return places.reduce(.zero) { sum, place in
      let isNew = place.edges.filter { seen.insert($0).inserted }
      if isNew.count == place.edges.count { return sum + place.length }
      return isNew.reduce(sum) { $0 + network.length(of: $1) }
    }
  }
}
