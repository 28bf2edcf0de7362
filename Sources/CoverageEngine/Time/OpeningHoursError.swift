/// Why a text is not taken as opening hours.
public struct OpeningHoursError: Error, Hashable, Sendable {
  /// Characters before the place it broke at, counted in the text as it was given.
  public var offset: Int
  public var expected: Expected

  /// What would have been understood there.
  public enum Expected: String, CaseIterable, Hashable, Sendable {
    /// The text holds nothing.
    case hours
    /// Days, dates, times, or a word such as `off`.
    case rule
    /// A rule separator or the end.
    case separator
    case time
    /// A time of day up to 24:00, or the end of a span up to 48:00.
    case timeWithinDay
    /// `-` or `+`: one time alone says no hours.
    case span
    case weekday
    case month
    case dayOfMonth
    case year
    case week
    case number
    /// A quotation mark that ends the comment.
    case endOfComment
    /// What was written can be read in more than one way.
    case oneMeaning
    /// Fewer words: the text is too long to be opening hours.
    case shorterText
  }

  public init(offset: Int, expected: Expected) {
    self.offset = offset
    self.expected = expected
  }
}
