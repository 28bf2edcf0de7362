package import CoverageEngine

/// What is doubtful in a row of a list of adherents that was taken.
extension Wording {
  /// Where, what, and what was found there.
  package func sentence(_ doubt: AdherentDoubt) -> String {
    let (place, text, found) = (place(doubt.place), text(doubt.reason), found(doubt.reason))
    return "  "
      + (found.isEmpty
        ? say("adherentDoubt.sentence", ["place": .text(place), "doubt": .text(text)])
        : say(
          "adherentDoubt.sentence.found",
          ["place": .text(place), "doubt": .text(text), "found": .text(found)]))
  }

  private func text(_ reason: AdherentDoubt.Reason) -> String {
    switch reason {
    case .phoneZeroRestored:
      say("adherentDoubt.text.phoneZeroRestored")
    case .phoneUnreadable:
      say("adherentDoubt.text.phoneUnreadable")
    case .valueLeftOut:
      say("adherentDoubt.text.valueLeftOut")
    case .positionMissing:
      say("adherentDoubt.text.positionMissing")
    case .positionDoubtful:
      say("adherentDoubt.text.positionDoubtful")
    case .stateForbidden:
      say("adherentDoubt.text.stateForbidden")
    case .dateGuessed:
      say("adherentDoubt.text.dateGuessed")
    case .positionOutside:
      say("adherentDoubt.text.positionOutside")
    case .stickerTaken:
      say("adherentDoubt.text.stickerTaken")
    case .numberReused:
      say("adherentDoubt.text.numberReused")
    case .dateInFuture: say("adherentDoubt.text.dateInFuture")
    }
  }

  /// The facts of a doubt; empty where it has none to show.
  package func found(_ reason: AdherentDoubt.Reason) -> String {
    switch reason {
    case .phoneZeroRestored, .phoneUnreadable: ""
    case .valueLeftOut(let cell), .dateGuessed(let cell): cell.column + " = " + cell.text
    case .positionMissing(let match): match.map(checks) ?? ""
    case .positionDoubtful(let match): checks(match)
    case .stateForbidden(let from, let to): "\(from.word) → \(to.word)"
    case .positionOutside(let position): FactValue.position(position).text
    case .stickerTaken(let sticker, let holder): "\(sticker) = \(holder)"
    case .numberReused(let number, let holder): "\(number) = \(holder)"
    case .dateInFuture(let day): day.iso
    }
  }
}
