import CoverageEngine
import Testing

@testable import RelaisWording

/// Opening hours as people say them.
@Suite struct HoursInWordsTests {
  private func said(_ value: String, _ language: Language = .french) throws -> String {
    Wording(language).inWords(try OpeningHours(parsing: value))
      .replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
  }

  @Test func weeksAreToldInWords() throws {
    let value = "Mo-Fr 08:00-12:00,14:00-19:30; Sa 09:00-12:00; PH off"
    #expect(
      try said(value)
        == "lun.–ven. 8 h – 12 h, 14 h – 19 h 30 ; sam. 9 h – 12 h ; fermé dim. et jours fériés")
    #expect(
      try said(value, .english)
        == "Mon–Fri 08:00 – 12:00, 14:00 – 19:30; Sat 09:00 – 12:00; closed Sun and public holidays"
    )
    #expect(
      try said(value, .german)
        == "Mo–Fr 8:00–12:00 Uhr, 14:00–19:30 Uhr; Sa 9:00–12:00 Uhr; So und an Feiertagen geschlossen"
    )
    #expect(try said("24/7", .german) == "Tag und Nacht geöffnet")
    #expect(try said("24/7") == "ouvert jour et nuit")
    #expect(
      try said("Fr,Sa 20:00-02:00") == "ven., sam. 20 h – 2 h ; fermé lun.–jeu., dim.")
    #expect(try said("Mo-Su 07:00-20:00") == "lun.–dim. 7 h – 20 h")
  }

  /// Days of which a value says nothing are neither open nor closed.
  @Test func daysNotStatedAreSaidSo() throws {
    #expect(try said("9h-19h") == "lun.–ven. 9 h – 19 h ; sam., dim. : non précisé")
    #expect(try said("9h-19h", .english) == "Mon–Fri 09:00 – 19:00; Sat, Sun: not stated")
    #expect(try said("9h-19h", .german) == "Mo–Fr 9:00–19:00 Uhr; Sa, So: nicht angegeben")
    #expect(try said("fermé le lundi") == "fermé lun. ; mar.–dim. : non précisé")
    #expect(
      try said("9h-19h sauf jours fériés")
        == "lun.–ven. 9 h – 19 h ; fermé jours fériés ; sam., dim. : non précisé")
    // An hour in doubt is none that a week can be put in.
    #expect(try said("Mo-Fr 09:00-19:00; Sa 09:00-12:00 unknown").contains("unknown"))
  }

  @Test func whatDatesOrTheSunDecideKeepsItsSyntax() throws {
    #expect(try said("Apr-Sep Mo-Fr 08:00-18:00") == "Apr-Sep Mo-Fr 08:00-18:00")
    #expect(try said("Mo-Fr sunrise-sunset") == "Mo-Fr sunrise-sunset")
  }
}
