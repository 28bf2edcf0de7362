package import CoverageEngine
package import RelaisWording

/// Who is due this quarter, as lines of text.
package enum FollowUpList {
  /// A line per establishment that is due, in the order of ``FollowUps/due``; one sentence where
  /// nobody is.
  package static func text(_ followUps: FollowUps, _ wording: Wording) -> String {
    guard !followUps.due.isEmpty else {
      return wording.say("adherents.text.everyAdherent")
    }
    return followUps.due.map { due in
      let last =
        due.last.map {
          wording.say("adherents.text.lastOn", ["day": .date($0)])
        } ?? wording.say("adherents.text.neverFollowed")
      let (code, name) = (due.establishment.code, due.establishment.name)
      return due.isOverdue
        ? wording.say(
          "adherents.text.dueLate",
          ["code": .text(code), "name": .text(name), "last": .text(last)])
        : wording.say(
          "adherents.text.due", ["code": .text(code), "name": .text(name), "last": .text(last)])
    }.joined(separator: "\n")
  }
}
