public import CoverageEngine
public import RelaisGeo

/// A door as a page shows it: what to know before, to look at there, to note after.
public struct Door: Sendable {
  /// Unique in the document: the candidate's own identifier, under which answers are kept.
  public var id: String
  /// Its place on the map.
  public var number: Int
  /// The place's name, or what else it is known by.
  public var name: String
  /// What it is and where: `Pharmacie · 12 rue des Carmes`; may be empty.
  public var place: String
  /// Where it is, in degrees or on a plane.
  public var position: Position
  /// How to get there.
  public var way: String
  /// The one thing to know, and all there is.
  public var headline: String
  /// Every reason to ask here, a clause each.
  public var reasons: [String]
  /// What records the answer, to be typed at the office.
  public var command: String
  /// Whom to try if it refuses, the most useful first.
  public var alternatives: [Alternative]
  /// Doors on the way to the next one.
  public var near: [Alternative] = []
  /// Its own number, to be rung.
  public var telephone: Telephone?
  /// What it adds on average to the doors before it, for a new plan on the way; in units.
  public var gain: Int64 = 0

  /// A neighbour to ask where the door refuses.
  public struct Alternative: Sendable {
    /// Unique in the document: the door's and its own, since it may stand in for several doors.
    public var id: String
    /// Its own identifier, under which answers are kept.
    public var candidate: String
    /// The place's name, or what else it is known by.
    public var name: String
    /// What it is and where; may be empty.
    public var place: String
    /// Where it is, in degrees or on a plane.
    public var position: Position
    /// What it makes up for and how far it is.
    public var summary: String
    /// Every reason to ask there, a clause each.
    public var reasons: [String]
    /// What records the answer, to be typed at the office.
    public var command: String
    /// Its own number, to be rung.
    public var telephone: Telephone?

    /// An alternative with everything its card shows.
    public init(
      id: String, candidate: String, name: String, place: String, position: Position,
      summary: String, reasons: [String], command: String
    ) {
      self.id = id
      self.candidate = candidate
      self.name = name
      self.place = place
      self.position = position
      self.summary = summary
      self.reasons = reasons
      self.command = command
    }
  }

  /// A door with everything its card shows.
  public init(
    id: String, number: Int, name: String, place: String, position: Position, way: String,
    headline: String, reasons: [String], command: String, alternatives: [Alternative]
  ) {
    self.id = id
    self.number = number
    self.name = name
    self.place = place
    self.position = position
    self.way = way
    self.headline = headline
    self.reasons = reasons
    self.command = command
    self.alternatives = alternatives
  }
}

/// What a telephone plans a round anew from: where it ends, how doors are walked between, how long a door takes.
public struct DoorPlan: Sendable {
  /// What the place is called where the round begins and ends.
  public var startName: String
  /// From the start, then from each door, to each of them; `nil` where no way leads.
  public var walks: [[Length?]]
  /// Minutes at a door.
  public var doorMinutes: Double
  /// Kilometres an hour between them.
  public var walkingSpeed: Double

  /// A plan with everything a page needs.
  public init(
    startName: String, walks: [[Length?]], doorMinutes: Double, walkingSpeed: Double
  ) {
    self.startName = startName
    self.walks = walks
    self.doorMinutes = doorMinutes
    self.walkingSpeed = walkingSpeed
  }
}
