import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns of relays that would be missed.
extension Wording {
  var relayFragilityColumns: [Table.Column] {
    [
      .init(say("Perdu sans lui", "Lost without it"), unit: "m", kind: .number),
      .init(say("À garder", "To keep"), fold: .init(under: 0)),
    ]
  }
}
