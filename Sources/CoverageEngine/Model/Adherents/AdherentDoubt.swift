public import RelaisGeo

/// A row of a list of adherents that was taken although something in it asks for a person's eye.
public struct AdherentDoubt: Hashable, Sendable {
  public var place: SourcePlace
  public var reason: Reason

  public init(_ place: SourcePlace, _ reason: Reason) {
    self.place = place
    self.reason = reason
  }

  /// What asks for it. Facts are never those of a person: no number of theirs is repeated.
  public enum Reason: Hashable, Sendable {
    /// A zero at the head of a phone number was put back.
    case phoneZeroRestored
    /// Neither a French number, an emergency's nor one of another country.
    case phoneUnreadable
    case emailUnreadable
    /// Opening hours that count as unknown.
    case hoursNotUnderstood(Cell)
    /// Words where a number is expected: nothing is known of it.
    case numberInWords(Cell)
    /// A value could not be understood; a list's is kept in the notes.
    case valueLeftOut(Cell)
    /// Without a position, the relay covers nothing yet; what the address base says of its address,
    /// where there are both.
    case positionMissing(GeocodingMatch?)
    /// The address was found, and something in it asks for a check.
    case positionDoubtful(GeocodingMatch)
    /// The file asks for a state that may not follow the present one.
    case stateForbidden(from: AdherentState, to: AdherentState)
    /// A day of which the century, or the form, had to be guessed.
    case dateGuessed(Cell)
    /// Farther from the territory than its relays may lie.
    case positionOutside(Position)
    /// Two establishments would have the same sticker.
    case stickerTaken(sticker: String, holder: String)
    /// The row's number named another establishment; the row was taken for a new one.
    case numberReused(number: String, holder: String)
    /// A date to come.
    case dateInFuture(CalendarDay)
    /// A date before there was any relay.
    case dateTooEarly(Cell)
    /// What comes last is dated before what it follows.
    case datesReversed(first: Cell, last: Cell)
  }

  /// What stands in a column, both as the file has them.
  public struct Cell: Hashable, Sendable {
    public var column: String
    public var text: String

    public init(column: String, text: String) {
      self.column = column
      self.text = text
    }
  }
}
