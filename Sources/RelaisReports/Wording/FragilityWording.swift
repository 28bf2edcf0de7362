import CoverageEngine

/// What is said of relays that would be missed.
extension Wording {
  var relayFragilityColumns: [Table.Column] {
    [
      .init(say("Perdu sans lui", "Lost without it"), unit: "m", kind: .number),
      .init(say("À garder", "To keep"), fold: .init(under: 0)),
    ]
  }

  /// Of the relays on which half of what only one covers depends.
  var toKeep: String { say("à garder", "to keep") }
}
