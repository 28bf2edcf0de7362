import CoverageEngine
import Foundation
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
    #expect(paul.removed(from: "voir PAUL, pas Pauline", .own) == "voir […], pas Pauline")
  }

  @Test func elsewhereOnlyTheWholeNameMeansThePerson() {
    let paul = PersonTraces([Contact(establishment: "", name: "M. Paul")])
    #expect(paul.removed(from: "voir Paul", .free) == nil)
    let one = PersonTraces([
      Contact(establishment: "", name: "Jean Pierre Martin, gérant", email: "lea@exemple.fr")
    ])
    #expect(one.removed(from: "Jean Pierre Durand", .free) == nil)
    #expect(one.removed(from: "Martin Jean-Pierre", .free) == "[…]")
    #expect(one.removed(from: "12 rue Jean-Pierre Martin", .fixed) == nil)
    #expect(one.removed(from: "marie-lea@exemple.fr, lea@exemple.fr.uk", .free) == nil)
    #expect(one.removed(from: "Lea@exemple.fr.", .free) == "[…].")
  }

  @Test(arguments: [
    ("Jean Martin et Sophie Durand", [["jean", "martin"], ["durand", "sophie"]]),
    ("CANARI, Zélie (gérante)", [["canari", "zelie"]]), ("Mme Canari", [["canari"]]),
    ("Canari Volant, Zélie", [["canari", "volant", "zelie"]]), ("Mme", [["mme"]]), ("", []),
  ])
  func aCellMayNameSeveralPeople(text: String, words: [[String]]) {
    #expect(PersonName.people(text).map { $0.words.sorted() } == words)
  }

  @Test(arguments: [
    ("\u{0}x;Zélie Canari;", true), ("Z\u{C9}LIE CANARI", true), ("zelie;autre;canari", false),
    ("06.98.76.54.32", true), ("160698765432", false), ("ZELIE@exemple.fr", true),
    ("Canari", false),
  ])
  func aPersonIsFoundInTheBytesOfAFile(text: String, isThere: Bool) {
    let traces = PersonTraces([
      Contact(
        establishment: "", name: "Zélie Canari", phone: "0698765432", email: "zelie@exemple.fr")
    ])
    let padding = String(repeating: "nobody here; ", count: 50)
    for encoding in [String.Encoding.utf8, .utf16LittleEndian] {
      let bytes = (padding + text + "; " + padding).data(using: encoding) ?? Data()
      #expect(traces.appear(inRaw: bytes) == isThere, "\(encoding)")
    }
  }
}
