public import RelaisGeo

/// One fact the registry keeps of an establishment, as what it is.
///
/// ``text`` is the form of files and of the registry's history; nothing else reads it back.
public enum FactValue: Hashable, Sendable {
  case text(String)
  case kind(EstablishmentKind)
  case state(AdherentState)
  case check(ConditionCheck)
  case day(CalendarDay)
  case position(Position)
  /// 14 digits.
  case siret(String)
  case source(PositionSource)
  case quality(PositionQuality)
  /// A text its field cannot hold, as somebody wrote it: another program in the registry, or a person on
  /// the way in. It counts as not known.
  case unread(String)
}

/// How a position was found.
public enum PositionSource: Hashable, Sendable {
  /// A list gave it.
  case file
  /// A person typed it.
  case hand
  /// Somebody moved the point on a map.
  case map
  /// An address was looked up.
  case address(GeocodingMatch.Kind)
  /// As somebody else says it.
  case words(String)
}

/// How sure a position is.
public enum PositionQuality: Hashable, Sendable {
  /// How well an address was found, 0 to 1, and whether that needs no check.
  case score(Double, isSure: Bool)
  /// In the words of who found it.
  case words(String)
}
