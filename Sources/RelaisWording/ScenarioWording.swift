import CoverageEngine

/// Why a scenario, or another question to the desk, cannot be answered.
extension Wording {
  package func notJSON(at byte: Int) -> String {
    say("errors.request.notJSON", ["byte": .integer(byte)])
  }

  package func badMember(_ name: String) -> String {
    say("errors.request.badMember", ["name": .text(name)])
  }

  package func oneOf(_ one: String, _ other: String) -> String {
    say("errors.request.oneOf", ["one": .text(one), "other": .text(other)])
  }

  package func unknownRelay(_ code: String) -> String {
    say("errors.request.unknownRelay", ["code": .text(code)])
  }

  package func severalRelays(_ code: String) -> String {
    say("errors.request.severalRelays", ["code": .text(code)])
  }

  package func unknownCandidate(_ id: String) -> String {
    say("errors.request.unknownCandidate", ["id": .text(id)])
  }

  package func distanceOutside(_ metres: ClosedRange<Int>) -> String {
    say(
      "errors.request.distanceOutside",
      ["least": .integer(metres.lowerBound), "most": .integer(metres.upperBound)])
  }

  package func severalStreets(_ text: String, among names: [String]) -> String {
    say("errors.request.severalStreets", ["text": .text(text), "names": .list(names)])
  }

  package func addressNotFree(_ address: String) -> String {
    say("errors.request.addressNotFree", ["address": .text(address)])
  }

  package func tooManyPlaces(_ limit: Int) -> String {
    say("errors.request.tooManyPlaces", ["limit": .integer(limit)])
  }
}
