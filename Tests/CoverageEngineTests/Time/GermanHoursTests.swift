import Testing

@testable import CoverageEngine

/// What shops and town halls write in German: each wording with what it means, worked by hand, and what is refused.
@Suite struct GermanHoursTests {
  @Test(arguments: [
    // Days and hours.
    ("Mo–Fr 9–18 Uhr, Sa geschlossen", "Mo-Fr 09:00-18:00, Sa off"),
    ("Mo-Fr 9-18 Uhr", "Mo-Fr 09:00-18:00"),
    ("Mo-Fr: 8.00–18.30 Uhr", "Mo-Fr 08:00-18:30"),
    ("Montag bis Freitag 9 bis 18 Uhr", "Mo-Fr 09:00-18:00"),
    ("Montag bis Freitag von 9 Uhr bis 18 Uhr", "Mo-Fr 09:00-18:00"),
    ("montags bis freitags 9:00-18:00 Uhr", "Mo-Fr 09:00-18:00"),
    ("Mo., Di. und Do. 9–12 Uhr", "Mo,Tu,Th 09:00-12:00"),
    ("Di 9–12 Uhr", "Tu 09:00-12:00"),
    ("Do 14–18 Uhr", "Th 14:00-18:00"),
    ("Di + Do 9–12 Uhr", "Tu,Th 09:00-12:00"),
    ("Dienstag und Donnerstag 9–12 Uhr", "Tu,Th 09:00-12:00"),
    ("Mi 8–12 und 14–18 Uhr", "We 08:00-12:00,14:00-18:00"),
    (
      "Mo–Fr 9–12:30 und 14–18:30 Uhr, Sa 9–13 Uhr", "Mo-Fr 09:00-12:30,14:00-18:30, Sa 09:00-13:00"
    ),
    ("Mo–Fr 8 – 12 Uhr / 14 – 18 Uhr", "Mo-Fr 08:00-12:00,14:00-18:00"),
    ("Mo-Do 9-18 Uhr, Fr 9-16 Uhr", "Mo-Th 09:00-18:00, Fr 09:00-16:00"),
    ("Mo-Do 9-18 Uhr; Fr bis 16 Uhr", "Mo-Th 09:00-18:00; Fr 09:00-16:00"),
    ("Sonnabend 9–13 Uhr", "Sa 09:00-13:00"),
    ("9–18 Uhr am Samstag", "Sa 09:00-18:00"),
    ("Öffnungszeiten: Mo–Sa 8–20 Uhr", "Mo-Sa 08:00-20:00"),
    ("geöffnet Mo–Fr 9–18 Uhr", "Mo-Fr 09:00-18:00"),
    ("Mo–Fr durchgehend 9–18 Uhr", "Mo-Fr 09:00-18:00"),
    ("Mo–Fr 9–18 Uhr durchgehend geöffnet", "Mo-Fr 09:00-18:00"),
    ("Mo–Sa ab 9 Uhr", "Mo-Sa 09:00+"),
    ("Fr 20 Uhr bis 2 Uhr", "Fr 20:00-02:00"),
    ("Mo–Fr 9 Uhr bis Mittag", "Mo-Fr 09:00-12:00"),
    ("Mo–Fr 14 Uhr bis Mitternacht", "Mo-Fr 14:00-24:00"),
    ("vormittags 9–12 Uhr, nachmittags 14–18 Uhr", "Mo-Fr 09:00-12:00,14:00-18:00; Sa,Su unknown"),
    // Every day, weekends, the clock round.
    ("täglich 8–20 Uhr", "Mo-Su 08:00-20:00"),
    ("taeglich 8 bis 20 Uhr", "Mo-Su 08:00-20:00"),
    ("täglich außer Montag 10–18 Uhr", "Mo-Su 10:00-18:00; Mo off"),
    ("täglich 10–18 Uhr, montags geschlossen", "Mo-Su 10:00-18:00, Mo off"),
    ("7 Tage die Woche 8–20 Uhr", "Mo-Su 08:00-20:00"),
    ("am Wochenende 10–16 Uhr", "Sa,Su 10:00-16:00"),
    ("unter der Woche 9–18 Uhr", "Mo-Fr 09:00-18:00"),
    ("rund um die Uhr geöffnet", "00:00-24:00"),
    ("24 Stunden geöffnet", "00:00-24:00"),
    // Working days, where Saturdays are spoken of apart.
    ("werktags 9–18 Uhr, samstags 9–14 Uhr", "Mo-Fr 09:00-18:00, Sa 09:00-14:00"),
    ("werktags 9–18 Uhr, Sa geschlossen", "Mo-Fr 09:00-18:00, Sa off"),
    ("werktags 8–17 Uhr, am Wochenende geschlossen", "Mo-Fr 08:00-17:00, Sa,Su off"),
    // Closures: of the rest nothing is said.
    ("Ruhetag Montag", "unknown; Mo off"),
    ("Montag Ruhetag", "unknown; Mo off"),
    ("Ruhetag: Dienstag", "unknown; Tu off"),
    ("montags geschlossen", "unknown; Mo off"),
    ("Di–So 11–22 Uhr, Montag Ruhetag", "Tu-Su 11:00-22:00, Mo off"),
    ("Di–Sa 9–18 Uhr, So und Mo geschlossen", "Tu-Sa 09:00-18:00, Su,Mo off"),
    ("geschlossen", "off"),
    (
      "Mo–Fr 9–18 Uhr, Mittwochnachmittag geschlossen",
      "Mo-Fr 09:00-18:00, We 14:00-24:00 off, We 12:00-14:00 unknown"
    ),
    (
      "Mo–Fr 8–12 Uhr, 14–18 Uhr, mittwochs nachmittags geschlossen",
      "Mo-Fr 08:00-12:00,14:00-18:00, We 12:00-24:00 off"
    ),
    // Holidays and dates.
    ("Mo–Sa 8–20 Uhr, Sonn- und Feiertage geschlossen", "Mo-Sa 08:00-20:00, Su,PH off"),
    ("Mo–Sa 8–20 Uhr, an Sonn- und Feiertagen geschlossen", "Mo-Sa 08:00-20:00, Su,PH off"),
    ("Mo–Fr 9–18 Uhr außer an Feiertagen", "Mo-Fr 09:00-18:00; PH off"),
    ("Mo–Fr 9–18 Uhr, feiertags geschlossen", "Mo-Fr 09:00-18:00, PH off"),
    ("täglich 9–18 Uhr außer feiertags", "Mo-Su 09:00-18:00; PH off"),
    ("Mo–Fr 9–18 Uhr, in den Schulferien geschlossen", "Mo-Fr 09:00-18:00, SH off"),
    ("Mo–Fr 9–18 Uhr, im August geschlossen", "Mo-Fr 09:00-18:00, Aug off"),
    ("Mai bis September täglich 9–20 Uhr", "May-Sep Mo-Su 09:00-20:00"),
    ("Mo–Fr 9–18 Uhr, 24.12. geschlossen", "Mo-Fr 09:00-18:00, Dec 24 off"),
    ("Mo–Fr 9–18 Uhr, am 24. Dezember geschlossen", "Mo-Fr 09:00-18:00, Dec 24 off"),
    ("Mo–Fr 9–18 Uhr, 24. und 31. Dezember geschlossen", "Mo-Fr 09:00-18:00, Dec 24,Dec 31 off"),
    ("Mo–Fr 9–18 Uhr, vom 1. bis 15. August geschlossen", "Mo-Fr 09:00-18:00, Aug 01-Aug 15 off"),
    ("Mo–Fr 9–18 Uhr, Betriebsferien vom 3.8. bis 23.8.", "Mo-Fr 09:00-18:00, Aug 03-Aug 23 off"),
    (
      "Mo–Sa 9–18 Uhr, Heiligabend und Silvester geschlossen",
      "Mo-Sa 09:00-18:00, Dec 24,Dec 31 off"
    ),
    ("jeden 1. Mittwoch im Monat 9–12 Uhr", "We[1] 09:00-12:00"),
    ("letzter Samstag im Monat 9–12 Uhr", "Sa[-1] 09:00-12:00"),
    // Nobody states when.
    ("nach Vereinbarung", "\"nach Vereinbarung\""),
    ("nach telefonischer Vereinbarung", "\"nach Vereinbarung\""),
    (
      "Mo–Fr 9–12 Uhr, nachmittags nach Vereinbarung",
      "Mo-Fr 09:00-12:00, Mo-Fr 12:00-24:00 \"nach Vereinbarung\""
    ),
    ("samstags nach Vereinbarung", "unknown; Sa \"nach Vereinbarung\""),
    ("durchgehend geöffnet", "unknown"),
    ("täglich geöffnet", "unknown"),
  ])
  func aWordingMeans(text: String, expected: String) throws {
    let hours = try OpeningHours(parsing: text)
    #expect(hours.understoodAs == expected, "\(text)")
    #expect(try OpeningHours(parsing: expected).understoodAs == expected, "\(text)")
  }

  /// Sunday in French and Tuesday in German; Saturdays that are or are no working days; which holidays; when noon ends.
  @Test(arguments: [
    "Di 9-12", "Do 9-12", "werktags 9–18 Uhr", "werktags (Mo–Sa) 8–20 Uhr", "Mo–Fr 9–5 Uhr",
    "in den Ferien geschlossen", "Mo–Fr 9–18 Uhr, mittags geschlossen", "kein Ruhetag",
    "Mo–Fr 9–18 Uhr, 24.12.2026 geschlossen", "Mo–Fr vormittags", "dim 9–12 Uhr Di geschlossen",
    "Sonntag", "bis 8 Uhr abends", "31.2. geschlossen", "Mo-Fr 9–18 Uhr nicht am Mittwoch",
    "Mo–Fr 9–18 Uhr, Mo und Mi nachmittags geschlossen",
  ])
  func whatMayMeanSeveralThingsIsRefused(text: String) {
    #expect(throws: OpeningHoursError.self) { try OpeningHours(parsing: text) }
  }

  /// A full stop after a number ends a sentence in French.
  @Test func frenchKeepsItsFullStops() throws {
    #expect(
      try OpeningHours(parsing: "mardi 9h - 12h. Jeudi 14h - 18h.").understoodAs
        == "Tu 09:00-12:00; Th 14:00-18:00")
  }
}
