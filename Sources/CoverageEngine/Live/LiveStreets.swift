import Computing
public import RelaisGeo

/// What of a town stays the same whoever its relays are, made ready once.
public final class LiveStreets: Sendable {
  public let network: StreetNetwork
  /// Without regard to their budgets: each question has its own.
  public let parameters: AnalysisParameters
  public let studyArea: Area?
  /// What hours are read by.
  public let calendar: FrenchCalendar
  let clip: AreaClip?
  let finder: GapFinder
  private let houses: [Position]
  /// By the largest budget.
  private let timed = Remembered<MomentCoverage.Moment, StreetNetwork>(limit: 4)
  private let healths = Remembered<Length, NetworkHealth>(limit: 8)

  /// - Parameter analysis: Its relays and its time are of no concern.
  /// - Complexity: that of cutting streets at the study area's border.
  public init(_ analysis: CoverageAnalysis) {
    network = analysis.network
    parameters = analysis.parameters
    studyArea = analysis.studyArea
    calendar = analysis.calendar
    clip = analysis.studyArea.map { AreaClip(analysis.network, $0.shape) }
    houses = analysis.houseNumbers?.positions ?? []
    finder = GapFinder(
      analysis.network,
      NetworkDistances(analysis.network, from: [], countsConnector: true, within: .zero),
      studyArea: clip, districts: analysis.districts, communes: analysis.communes,
      numbers: analysis.houseNumbers)
  }

  /// What is to be thought of the network where walks go so far.
  public func health(reach: Length) -> NetworkHealth {
    healths.answer(to: reach) {
      NetworkHealth(
        of: network, studyArea: studyArea?.shape, clip: clip, houses: houses, reach: reach)
    }
  }

  /// The streets as they are walked at a moment.
  func network(at moment: MomentCoverage.Moment?) -> StreetNetwork {
    guard let moment, network.hasHours else { return network }
    return timed.answer(to: moment) { network.walked(at: moment, calendar: calendar) }
  }

  func snaps(of places: [Facility]) -> [Snap?] {
    Snapper(network, parameters.snapping).snaps(
      of: places.map(\.position), within: parameters.maximumSnap)
  }

  func moment(_ moment: MomentCoverage.Moment, of places: [Facility]) -> MomentCoverage {
    MomentCoverage(
      moment, RelayHours(places, calendar: calendar, isOnEarth: network.ground == .ellipsoid))
  }
}
