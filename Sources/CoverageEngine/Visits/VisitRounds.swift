import Computing
public import RelaisGeo

/// Walking rounds to the doors of a list and back: each within a time, the first one worth most.
public struct VisitRounds: Sendable {
  /// Doors of a list that rounds are made of; those after them wait for the next list.
  public static let limit = 30

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
    /// Its place in the list.
    public var pick: Int
    /// From the stop before, or from the start.
    public var way: Way
    /// The walk to each alternative of the door, `nil` where no way leads to it.
    public var toAlternatives: [Length?]
    /// Whether the round has time for its first alternative too.
    public var hasReserve: Bool
  }

  public struct Round: Hashable, Sendable {
    public var stops: [Stop]
    /// From the last stop to the start.
    public var back: Way
    /// With every door, none of them refusing.
    public var minutes: Double
    /// Where every door refuses and its first alternative is tried, as far as there is time kept for it.
    public var minutesIfRefused: Double
    /// Demand its doors add, each as the list has it, in units.
    public var gain: Int64

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

  /// A door that no round reaches in its time.
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
  /// A door to be visited, and those to try where it refuses.
  struct Door {
    var snap: Snap?
    var position: Position
    var gain: Int64
    /// The most useful first.
    var alternatives: [(snap: Snap?, position: Position)]
  }

  /// - Parameter doors: Those of a list, in its order.
  /// - Complexity: one search per door and one per stop.
  init(
    _ network: StreetNetwork, _ coverage: Coverage, doors all: [Door], start: VisitStart,
    parameters: VisitParameters
  ) {
    self.start = start
    self.parameters = parameters
    let doors = Array(all.prefix(VisitRounds.limit))
    let origin = Snapper(network).nearest(to: start.position)
    let walks = DoorWalks(
      network, coverage, places: [origin] + doors.map(\.snap),
      alternatives: [[]] + doors.map { $0.alternatives.map(\.snap) }, farthest: parameters.round)
    let plan = RoundPlan(
      walks.between, gains: [0] + doors.map(\.gain),
      reserves: [nil]
        + doors.indices.map { (walks.toAlternatives[$0 + 1].first ?? nil).map { 2 * $0 } },
      parameters: parameters)
    let positions = [start.position] + doors.map(\.position)
    let planned = plan.rounds
    let ways = Parallel.each(planned.count) { index in
      walks.ways(along: [0] + planned[index].order + [0], positions)
    }
    rounds = zip(planned, ways).map { round, ways in
      Round(
        stops: zip(round.order, ways).map { number, way in
          Stop(
            pick: number - 1, way: way,
            toAlternatives: walks.toAlternatives[number].map {
              $0.map { Length(millimetres: $0) }
            }, hasReserve: round.reserved.contains(number))
        },
        back: ways[ways.count - 1], minutes: parameters.minutes(round.time),
        minutesIfRefused: parameters.minutes(round.timeIfRefused),
        gain: round.order.reduce(0) { $0 + doors[$1 - 1].gain })
    }
    beyond = plan.beyond.map { number in
      let walk = walks.between[0][number]
      return Beyond(
        pick: number - 1, walk: walk == DoorWalks.none ? nil : Length(millimetres: walk))
    }
  }
}
