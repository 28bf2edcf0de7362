package import CoverageEngine
import RelaisGeo

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

  /// Doubts of a list, a line each; what many rows say alike is one line that names them all.
  package func sentences(_ doubts: [AdherentDoubt]) -> [String] {
    var order: [AdherentDoubt.Reason] = []
    var places: [AdherentDoubt.Reason: [SourcePlace]] = [:]
    for doubt in doubts {
      if places[doubt.reason] == nil { order.append(doubt.reason) }
      places[doubt.reason, default: []].append(doubt.place)
    }
    return order.map { reason in
      let own = places[reason] ?? []
      guard own.count > 1 else { return sentence(AdherentDoubt(own[0], reason)) }
      let (text, found) = (text(reason), found(reason))
      return "  "
        + say(
          "adherentDoubt.sentence.rows",
          [
            "rows": .integer(own.count), "places": .list(own.map(place)),
            "doubt": .text(found.isEmpty ? text : text + " (\(found))"),
          ])
    }
  }

  /// The same of facts that came without a file.
  package func sentence(_ reason: AdherentDoubt.Reason) -> String {
    let (text, found) = (text(reason), found(reason))
    return found.isEmpty
      ? say("adherentDoubt.ofFact", ["doubt": .text(text)])
      : say("adherentDoubt.ofFact.found", ["doubt": .text(text), "found": .text(found)])
  }

  private func text(_ reason: AdherentDoubt.Reason) -> String {
    switch reason {
    case .phoneZeroRestored:
      say("adherentDoubt.text.phoneZeroRestored")
    case .phoneUnreadable:
      say("adherentDoubt.text.phoneUnreadable")
    case .emailUnreadable: say("adherentDoubt.text.emailUnreadable")
    case .hoursNotUnderstood: say("adherentDoubt.text.hoursNotUnderstood")
    case .numberInWords: say("adherentDoubt.text.numberInWords")
    case .dateTooEarly: say("adherentDoubt.text.dateTooEarly")
    case .datesReversed: say("adherentDoubt.text.datesReversed")
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
    case .phoneZeroRestored, .phoneUnreadable, .emailUnreadable: ""
    case .valueLeftOut(let cell), .dateGuessed(let cell), .hoursNotUnderstood(let cell),
      .numberInWords(let cell), .dateTooEarly(let cell):
      cell.column + " = " + cell.text
    case .datesReversed(let first, let last):
      "\(first.column) = \(first.text), \(last.column) = \(last.text)"
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
