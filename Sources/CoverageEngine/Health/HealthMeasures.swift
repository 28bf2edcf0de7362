import RelaisGeo

/// From what was found to a verdict: one table of thresholds, each a number of places or of metres for the streets
/// to cover. `Documentation/NetworkHealth.md` gives the reasons.
struct HealthMeasures {
  /// Metres of street to cover in the study area.
  let demand: Length
  /// Of them, those on islands that a missing junction cuts off.
  let touching: Length
  /// Of doubled streets, what counts twice in figures.
  let countedTwice: Length
  /// Whether streets are told from ways on foot, and there is none of the latter.
  let lacksFootways: Bool

  init(_ scope: HealthScope, touching: Length, countedTwice: Length) {
    demand = scope.demand()
    self.touching = touching
    self.countedTwice = countedTwice
    let network = scope.network
    var streets: Int64 = 0
    var footways: Int64 = 0
    for edge in 0..<network.edgeCount where scope.touches(edge) {
      switch network.form(of: EdgeID(edge)) {
      case .street: streets += Int64(network.lengths[edge])
      case .footway: footways += Int64(network.lengths[edge])
      case .unsaid: break
      }
    }
    lacksFootways = streets >= 20_000_000 && footways * 100 < streets
  }

  /// - Parameters:
  ///   - joints: Places where a street to cover is concerned.
  ///   - length: Metres concerned.
  ///   - share: Of a void, its weight; 0 for other flaws.
  func verdict(_ flaw: NetworkFlaw, joints: Int, length: Length, share: Double) -> HealthVerdict {
    let part = demand > .zero ? self.share(of: length) : 1
    let perKilometre = Double(joints) * 1e6 / Double(max(1, demand.millimetres))
    func judged(_ value: Double, doubtful: Double, unsound: Double) -> HealthVerdict {
      value >= unsound ? .unsound : value >= doubtful ? .doubtful : .sound
    }
    switch flaw {
    case .island:
      let cut = self.share(of: touching)
      return max(
        judged(part, doubtful: 0.02, unsound: .infinity),
        judged(cut, doubtful: 0.005, unsound: 0.08))
    case .nearMiss: return judged(perKilometre, doubtful: 0.15, unsound: 0.35)
    case .crossingWithoutNode: return judged(perKilometre, doubtful: 0.15, unsound: 0.35)
    case .doubledStreet:
      return max(
        judged(part, doubtful: 0.002, unsound: .infinity),
        judged(self.share(of: countedTwice), doubtful: 0.002, unsound: 0.02))
    case .cutAtEdge, .noFootways: return .doubtful
    case .boundaryNotFilled: return judged(share, doubtful: 0.02, unsound: 0.08)
    }
  }

  private func share(of length: Length) -> Double {
    demand > .zero ? Double(length.millimetres) / Double(demand.millimetres) : 0
  }

  /// Whether a void is told at all: a forest is no flaw.
  func isTold(_ void: UnfilledArea.Void) -> Bool {
    void.isOfHouses ? void.share >= 0.005 : void.share >= 0.2
  }

  /// A void's share, comparable between addresses and ground: ground alone makes no network unsound.
  func weight(of void: UnfilledArea.Void) -> Double {
    void.isOfHouses ? void.share : min(void.share, 0.05)
  }
}
