import Computing
public import CoverageEngine
public import RelaisGeo
import RelaisRegistry
import RelaisReports
package import RelaisWording
import Synchronization

/// A territory kept in memory, to be asked "what if" at once: the council's bench, and `GET coverage`.
///
/// Any number of threads may ask at the same time. A change of the registry is taken up by ``reload(_:)``, which reads
/// no street again; questions asked meanwhile are answered from the relays before it.
///
/// Files of streets, areas, schools and addresses are read when it is opened: after an import of them, open another.
public final class LiveTown: Sendable {
  private struct State: Sendable {
    var live: LiveCoverage
    /// For distances that need streets from farther around than the territory's own.
    var farther = Remembered<Length, Result<LiveCoverage, any Error>>(limit: 1)
    /// Every street and house explained, by language.
    var streets = Remembered<String, [UInt8]>(limit: 3)
    /// Who opened it, in which language, on which day.
    var work: Work
    var revision = 0
  }

  public let territory: Territory
  private let town: OpenedTown
  private let state: Mutex<State>
  /// One reload at a time.
  private let reloading = Mutex<Void>(())

  /// Reads everything.
  ///
  /// - Throws: what readers throw; `TerritoryError`, `RegistryError`; ``Interrupted``.
  public init(_ territory: Territory, _ work: Work) throws {
    self.territory = territory
    let (town, live) = try OpenedTown.open(territory, work)
    self.town = town
    state = Mutex(State(live: live, work: work))
  }

  /// Takes up the relays and candidates of today, as the registry or the adherents' files have them now.
  ///
  /// - Throws: what readers of relays throw; the relays before it then stay.
  public func reload(_ work: Work) throws {
    try reloading.withLock { _ in
      let live = try town.reread(work)
      state.withLock {
        $0 = State(live: live, work: work, revision: $0.revision + 1)
      }
    }
  }

  /// Relays a register or the map says are closed, as they were when the candidates' files were last read.
  package var closedRelays: [Finding] {
    town.inputs.candidateInputs.findings(town.inputs.network.ground, after: nil)
      .filter { $0.code == .relayClosed }
  }
  /// What lies under the streets of maps: schema `relais.scenery/1`. It is read when it is first asked for.
  package func sceneryJSON() -> [UInt8] { town.sceneryJSON() }

  /// How often relays were taken up anew.
  public var revision: Int { state.withLock(\.revision) }

  /// The streets, relays, candidates and ways to school of now; it stays as it is when relays are taken up anew.
  public var live: LiveCoverage { state.withLock(\.live) }

  /// Times of the school day a question may name.
  package var windows: [SchoolRunWindow] { territory.configuration.windows }

  /// The system outputs are written in.
  public var referenceSystem: ReferenceSystem { town.inputs.referenceSystem }

  /// What `relais coverage` finds within some distances, at some time: the very figures.
  ///
  /// - Parameters:
  ///   - distances: Metres, the first the main one; none for those of the territory.
  /// - Throws: ``RequestError``; what readers throw where streets from farther around are needed.
  public func coverage(
    distances: [Double] = [], at moment: TimeRequest.Moment? = nil
  ) throws -> AnalysisResult {
    let state = state.withLock { $0 }
    let question = try question(distances, moment)
    return try live(state, question).result(question, checksHealth: true)
  }

  /// The same as the command writes it: schema `relais.coverage/1`, without edges.
  ///
  /// - Throws: like ``coverage(distances:at:)``.
  public func coverageJSON(
    distances: [Double] = [], at moment: TimeRequest.Moment? = nil
  ) throws -> [UInt8] {
    CoverageJSON.bytes(
      try coverage(distances: distances, at: moment), system: referenceSystem, withEdges: false)
  }

  /// What there is to say of every street and house under the relays of now: schema `relais.streets/1`.
  ///
  /// - Throws: like ``coverage(distances:at:)``.
  package func streetsJSON(_ wording: Wording) throws -> [UInt8] {
    let state = state.withLock { $0 }
    let question = try question([], nil)
    let live = try live(state, question)
    return state.streets.answer(to: wording.language.code) {
      LiveStreetsJSON.bytes(
        StreetBook(live, question.budgets, houses: town.inputs.houseNumbers),
        live.result(question), wording)
    }
  }

  /// What a scenario would change; it changes nothing.
  ///
  /// - Throws: like ``coverage(distances:at:)``.
  public func answer(_ request: ScenarioRequest) throws -> ScenarioAnswer {
    let state = state.withLock { $0 }
    let question = try question(request.distances, request.moment)
    let live = try live(state, question)
    return ScenarioAnswer(
      outcome: live.outcome(try scenario(request, question, live)), live: live)
  }

  /// The best candidates after a scenario.
  ///
  /// - Parameter count: How many at most.
  /// - Throws: like ``coverage(distances:at:)``.
  public func next(_ count: Int = 3, after request: ScenarioRequest) throws -> NextAnswer {
    let state = state.withLock { $0 }
    let question = try question(request.distances, request.moment)
    let live = try live(state, question)
    return NextAnswer(
      choice: live.next(max(0, count), after: try scenario(request, question, live)),
      question: question, live: live)
  }

  /// Everything the bench draws, within one distance.
  ///
  /// - Throws: like ``coverage(distances:at:)``.
  public func map(distance: Double? = nil, at moment: TimeRequest.Moment? = nil) throws -> LiveMap {
    let state = state.withLock { $0 }
    let question = try question(distance.map { [$0] } ?? [], moment)
    return LiveMap(try live(state, question), question)
  }

  private func question(
    _ distances: [Double], _ moment: TimeRequest.Moment?
  ) throws -> LiveQuestion {
    let known = ScenarioRequest.distances
    for metres in distances {
      guard metres >= Double(known.lowerBound), metres <= Double(known.upperBound) else {
        throw RequestError.distanceOutside(known)
      }
    }
    var time = TimeRequest()
    time.moment = moment
    return LiveQuestion(
      distances.isEmpty ? town.streets.parameters.budgets : try Budgets(metres: distances),
      at: try time.chosen(town.streets.calendar, territory.configuration))
  }

  /// The town as the plain command would have read it: streets from as far around as these budgets ask for.
  private func live(_ state: State, _ question: LiveQuestion) throws -> LiveCoverage {
    let farthest = question.budgets.farthest.length
    guard let reading = town.streets.network.reading,
      !reading.serves(farthest, walk: town.longestWalk)
    else {
      return state.live
    }
    return try state.farther.answer(to: farthest) {
      Result { try OpenedTown.open(territory, for: question.budgets, state.work).live }
    }.get()
  }

  /// The relay of an identifier, or of the first characters of it that lists show.
  private static func relay(
    _ code: String, among relays: [Facility]
  ) throws(RequestError) -> Int {
    if let index = relays.firstIndex(where: { $0.id == code }) { return index }
    let found = relays.indices.filter { relays[$0].code == code }
    guard let index = found.first else { throw .unknownRelay(code) }
    guard found.count == 1 else { throw .severalRelays(code) }
    return index
  }

  private func scenario(
    _ request: ScenarioRequest, _ question: LiveQuestion, _ live: LiveCoverage
  ) throws(RequestError) -> Scenario {
    let limit = ScenarioRequest.placeLimit
    guard request.added.count <= limit, request.removed.count <= limit else {
      throw .tooManyPlaces(limit: limit)
    }
    var scenario = Scenario(question)
    for code in request.removed {
      scenario.removed.insert(try LiveTown.relay(code, among: live.relays))
    }
    for place in request.added {
      switch place {
      case .point(let position, let hours):
        scenario.added.append(
          Facility(
            id: "\(position.x),\(position.y)", position: position, openingHours: hours))
      case .candidate(let id):
        guard
          let known = live.candidates.first(where: { $0.id == id || $0.otherIDs.contains(id) })
        else { throw .unknownCandidate(id) }
        scenario.added.append(known.place)
      }
    }
    return scenario
  }
}
