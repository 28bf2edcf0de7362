import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns of the apprentice’s page, and its answer.
extension Wording {
  func apprenticeAnswer(_ doors: DoorTeller?) -> String {
    guard let doors, !doors.plan.picks.isEmpty else {
      return say("Aucune porte à proposer.", "No door to propose.")
    }
    guard let round = doors.plan.rounds?.rounds.first else {
      return typographic(outcome(of: doors.plan.prospection).replacing("\n", with: ". "))
    }
    let gain = distance(doors.length(round.gain))
    let count = self.count(round.stops.count, ("porte", "portes"), ("door", "doors"))
    return typographic(
      say(
        "Cette semaine : \(count) en \(minutes(round.minutes)). Si toutes disent oui, \(gain) de rue de plus ont un relais.",
        "This week: \(count) in \(minutes(round.minutes)). If all say yes, \(gain) more of street have a relay."
      ))
  }

  var itineraryColumns: [Table.Column] {
    [
      .init(say("N°", "No."), kind: .number), .init(say("Porte", "Door"), namesRow: true),
      .init(say("Chemin", "Way"), fold: .init(under: 1)),
      .init(say("À pied", "On foot"), unit: "m", kind: .number),
      .init(say("Durée", "Time"), unit: "min", kind: .number),
    ]
  }

  var prospectColumns: [Table.Column] {
    [
      .init(say("Rang", "Rank"), kind: .number), .init(say("Porte", "Door"), namesRow: true),
      .init(say("Adresse", "Address"), fold: .init(under: 1)),
      .init(say("Ajoute", "Adds"), unit: "m", kind: .number),
      .init(say("Cumul", "In all"), unit: "m", kind: .number),
      .init(say("Tournée", "Round"), kind: .number),
    ]
  }
}
