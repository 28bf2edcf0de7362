import CoverageEngine
import RelaisGeo

/// One row of a list of adherents as texts by what they say, whatever format it is from.
struct AdherentCells {
  var place: SourcePlace
  /// Texts that are not empty, without spaces around them.
  var texts: [AdherentColumns.Role: String]
  /// What the file calls each of its columns.
  var titles: [AdherentColumns.Role: String]
  /// The position of a feature, already on earth.
  var position: Position?

  /// A number as spreadsheets write it.
  func number(_ role: AdherentColumns.Role) -> Double? {
    texts[role].flatMap { Double(csv: $0) }
  }
}
