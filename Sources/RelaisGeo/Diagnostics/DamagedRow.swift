/// One row of a file that a reader could not take.
///
/// Rows in = rows read + rows damaged, in every reader.
public struct DamagedRow: Hashable, Sendable {
  public var place: SourcePlace
  /// The row's own identifier, where it could be read.
  public var id: String?
  public var defect: RowDefect

  public init(place: SourcePlace, id: String? = nil, defect: RowDefect) {
    self.place = place
    self.id = id
    self.defect = defect
  }
}

/// Why a row cannot be read, with what was found in it.
public enum RowDefect: Error, Hashable, Sendable {
  /// More cells than the header has columns; how many.
  case wrongColumnCount(Int)
  /// A cell is empty that has to say something; its column.
  case missingValue(String)
  case notANumber(String)
  case outOfRange(String)
  /// An identifier that is not formed as those of its register are.
  case malformedIdentifier(String)
  case noGeometry(String)
  /// A geometry of a kind that is not read.
  case wrongGeometry(String)
  case invalidGeometry(String)
  case invalidText(String)

  /// What was found, as text.
  public var found: String {
    switch self {
    case .wrongColumnCount(let count): String(count)
    case .missingValue(let text), .notANumber(let text), .outOfRange(let text),
      .malformedIdentifier(let text), .noGeometry(let text), .wrongGeometry(let text),
      .invalidGeometry(let text), .invalidText(let text):
      text
    }
  }
}
