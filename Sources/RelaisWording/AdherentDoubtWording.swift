package import CoverageEngine

/// What is doubtful in a row of a list of adherents that was taken.
extension Wording {
  /// Where, what, and what was found there.
  package func sentence(_ doubt: AdherentDoubt) -> String {
    let found = found(doubt.reason)
    return typographic(
      "  " + say("à vérifier, ", "to check, ") + place(doubt.place) + say(" : ", ": ")
        + text(doubt.reason) + (found.isEmpty ? "" : " (\(found))"))
  }

  private func text(_ reason: AdherentDoubt.Reason) -> String {
    switch reason {
    case .phoneZeroRestored:
      say(
        "le zéro perdu du téléphone a été remis ; vérifiez",
        "the lost zero of the phone number was put back; check it")
    case .phoneUnreadable:
      say("le téléphone n’en a pas l’air", "the phone number does not look like one")
    case .valueLeftOut:
      say("valeur non comprise, laissée de côté", "value not understood, left out")
    case .positionMissing:
      say(
        "sans position : ne couvre rien tant qu’elle manque",
        "without a position: covers nothing until it has one")
    case .positionDoubtful:
      say("position trouvée d’après l’adresse", "position found by the address")
    case .stateForbidden:
      say("changement d’état impossible, non repris", "impossible change of state, not taken")
    case .dateGuessed:
      say("date comprise sans certitude ; vérifiez", "date understood with a doubt; check it")
    case .positionOutside:
      say(
        "position à plus de deux kilomètres du territoire ; vérifiez",
        "position over two kilometres outside the territory; check it")
    case .stickerTaken:
      say(
        "ce numéro d’autocollant est aussi celui d’un autre",
        "this sticker number is somebody else’s, too")
    case .numberReused:
      say(
        "ce numéro désignait un autre établissement ; pris pour un nouveau",
        "this number named another establishment; taken as a new one")
    case .dateInFuture: say("date à venir", "a date to come")
    }
  }

  /// The facts of a doubt; empty where it has none to show.
  package func found(_ reason: AdherentDoubt.Reason) -> String {
    switch reason {
    case .phoneZeroRestored, .phoneUnreadable: ""
    case .valueLeftOut(let cell), .dateGuessed(let cell): cell.column + " = " + cell.text
    case .positionMissing(let match): match.map(checks) ?? ""
    case .positionDoubtful(let match): checks(match)
    case .stateForbidden(let from, let to): "\(from.rawValue) → \(to.rawValue)"
    case .positionOutside(let position): PositionText.text(position)
    case .stickerTaken(let sticker, let holder): "\(sticker) = \(holder)"
    case .numberReused(let number, let holder): "\(number) = \(holder)"
    case .dateInFuture(let day): day.iso
    }
  }
}
