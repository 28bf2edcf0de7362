import Computing
public import Covering
public import RelaisGeo

/// Walking rounds to doors and back: each fills a time with the doors that gain most in it, the first one worth most.
///
/// Doors are any candidates, not those of the list alone: near a door worth going to, others are a few minutes more. What
/// a round gains is an average over who says yes; what rounds before it were to gain counts as gained.
public struct VisitRounds: Sendable {
  /// Rounds made at most: the next ones wait for what these bring.
  public static let limit = 2
  /// Stand-ins shown for a stop: with doors near one another in the round, few are needed.
  static let alternativeLimit = 2
  /// Doors on the way shown with a round, and how far out of it they may be.
  static let nearLimit = 4
  static let nearDetour = Length(metres: 120)

  /// A way along the streets, from door to door.
  public struct Way: Hashable, Sendable {
    /// A stretch under one name, in walking order.
    public struct Leg: Hashable, Sendable {
      public var street: String?
      public var length: Length
    }

    /// From door to door, the legs off the street included.
    public var length: Length
    public var legs: [Leg]
    /// From door to door, in the network's coordinates.
    public var line: [Position]
  }

  /// A door of a round.
  public struct Stop: Hashable, Sendable {
    public var candidate: Int
    /// Its place in the list, where it is on it.
    public var pick: Int?
    /// From the stop before, or from the start.
    public var way: Way
    /// What it adds on average to relays, rounds before and doors before it in this one, in units.
    public var gain: Int64
    /// Demand that no other door of this round, or one before, covers: what its refusal would cost, in units.
    public var lost: Int64
    /// Doors of no round that would make up for a refusal; at most ``alternativeLimit``.
    public var alternatives: [Alternative]
    /// The walk to each alternative, `nil` where no way leads to it.
    public var toAlternatives: [Length?]
    /// Whether the round has time for its first alternative too.
    public var hasReserve: Bool
    /// Doors of no round on the way to the next stop, the most useful first.
    public var near: [Near]
  }

  /// A door that a small detour leads past.
  public struct Near: Hashable, Sendable {
    public var candidate: Int
    /// How much longer the way gets.
    public var detour: Length
    /// What it adds on average once all rounds are walked, in units.
    public var gain: Int64
  }

  public struct Round: Hashable, Sendable {
    public var stops: [Stop]
    /// From the last stop to the start.
    public var back: Way
    /// With every door, none of them refusing.
    public var minutes: Double
    /// Where every door refuses and its first alternative is tried, as far as there is time for it.
    public var minutesIfRefused: Double
    /// Demand its doors add on average to relays and rounds before, in units.
    public var gain: Int64
    /// The same once all of them, and of the rounds before, have said yes.
    public var gainIfYes: Int64
    /// From the start, then from each stop, to each of them; `nil` where no way leads, or a very long one.
    public var walks: [[Length?]]
    /// What no round in the same time adds on average: proven, in units.
    public var bound: Int64

    /// How much less than the bound the round gains, as a share of it.
    public var optimalityGap: Double { bound > 0 ? Double(bound - gain) / Double(bound) : 0 }

    public var walk: Length { stops.reduce(back.length) { $0 + $1.way.length } }

    /// The whole way, two positions at least.
    public var line: [Position] {
      var line: [Position] = []
      for position in (stops.map(\.way) + [back]).flatMap(\.line) where line.last != position {
        line.append(position)
      }
      return line.count == 1 ? line + line : line
    }
  }

  /// A door of the list that no round reaches in its time.
  public struct Beyond: Hashable, Sendable {
    public var pick: Int
    /// From the start; `nil` where no way leads there.
    public var walk: Length?
  }

  public var start: VisitStart
  public var parameters: VisitParameters
  public var rounds: [Round]
  public var beyond: [Beyond]
}

extension VisitRounds {
  /// Doors that rounds are made of at most, besides those of the list.
  private static let poolLimit = 150
  /// Rings of doors alike far from the start that a bound is found for.
  private static let rings = 24

  /// - Parameters:
  ///   - picks: The candidates of the list, in its order.
  ///   - coverage: That of the relays.
  /// - Complexity: one search per door in question, and what ``RoundSearch`` takes.
  init(
    _ network: StreetNetwork, _ coverage: Coverage, _ prospection: ProspectionResult,
    picks: [Int], start: VisitStart, parameters: VisitParameters
  ) {
    self.start = start
    self.parameters = parameters
    let problem = prospection.problem
    let origin = Snapper(network).nearest(to: start.position)
    let toStart = DoorWalks.rows(network, coverage, from: [origin]) { _ in (.max, problem.snaps) }[
      0]
    beyond = picks.enumerated().compactMap { index, candidate in
      let walk = toStart[candidate]
      guard walk.map({ 2 * $0 + parameters.door > parameters.round }) ?? true else { return nil }
      return Beyond(pick: index, walk: walk.map { Length(millimetres: $0) })
    }
    let whole = ExpectedCover(
      problem.matrix, chances: prospection.candidates.chances, count: parameters.mostDoors)
    let reached = toStart.indices.filter { candidate in
      toStart[candidate].map { 2 * $0 + parameters.door <= parameters.round } ?? false
        && whole.gain(of: candidate) > 0
    }
    var field = RoundField(
      whole, reached: reached, toStart: toStart.map { $0 ?? DoorWalks.none },
      parameters: parameters)
    let pool = field.pool(picks, limit: VisitRounds.poolLimit)
    let walks = DoorWalks(
      network, coverage, places: [origin] + pool.map { problem.snaps[$0] },
      // No walk of more than half a round is in one: it has to come back.
      farthest: parameters.round / 2)
    let least = problem.unit.units(1)
    var planned: [RoundField.Planned] = []
    while planned.count < VisitRounds.limit,
      let next = field.next(pool, walks.between, least: least, rings: VisitRounds.rings)
    { planned.append(next) }

    let positions =
      [start.position] + pool.map { prospection.candidates[$0].place.position }
    let ways = Parallel.each(planned.count) { [planned] index in
      walks.ways(along: [0] + planned[index].order + [0], positions)
    }
    let doors = planned.flatMap { $0.order.map { pool[$0 - 1] } }
    let alternatives = Alternatives(
      problem.matrix, list: doors, limit: VisitRounds.alternativeLimit)
    let toAlternatives = DoorWalks.rows(
      network, coverage, from: doors.map { problem.snaps[$0] }
    ) { index in
      (UInt64(parameters.round / 2), alternatives.ofEach[index].map { problem.snaps[$0.candidate] })
    }
    let placeInList = Dictionary(
      picks.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let near = field.near(
      planned.map(\.order), pool, walks.between, within: VisitRounds.nearDetour.millimetres,
      limit: VisitRounds.nearLimit, least: least)
    var first = 0
    var all = ExpectedCover(problem.matrix, chances: nil, count: doors.count)
    var rounds: [Round] = []
    for (number, (round, ways)) in zip(planned, ways).enumerated() {
      var left = parameters.round - round.time
      var refused = round.time
      let before = all.value
      let stops = round.order.indices.map { place -> Stop in
        let index = first + place
        all.add(doors[index])
        var hasReserve = false
        if let walk = toAlternatives[index].first ?? nil,
          2 * walk + parameters.door <= left
        {
          hasReserve = true
          left -= 2 * walk + parameters.door
          refused += 2 * walk + parameters.door
        }
        return Stop(
          candidate: doors[index], pick: placeInList[doors[index]], way: ways[place],
          gain: round.gains[place], lost: alternatives.lost[index],
          alternatives: alternatives.ofEach[index],
          toAlternatives: toAlternatives[index].map { $0.map { Length(millimetres: $0) } },
          hasReserve: hasReserve,
          near: near[number].filter { $0.after == place + 1 }.map {
            Near(
              candidate: $0.candidate, detour: Length(millimetres: $0.detour), gain: $0.gain)
          })
      }
      first += round.order.count
      rounds.append(
        Round(
          stops: stops, back: ways[ways.count - 1], minutes: parameters.minutes(round.time),
          minutesIfRefused: parameters.minutes(refused), gain: round.gain,
          gainIfYes: all.value - before,
          walks: ([0] + round.order).map { from in
            ([0] + round.order).map { to in
              let walk = walks.between[from][to]
              return walk == DoorWalks.none ? nil : Length(millimetres: walk)
            }
          }, bound: round.bound))
    }
    self.rounds = rounds
  }
}
