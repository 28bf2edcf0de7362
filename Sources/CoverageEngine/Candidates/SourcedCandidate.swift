public import RelaisGeo

/// A candidate as one source knows it, before anybody judged it.
public struct SourcedCandidate: Hashable, Sendable {
  /// Where it comes from; of two that know a place, the first one's facts come first.
  public enum Source: Int, Comparable, Sendable {
    /// A list somebody made: CSV, GeoJSON, GeoPackage.
    case list
    /// Shops of OpenStreetMap.
    case map
    /// INSEE's register of establishments.
    case register

    public static func < (a: Source, b: Source) -> Bool { a.rawValue < b.rawValue }
  }

  public var source: Source
  public var candidate: Candidate
  /// Its owner keeps its name and address out.
  public var isVeiled = false

  public init(
    _ source: Source, _ candidate: Candidate, isVeiled: Bool = false
  ) {
    self.source = source
    self.candidate = candidate
    self.isVeiled = isVeiled
  }
}

/// An establishment a source says is closed.
public struct ClosedEstablishment: Hashable, Sendable {
  /// The register, or the map, where a shop's tags say that it was one.
  public var source: SourcedCandidate.Source
  public var siret: String?
  public var name: String?
  public var position: Position?
  /// Since when, where it is known.
  public var since: CalendarDay?

  public init(
    _ source: SourcedCandidate.Source = .register, siret: String?, name: String?,
    position: Position?, since: CalendarDay?
  ) {
    self.source = source
    self.siret = siret
    self.name = name
    self.position = position
    self.since = since
  }
}

/// What one file knows of candidates.
public struct CandidateSource: Sendable {
  public var candidates: [SourcedCandidate]
  public var closed: [ClosedEstablishment]
  /// How many are of a kind no category names itself, by that kind as the source says it.
  public var otherKinds: [String: Int]
  /// The objects of a map that are some place, candidates or not, whatever kinds the town asks; `nil`
  /// of what is no map.
  public var living: Set<String>?

  public init(
    _ candidates: [SourcedCandidate] = [], closed: [ClosedEstablishment] = [],
    otherKinds: [String: Int] = [:], living: Set<String>? = nil
  ) {
    self.candidates = candidates
    self.closed = closed
    self.otherKinds = otherKinds
    self.living = living
  }
}
