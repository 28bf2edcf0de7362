import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns of what the relays cost.
extension Wording {
  var costColumns: [Table.Column] {
    [
      .init(say("council.costColumns.item"), namesRow: true),
      .init(say("council.costColumns.amount"), kind: .number),
    ]
  }
}
