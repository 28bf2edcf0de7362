package import CoverageEngine

/// What an apprentice's telephone shows while answers are taken.
extension Wording {
  package var goThere: String { say("street.goThere") }

  package func ring(_ number: String) -> String {
    say("street.ring", ["number": .text(number)])
  }

  /// The sentences the script fills in, by its names for them.
  package var streetTexts: [(key: String, text: String)] {
    [
      ("answer", say("street.text.answer")),
      ("why", say("street.text.why")),
      ("when", say("street.text.when")),
      ("otherDay", say("street.text.otherDay")),
      ("seen", say("street.text.seen")),
      ("missing", say("street.text.missing")),
      ("allGood", say("street.text.allGood")),
      ("notEligible", say("street.text.notEligible")),
      ("onlyNow", say("street.text.onlyNow")),
      ("note", say("street.text.note")),
      ("undo", say("street.text.undo")),
      ("complete", say("street.text.complete")),
      ("noted", say("street.text.noted")),
      ("mine", say("street.text.mine")),
      ("none", say("street.text.none")),
      ("share", say("street.text.share")),
      ("shareShort", say("street.text.shareShort")),
      ("paste", say("street.text.paste")),
      ("copy", say("street.text.copy")),
      ("copied", say("street.text.copied")),
      ("copyByHand", say("street.text.copyByHand")),
      ("clear", say("street.text.clear")),
      ("clearSure", say("street.text.clearSure")),
      ("met", say("street.text.met")),
      ("name", say("street.text.name")),
      ("kind", say("street.text.kind")),
      ("here", say("street.text.here")),
      ("nowhere", say("street.text.nowhere")),
      ("searching", say("street.text.searching")),
      ("found", say("street.text.found")),
      ("noPosition", say("street.text.noPosition")),
      ("add", say("street.text.add")),
      ("nameNeeded", say("street.text.nameNeeded")),
      ("added", say("street.text.added")),
      ("shared", say("street.text.shared")),
      ("saved", say("street.text.saved")),
      ("title", say("street.text.title")),
      ("file", say("street.text.file")),
      ("gpx", say("street.text.gpx")),
      ("replan", say("street.text.replan")),
      ("timeLeft", say("street.text.timeLeft")),
      ("minutes", say("street.text.minutes")),
      ("metres", say("street.text.metres")),
      ("planned", say("street.text.planned")),
      ("fromHere", say("street.text.fromHere")),
      ("point", decimalSeparator),
      ("fromDoor", say("street.text.fromDoor")),
      ("nothingFits", say("street.text.nothingFits")),
      ("count", say("street.text.count")),
      ("notKept", say("street.text.notKept")),
      ("emptied", say("street.text.emptied")),
      ("phone", say("street.text.phone")),
      ("sent", say("street.text.sent")),
      ("accepted", say("street.text.accepted")),
      ("refused", say("street.text.refused")),
      ("colon", colon),
    ]
  }

  /// When to come back: after one, three, seven and fourteen days.
  package var streetDays: [String] {
    [
      say("street.day.tomorrow"),
      say("street.day.threeDays"),
      say("street.day.week"),
      say("street.day.twoWeeks"),
    ]
  }

  /// What is on the button of an outcome.
  package func streetOutcome(_ outcome: VisitOutcome) -> String {
    switch outcome {
    case .yes: say("street.outcome.yes")
    case .no: say("street.outcome.no")
    case .callBack: say("street.outcome.callBack")
    case .closed: say("street.outcome.closed")
    case .absent: say("street.outcome.absent")
    case .notEligible: say("street.text.notEligible")
    }
  }

  /// What is below it, where it may be misread.
  package func streetHint(_ outcome: VisitOutcome) -> String? {
    switch outcome {
    case .closed: say("street.hint.closed")
    case .absent: say("street.hint.absent")
    case .yes, .no, .callBack, .notEligible: nil
    }
  }
}
