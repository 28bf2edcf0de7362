import CoverageEngine
import RelaisGeo
import Testing

@testable import RelaisWording

@Suite struct NumbersTests {
  let french = Wording(.french)
  let english = Wording(.english)
  let german = Wording(.german)

  @Test func thousandsAreGroupedAsEachLanguageDoes() {
    #expect(french.integer(1_234_567) == "1\u{202F}234\u{202F}567")
    #expect(english.integer(1_234_567) == "1,234,567")
    #expect(german.integer(1_234_567) == "1.234.567")
    #expect(french.integer(-999) == "−999")
    #expect(french.integer(0) == "0")
  }

  @Test func distancesBearTheirUnit() {
    #expect(french.distance(Length(metres: 340)) == "340\u{A0}m")
    #expect(french.distance(Length(metres: 999.4)) == "999\u{A0}m")
    #expect(french.distance(Length(metres: 999.6)) == "1,0\u{A0}km")
    #expect(french.distance(Length(metres: 12_400)) == "12,4\u{A0}km")
    #expect(english.distance(Length(metres: 12_449)) == "12.4\u{A0}km")
    #expect(german.distance(Length(metres: 12_400)) == "12,4\u{A0}km")
    #expect(german.metres(Length(metres: 1240.5)) == "1.241\u{A0}m")
    #expect(french.metres(Length(metres: 1240.5)) == "1\u{202F}241\u{A0}m")
  }

  @Test func sharesNeverClaimAllOrNothingWronglyAndHalvesGoUp() {
    #expect(french.share(0.632) == "63,2\u{A0}%")
    #expect(english.share(0.632) == "63.2%")
    #expect(german.share(0.632) == "63,2\u{A0}%")
    #expect(french.share(0.99999) == "99,9\u{A0}%")
    #expect(french.share(0.00001) == "0,1\u{A0}%")
    #expect(french.share(1) == "100,0\u{A0}%")
    #expect(french.share(0) == "0,0\u{A0}%")
  }

  @Test func decimalsRoundAndBrokenNumbersAreADash() {
    #expect(french.decimal(-1.25, places: 1) == "−1,3")
    #expect(french.decimal(-0.01, places: 1) == "0,0")
    #expect(french.decimal(.nan, places: 1) == "—")
    #expect(french.decimal(.infinity, places: 1) == "—")
  }

  @Test func budgetsAreNeverRounded() {
    #expect(french.budget(Budget(Length(metres: 300))) == "300\u{A0}m")
    #expect(french.budget(Budget(Length(metres: 300.25))) == "300,25\u{A0}m")
  }

  @Test func datesAreWrittenOut() {
    #expect(french.date(year: 2026, month: 3, day: 1) == "1er\u{A0}mars 2026")
    #expect(english.date(year: 2018, month: 11, day: 20) == "20\u{A0}November 2018")
    #expect(german.date(year: 2026, month: 11, day: 30) == "30.\u{A0}November 2026")
    #expect(german.date(year: 2026, month: 3, day: 1) == "1.\u{A0}März 2026")
  }

  @Test func townsTakeTheirPreposition() {
    #expect(french.of("Nancy") == "de Nancy")
    #expect(french.of("Épinal") == "d’Épinal")
    #expect(french.of("Le Mans") == "du Mans")
    #expect(french.of("Les Lilas") == "des Lilas")
    #expect(french.of("La Rochelle") == "de La Rochelle")
    #expect(german.of("Freiburg") == "von Freiburg")
  }
}
