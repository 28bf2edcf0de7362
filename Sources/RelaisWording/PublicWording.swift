package import CoverageEngine

/// The page for the town's site.
extension Wording {
  package var publicTitle: String { say("pages.publicTitle") }

  package func publicAnswer(_ count: Int) -> String {
    guard count > 0 else { return publicNone }
    return count == 1
      ? say("pages.publicAnswer.one")
      : say("pages.publicAnswer.several", ["count": .integer(count)])
  }

  package var publicNone: String {
    say("pages.publicNone")
  }

  package var nearHeading: String { say("pages.nearHeading") }
  package var nearLabel: String { say("pages.nearLabel") }
  package var nearHelp: String {
    say("pages.nearHelp")
  }

  package var publicMapHeading: String {
    say("pages.publicMapHeading")
  }
  package func publicMapLabel(_ count: Int) -> String {
    say("pages.publicMapLabel", ["count": .integer(count)])
  }
  package var publicMapTwin: String {
    say("pages.publicMapTwin")
  }

  package var publicListHeading: String { say("pages.publicListHeading") }
  package func publicCaption(_ count: Int) -> String {
    say("pages.publicCaption", ["count": .integer(count)])
  }
  package func publicCaption(_ district: String?, _ count: Int) -> String {
    (district ?? say("pages.publicCaption.outsideThe")) + " (\(integer(count)))"
  }
  package var publicHeaders: [String] {
    [
      say("pages.publicHeaders.no"), say("pages.publicHeaders.relay"),
      say("pages.publicHeaders.address"),
      say("pages.publicHeaders.openingHours"),
    ]
  }
  /// An address of which only the street is known on the map.
  package func approximate(_ address: String) -> String {
    address.isEmpty
      ? say("pages.approximate")
      : say("pages.approximate.address", ["address": .text(address)])
  }
  /// On paper, which does not know what time it is read at.
  package func printDay(_ day: CalendarDay) -> String { say("pages.printDay", ["day": .date(day)]) }
  package var publicUnknownHours: String { say("pages.publicUnknownHours") }

  /// - Parameter pace: How fast a child walks, metres a second.
  package func publicMethod(pace: Double) -> String {
    say("pages.publicMethod", ["metres": .integer(Int((pace * 60).rounded()))])
  }

  package func publicMade(by generator: String, date: CalendarDay?) -> String {
    guard let date else {
      return say("pages.publicMade.pageMade", ["generator": .text(generator)])
    }
    return say("pages.publicMade.dated", ["generator": .text(generator), "day": .date(date)])
  }

  /// The sentences the script fills in.
  package var publicTexts: [(String, String)] {
    [
      (
        "far",
        say("pages.publicTexts.mOn")
      ),
      ("open", say("pages.publicTexts.openNow")),
      ("closed", say("pages.publicTexts.closedNow")),
      (
        "nearest",
        say("pages.publicTexts.theNearest")
      ),
      (
        "none",
        say("pages.publicTexts.noRelay")
      ),
      (
        "unknown",
        say("pages.publicTexts.noStreet")
      ),
      (
        "several", say("pages.publicTexts.streetsChoose")
      ),
      (
        "many",
        say("pages.publicTexts.streetsHere")
      ),
      ("see", say("pages.publicTexts.seeNo")),
      ("shown", say("pages.publicTexts.theMap")),
    ]
  }
}
