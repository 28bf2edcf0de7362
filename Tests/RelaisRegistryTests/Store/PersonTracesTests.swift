import CoverageEngine
import Testing

@testable import RelaisRegistry

/// What means a person in a text, and what does not.
@Suite struct PersonTracesTests {
  private static let traces = PersonTraces([
    Contact(
      establishment: "", name: "Mme Léa de La Tour", phone: "06 98 76 54 32 / 03 83 11 22 33",
      email: "lea@exemple.fr; tour@exemple.fr")
  ])

  @Test(arguments: [
    ("voir LEA DE LA TOUR lundi", "voir […] lundi"), ("La Tour, Léa", "La […]"),
    ("lea.tour@gmail.com", "[…]@gmail.com"), ("LEA@exemple.fr", "[…]"),
    ("0698765432", "[…]"), ("+33 (0)6.98.76.54.32.", "[…]."), ("698765432", "[…]"),
    ("0033-6-98-76-54-32", "[…]"), ("06\u{202F}98\u{202F}76\u{202F}54\u{202F}32", "[…]"),
    ("0383112234, 0383112233, 17", "0383112234, […], 17"),
  ])
  func aPersonIsFoundHoweverTheyAreWritten(text: String, left: String) {
    #expect(Self.traces.removed(from: text, .free) == left)
  }

  @Test(arguments: [
    "rue de la Tour", "Léa Martin", "SIRET 06987654320017", "12698765432", "0698765431",
    "tourelea", "",
  ])
  func whatIsSomebodyElsesStays(text: String) {
    #expect(Self.traces.removed(from: text, .free) == nil)
  }

  @Test func aPartOfTheNameIsEnoughInOnesOwnTexts() {
    #expect(Self.traces.removed(from: "Mme Tour, de la tour 3", .own) == "Mme […] 3")
    let paul = PersonTraces([Contact(establishment: "", name: "M. Paul")])
    #expect(paul.removed(from: "9 rue Saint-Paul", .fixed) == nil)
    #expect(paul.removed(from: "voir PAUL, pas Pauline", .free) == "voir […], pas Pauline")
  }
}
