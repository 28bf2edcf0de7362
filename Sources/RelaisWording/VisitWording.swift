package import CoverageEngine
import RelaisGeo

/// What is said of doors to knock on and of the rounds to them.
extension Wording {
  package var prospectsLayer: String { say("prospection.prospectsLayer") }
  package var roundsLayer: String { say("prospection.roundsLayer") }
  package var pickLegend: String { say("prospection.pickLegend") }
  package var alternativeLegend: String { say("prospection.alternativeLegend") }
  /// Between the clauses of a sentence that has as many as there is to say.
  package var clauseSeparator: String { say("punctuation.semicolon") }
  /// Texts with « et » between them.
  func all(_ texts: [String]) -> String { texts.joined(separator: say("punctuation.and")) }
  package var ifRefused: String { say("prospection.ifRefused") }

  /// Whole minutes, rounded up: nobody comes late by it.
  package func minutes(_ minutes: Double) -> String {
    integer(Int((minutes - 1e-9).rounded(.up))) + unitSpace + "min"
  }

  package func startExpected(_ text: String) -> String {
    say("prospection.startExpected", ["text": .text(text)])
  }

  package func roundName(_ number: Int) -> String {
    say("prospection.roundName", ["number": .digits(number)])
  }

  package func startName(_ start: VisitStart) -> String {
    switch start.origin {
    case .configured, .townHall: start.name
    case .middle:
      say("prospection.startName", ["name": .text(start.name)])
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
      (leg.street ?? say("prospection.way")) + "\u{A0}(" + metres(leg.length) + ")"
    }.joined(separator: ", ")
  }
}
