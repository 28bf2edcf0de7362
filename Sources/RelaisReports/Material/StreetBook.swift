package import CoverageEngine
import RelaisGeo
import RelaisWording

/// Every street of the town explained, and every house that is known, as the run found them.
package struct StreetBook: Sendable {
  /// As `relais explain` gives them.
  package let explanations: [StreetExplanation]
  package let candidates: [Candidate]
  package let houses: HouseNumbers?
  /// Beyond so many a page would be a megabyte larger: streets alone are then known.
  private static let mostHouses = 60_000

  package init(_ live: LiveCoverage, _ budgets: Budgets, houses: HouseNumbers?) {
    explanations = live.explanations(LiveQuestion(budgets))
    candidates = live.candidates
    self.houses = houses
  }

  /// The answers of a page.
  ///
  /// - Parameters:
  ///   - withCandidates: Whether shops that were not asked yet are named.
  func answers(
    _ result: AnalysisResult, _ wording: Wording, withCandidates: Bool
  ) -> StreetAnswers {
    var answers = StreetAnswers()
    answers.budgets = result.parameters.budgets.map(wording.budget)
    func name(_ relay: Int?) -> String? {
      relay.map { result.facilities[$0].name ?? result.facilities[$0].id }
    }
    answers.streets = explanations.map { street in
      .init(
        name: street.street, length: street.length, covered: Array(street.covered),
        stretches: street.stretches.map { stretch in
          .init(
            isCovered: stretch.isCovered,
            place: wording.place(from: stretch.run.from, to: stretch.run.to),
            length: stretch.run.length, walk: stretch.run.worstDistance,
            relay: name(stretch.run.nearestFacility),
            candidate: withCandidates
              ? stretch.candidate.map {
                let place = candidates[$0.index]
                return (name: place.place.name ?? place.id, gain: $0.gain)
              } : nil)
        })
    }
    answers.houses = known(among: answers.streets, result, name)
    return answers
  }

  private func known(
    among streets: [StreetAnswers.Street], _ result: AnalysisResult,
    _ name: (Int?) -> String?
  ) -> [StreetAnswers.House] {
    let entries = houses?.entries ?? []
    let numbers = Dictionary(
      streets.enumerated().map { (ColumnName.foldedLetters($1.name), $0) },
      uniquingKeysWith: { first, _ in first })
    let own = entries.compactMap { entry in
      numbers[ColumnName.foldedLetters(entry.street)].map { (street: $0, entry: entry) }
    }
    guard own.count <= StreetBook.mostHouses else { return [] }
    let network = result.network
    let snaps = Snapper(network, result.parameters.snapping).snaps(
      of: own.map(\.entry.position), within: result.parameters.maximumSnap)
    return zip(own, snaps).map { house, snap in
      let nearest = snap.flatMap {
        result.distances.nearest(in: network, to: $0.edge, at: $0.offset)
      }
      let known = snap.map { network.known(nearest?.distance, from: $0.edge) }
      let isOver = known?.isOver ?? false
      return StreetAnswers.House(
        street: house.street, number: house.entry.number, position: house.entry.position,
        walk: isOver ? nil : nearest?.distance, relay: isOver ? nil : name(nearest?.facility))
    }
  }
}
