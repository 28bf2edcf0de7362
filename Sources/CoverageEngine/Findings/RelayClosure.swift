public import RelaisGeo

/// What is known of a relay that closed, and of what that costs.
public struct RelayClosure: Hashable, Sendable {
  /// Since when it is closed; of a place the map has no more, the day it was last seen there.
  public var since: CalendarDay?
  public var evidence: Evidence
  /// The sticker to recover, where one is recorded.
  public var sticker: String?
  /// Who could stand in; `nil` without candidates or position.
  public var standIn: StandIn?
  /// Street that nobody else covers, where that is known.
  public var loss: Length?

  public init(
    since: CalendarDay? = nil, evidence: Evidence, sticker: String? = nil,
    standIn: StandIn? = nil, loss: Length? = nil
  ) {
    self.since = since
    self.evidence = evidence
    self.sticker = sticker
    self.standIn = standIn
    self.loss = loss
  }

  /// What says that it is closed.
  public enum Evidence: Hashable, Sendable {
    /// The register, of the relay's own number.
    case siret
    /// The register, by name and place.
    case name
    /// The map, by name and place.
    case map
    /// The map, which has its object no more.
    case vanished
    /// The map, where its object is another place now: that one's name or identifier.
    case replaced(by: String)
  }

  /// The nearest candidate.
  public struct StandIn: Hashable, Sendable {
    /// Its name, else its identifier.
    public var candidate: String
    /// In a straight line.
    public var distance: Length

    public init(candidate: String, distance: Length) {
      self.candidate = candidate
      self.distance = distance
    }
  }
}
