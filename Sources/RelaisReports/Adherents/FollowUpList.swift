public import CoverageEngine
public import RelaisWording

/// Who is due this quarter, as lines of text.
public enum FollowUpList {
  public static func text(_ followUps: FollowUps, _ wording: Wording) -> String {
    guard !followUps.due.isEmpty else {
      return wording.typographic(
        wording.say(
          "Tous les adhérents ont été suivis ce trimestre.",
          "Every adherent was followed up this quarter."))
    }
    return followUps.due.map { due in
      let last =
        due.last.map {
          wording.say("dernier suivi le ", "last on ") + wording.date($0.iso)
        } ?? wording.say("jamais suivi", "never followed up")
      let late = due.isOverdue ? wording.say(" ; EN RETARD", "; OVERDUE") : ""
      return wording.typographic(
        "\(due.establishment.code)  \(due.establishment.name) — \(last)\(late)")
    }.joined(separator: "\n")
  }
}
