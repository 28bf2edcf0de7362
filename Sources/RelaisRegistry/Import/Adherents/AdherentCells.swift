import CoverageEngine
import RelaisFormats
import RelaisGeo

/// One row of a list of adherents as texts by what they say, whatever format it is from.
struct AdherentCells {
  var place: SourcePlace
  /// Texts that are not empty, without spaces around them.
  var texts: [ColumnTerm: String]
  /// What the file calls each of its columns.
  var titles: [ColumnTerm: String]
  /// The position of a feature, already on earth.
  var position: Position?
  /// Coordinates that stand in one cell, as they are in the file.
  var point: PlanarPoint?
  /// Days that could be another, by what the file says: day and month in an order that only the column's other rows show.
  var guessedDays: [ColumnTerm: String] = [:]

  /// A number as spreadsheets write it, the spaces of « 931 200,5 » too.
  func number(_ term: ColumnTerm) -> Double? {
    guard let text = texts[term] else { return nil }
    if let number = Double(csv: text) { return number }
    let groups = text.split(omittingEmptySubsequences: false) { " \u{A0}\u{202F}".contains($0) }
    let whole = (groups.last ?? "").prefix { $0.isNumber }
    guard groups.count > 1, (1...3).contains(groups[0].count), whole.count == 3,
      groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 && $0.allSatisfy(\.isNumber) })
    else { return nil }
    return Double(csv: groups.joined())
  }
}
