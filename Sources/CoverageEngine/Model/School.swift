public import RelaisGeo

/// A place children walk to every school day.
public struct School: Hashable, Sendable {
  /// The source's identifier, unique in its file: the national one (UAI) where there is one.
  public var id: String
  public var name: String?
  /// What it teaches; empty where the source does not say.
  public var levels: SchoolLevels
  public var position: Position
  /// Where one walks in, at least one: the position itself unless the source knows its gates.
  public var entrances: [Position]
  /// The entrances are but points of its outline, of which the one nearest to a street is used.
  public var entersNearest: Bool

  public init(
    id: String, name: String? = nil, levels: SchoolLevels = [], position: Position,
    entrances: [Position] = [], entersNearest: Bool = false
  ) {
    self.id = id
    self.name = name
    self.levels = levels
    self.position = position
    self.entrances = entrances.isEmpty ? [position] : entrances
    self.entersNearest = entersNearest
  }
}

/// The stages of French schooling; a school may hold several.
public enum SchoolLevel: Int, CaseIterable, Sendable {
  /// *École maternelle*, from 3 to 5.
  case nursery
  /// *École élémentaire*, from 6 to 10.
  case elementary
  /// *Collège*, from 11 to 14.
  case lowerSecondary
  /// *Lycée*, from 15 to 17.
  case upperSecondary
}

/// A set of levels.
public struct SchoolLevels: OptionSet, Hashable, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  public init(_ levels: some Sequence<SchoolLevel>) {
    rawValue = levels.reduce(0) { $0 | 1 << $1.rawValue }
  }

  public func holds(_ level: SchoolLevel) -> Bool { rawValue & (1 << level.rawValue) != 0 }

  /// In the order of age.
  public var all: [SchoolLevel] { SchoolLevel.allCases.filter(holds) }
}
