public import RelaisGeo

/// How rounds are walked.
public struct VisitParameters: Hashable, Sendable {
  /// The longest a round may take, minutes.
  public var roundMinutes: Double
  /// What each door takes, minutes.
  public var doorMinutes: Double
  /// Kilometres an hour.
  public var walkingSpeed: Double

  /// - Precondition: All finite; a round and the speed above 0, a door from 0.
  public init(roundMinutes: Double = 210, doorMinutes: Double = 5, walkingSpeed: Double = 4.5) {
    precondition(roundMinutes > 0 && doorMinutes >= 0 && walkingSpeed > 0)
    precondition((roundMinutes + doorMinutes + walkingSpeed).isFinite)
    self.roundMinutes = roundMinutes
    self.doorMinutes = doorMinutes
    self.walkingSpeed = walkingSpeed
  }

  /// Time is counted as the way walked in it, so that budgets are kept to the millimetre.
  private var millimetresAMinute: Double { walkingSpeed * 1_000_000 / 60 }

  /// The way a round's time is worth, rounded down, and a door's, rounded up.
  var round: Int64 { Int64((roundMinutes * millimetresAMinute).rounded(.down)) }
  var door: Int64 { Int64((doorMinutes * millimetresAMinute).rounded(.up)) }

  /// How many doors fit a time at most, no way between them counted.
  func doors(within time: Int64) -> Int { Int(clamping: max(0, time) / max(1, door)) }

  /// The same for a whole round; a thousand at most, so that sums are counted finely.
  var mostDoors: Int { min(1000, max(1, doors(within: round))) }

  /// The time a way takes, doors counted as ways too.
  func minutes(_ millimetres: Int64) -> Double { Double(millimetres) / millimetresAMinute }

  /// Minutes to walk so far.
  public func minutes(_ length: Length) -> Double { minutes(length.millimetres) }
}

/// Where rounds begin and end.
public struct VisitStart: Hashable, Sendable {
  /// How it was found.
  public enum Origin: Hashable, Sendable {
    /// The configuration says so.
    case configured
    case townHall
    /// The relay, or without relays the candidate, nearest to the middle of the doors.
    case middle
  }

  public var origin: Origin
  /// The place's name, or as the configuration has it.
  public var name: String
  public var position: Position

  public init(_ origin: Origin, name: String, position: Position) {
    self.origin = origin
    self.name = name
    self.position = position
  }
}
