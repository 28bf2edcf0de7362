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
          wording.say("adherents.text.lastOn") + wording.date($0)
        } ?? wording.say("adherents.text.neverFollowed")
      let late = due.isOverdue ? wording.say("adherents.text.overdue") : ""
      return "\(due.establishment.code)  \(due.establishment.name) — \(last)\(late)"
    }.joined(separator: "\n")
  }
}
