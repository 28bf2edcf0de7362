import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns of priority areas.
extension Wording {
  /// Those of districts, under their own name.
  func priorityAreaColumns(main: Budget, others: [Budget]) -> [Table.Column] {
    var columns = districtColumns(main: main, others: others)
    columns[0].title = say("council.priorityAreaColumns")
    return columns
  }
}
