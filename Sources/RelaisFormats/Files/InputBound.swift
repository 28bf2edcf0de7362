/// How much of something a file may hold: past it, no town's file is meant, and nothing of it is taken.
///
/// `Documentation/Bounds.md` gives the reasons.
public enum InputBound: Hashable, CaseIterable, Sendable {
  /// Columns of a table.
  case columns
  /// Characters of the row with a table's column names.
  case headerLength
  /// Rows whose cells cannot be told apart.
  case damagedRows
  /// How many times its packed size a block of a map may have unpacked.
  case blockRatio
  /// Answers of a round.
  case answers
  /// Bytes of a file of answers.
  case answerBytes
  /// Lines of a file of opening hours.
  case hoursValues

  /// The most there may be.
  public var most: Int {
    switch self {
    case .columns: 10_000
    case .headerLength: 1 << 20
    case .damagedRows: 100_000
    case .blockRatio: 100
    case .answers: 10_000
    case .answerBytes: 16 << 20
    case .hoursValues: 1_000_000
    }
  }
}
