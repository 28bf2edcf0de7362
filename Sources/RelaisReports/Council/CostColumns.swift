import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns of what the relays cost.
extension Wording {
  var costColumns: [Table.Column] {
    [
      .init(say("Poste", "Item"), namesRow: true),
      .init(say("Montant", "Amount"), kind: .number),
    ]
  }
}
