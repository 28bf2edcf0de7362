/// What is said of relays that would be missed.
extension Wording {
  /// Of the relays on which half of what only one covers depends.
  package var toKeep: String { say("council.toKeep") }
}
