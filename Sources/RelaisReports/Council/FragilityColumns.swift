import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns of relays that would be missed.
extension Wording {
  var relayFragilityColumns: [Table.Column] {
    [
      .init(say("council.relayFragilityColumns.lostWithout"), unit: "m", kind: .number),
      .init(say("council.relayFragilityColumns.toKeep"), fold: .init(under: 0)),
    ]
  }
}
