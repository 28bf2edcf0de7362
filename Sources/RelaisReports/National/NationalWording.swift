import RelaisWording

extension Wording {
  /// How far a commune's figures are, in a word.
  func name(_ state: CommuneFigures.State) -> String {
    switch state {
    case .done: say("batch.state.done")
    case .failed: say("batch.state.failed")
    case .missing: say("batch.state.missing")
    }
  }
}
