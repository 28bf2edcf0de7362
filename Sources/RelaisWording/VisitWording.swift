package import CoverageEngine
import RelaisGeo

/// What is said of doors to knock on and of the rounds to them.
extension Wording {
  package var prospectsLayer: String { say("Portes où frapper", "Doors to knock on") }
  package var roundsLayer: String { say("Tournées à pied", "Walking rounds") }
  package var pickLegend: String { say("Porte où frapper", "Door to knock on") }
  package var alternativeLegend: String { say("En cas de refus", "If refused") }
  package var clauseSeparator: String { say("\u{202F}; ", "; ") }
  package var ifRefused: String { say("en cas de refus\u{A0}: ", "if refused: ") }

  /// Whole minutes, rounded up: nobody comes late by it.
  package func minutes(_ minutes: Double) -> String {
    integer(Int((minutes - 1e-9).rounded(.up))) + unitSpace + "min"
  }

  package func startExpected(_ text: String) -> String {
    say(
      "start : « \(text) » n’est ni une position (\"6.18, 48.69\") ni une adresse connue",
      "start: “\(text)” is neither a position (\"6.18, 48.69\") nor a known address")
  }

  package func roundName(_ number: Int) -> String { say("Tournée \(number)", "Round \(number)") }

  package func startName(_ start: VisitStart) -> String {
    switch start.origin {
    case .configured, .townHall: start.name
    case .middle:
      say("\(start.name) (au milieu des portes)", "\(start.name) (in the middle of the doors)")
    }
  }

  /// A way in words, street by street: short stretches without a name are left out.
  package func way(_ way: VisitRounds.Way) -> String {
    let shortest = Length(metres: 30)
    var legs: [VisitRounds.Way.Leg] = []
    for leg in way.legs where leg.street != nil || leg.length >= shortest {
      if let last = legs.last, last.street == leg.street {
        legs[legs.count - 1].length += leg.length
      } else {
        legs.append(leg)
      }
    }
    return legs.map { leg in
      (leg.street ?? say("passage sans nom", "unnamed way")) + "\u{A0}(" + metres(leg.length) + ")"
    }.joined(separator: ", ")
  }
}
