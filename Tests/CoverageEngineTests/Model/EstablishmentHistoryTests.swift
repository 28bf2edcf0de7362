import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// What an establishment's events add up to.
@Suite struct EstablishmentHistoryTests {
  /// Appending, which goes on from what is known, gives what reading all events at once gives.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func eventsAppendedOneByOneAddUpAsThoseReadAtOnce(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let start = day("2025-01-01")
    var grown = EstablishmentHistory(id: "a")
    var events: [RegistryEvent] = []
    for number in 1...12 as ClosedRange<Int64> {
      let kind = try #require(
        [RegistryEvent.Kind.added, .changed, .state, .contact, .undone, .merged]
          .randomElement(using: &random))
      var event = RegistryEvent(
        sequence: number, establishment: "a", kind: kind,
        holdsFrom: try #require(start.adding(days: Int.random(in: 0...3, using: &random))),
        recordedAt: "2025-01-01T00:00:00.000Z", author: "Test")
      switch kind {
      case .undone: event.undoes = [Int64.random(in: 1...number, using: &random)]
      case .merged: event.merge = Bool.random(using: &random) ? .into("b") : .absorbs("c")
      case .added, .changed, .state:
        for field in [EstablishmentField.name, .notes, .city]
        where Bool.random(using: &random) {
          event.changes.updateValue(
            Int.random(in: 0...3, using: &random) == 0 ? nil : .text("\(field.word) \(number)"),
            forKey: field)
        }
      case .imported, .visit, .followUp, .edited, .contact, .stickers, .sheltered: break
      }
      grown.append(event)
      events.append(event)
      let read = EstablishmentHistory(id: "a", events: events.shuffled(using: &random))
      #expect(grown.events == read.events && grown.standing == read.standing)
      #expect(grown.unmerged == read.unmerged && grown.mergedInto == read.mergedInto)
      #expect(grown.establishment() == read.establishment())
      #expect(grown.isPresent == (read.establishment() != nil))
    }
  }

  @Test func fieldsAreKeysByTheirPlaceAndTellApart() {
    let all = EstablishmentField.allCases
    let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($0.element, $0.offset) })
    #expect(places.count == 25)
    #expect(all.map { places[$0] } == Array(0..<25))
    #expect(all.allSatisfy { EstablishmentField(rawValue: $0.rawValue) == $0 })
  }
}
