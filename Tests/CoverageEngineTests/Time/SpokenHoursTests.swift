import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// What shops write: each wording with what it means, what it leaves unsaid and what is refused.
@Suite struct SpokenHoursTests {
  private let nancy = HoursSetting(calendar: FrenchCalendar(department: "54"))

  /// 23 November 2026 is a Monday in school time; 20 October a Tuesday in holidays; 25 December a
  /// Friday. A letter per instant: open, closed, unknown.
  private static let instants = [
    "2026-11-23T10:00", "2026-11-24T10:00", "2026-11-24T13:00", "2026-11-25T10:00",
    "2026-11-25T16:00", "2026-11-28T10:00", "2026-11-29T10:00", "2026-08-18T10:00",
    "2026-10-20T10:00", "2026-12-25T10:00",
  ]

  private func letters(_ text: String) throws -> String {
    let hours = try OpeningHours(parsing: text)
    return SpokenHoursTests.instants.map { at in
      switch hours.state(at: instant(at), in: nancy) {
      case .open: "o"
      case .closed: "c"
      case .unknown: "u"
      }
    }.joined()
  }

  @Test(arguments: [
    // Only closures: of the rest nothing is said.
    ("fermé le jeudi", "uuuuuuuuuu"), ("fermé le lundi et mercredi", "cuuccuuuuu"),
    ("fermeture hebdomadaire : mardi", "uccuuuuccu"), ("fermé dimanche et fériés", "uuuuuucuuc"),
    ("août : fermé", "uuuuuuucuu"), ("congés annuels du 3 au 23 août", "uuuuuuucuu"),
    ("fermé pendant les vacances scolaires", "uuuuuuuccc"), ("fermé", "cccccccccc"),
    ("fermé définitivement", "cccccccccc"), ("le week-end : fermé", "uuuuuccuuu"),
    ("fermé le mercredi après-midi", "uuuucuuuuu"), ("sauf le lundi", "cuuuuuuuuu"),
    ("fermé samedi matin et dimanche", "uuuuuccuuu"),
    // Hours without days: working days, and of weekends nothing.
    ("10h-18h", "ooooouuooo"), ("9H/12H - 15H/19H", "oocoouuooo"),
    ("8h30 12h15 / 15h30 19h", "oocoouuooo"), ("9.00 – 12.00 | 15.00 – 18.00", "oocoouuooo"),
    ("9h à 12h puis 15h à 18h", "oocoouuooo"), ("non-stop 9h-18h", "ooooouuooo"),
    ("de 9 h à midi", "oococuuooo"), ("jusqu'à 14h", "uuuucuuuuu"),
    ("à partir de 15h", "ccccuuuccc"), ("17h à 2h du matin", "cccccuuccc"),
    ("9h-12h le matin et l'après-midi 15h-18h", "oocoouuooo"),
    ("10h-18h sauf jours fériés", "ooooouuooc"),
    // Hours and a closure by weekday: the other days are open.
    ("fermé le mercredi, 10h-18h", "oooccooooo"),
    ("10h-18h (fermé le dimanche)", "ooooooc" + "ooo"),
    ("10h-18h sauf dimanche et lundi matin", "cooooocooo"),
    ("9h-12h 15h-19h, fermé le mercredi après-midi", "oococooooo"),
    // Days in all their forms.
    ("7j/7 de 8h à 20h", "oooooooooo"), ("7 jours sur 7 : 8h-20h", "oooooooooo"),
    ("tlj 8h-20h", "oooooooooo"), ("ouvert 7j/7", "uuuuuuuuuu"), ("24h/24 et 7j/7", "oooooooooo"),
    ("L-V 9h-18h", "oooooccooo"), ("L à S 9h-18h", "oooooocooo"), ("LMMJV 9h-18h", "oooooccooo"),
    ("en semaine 9h-18h, week-end 9h-11h", "oooooooooo"), ("LUNDI AU SAMEDI 9H 18H", "oooooocooo"),
    ("Lun. Mar. 9h-12h", "oocccccooc"), ("9h-18h du mardi au jeudi", "cooooccooc"),
    ("8h-12h lun-ven et 9h-11h le samedi", "oocococooo"),
    ("du mardi au samedi sans interruption 9h-18h", "coooooc" + "ooo"),
    ("tous les jours sauf le mercredi 9h-18h", "ooocc" + "ooooo"),
    ("lun-ven 9h-18h sauf jours fériés", "oooooccooc"),
    ("lun-ven 9h-18h hors vacances scolaires", "oooooccccc"),
    ("lundi : fermé - mardi : 9h-12h", "coccccc" + "ooc"),
    ("lundi fermé mardi 9h-12h mercredi fermé", "coccccc" + "ooc"),
    ("lun-jeu 9h-18h et vendredi jusqu'à 16h30", "oooooccooo"),
    ("1er mercredi du mois 9h-12h", "cccccccccc"), ("4e mardi du mois 9h-12h", "cocccccccc"),
    ("2e et 4e mercredi de chaque mois 9h-12h", "cccocccccc"),
    ("dernier samedi du mois 9h-12h", "cccccoc" + "ccc"),
    ("un mercredi sur deux 9h-12h", "cccucccccc"),
    ("mardi 9h-12h (semaine paire)", "cocccccocc"),
    ("semaines impaires : mardi 9h-12h", "ccccccccoc"),
    ("lun-ven 9h-12h, après-midi sur rendez-vous", "oouo" + "uccooo"),
    ("lun-ven 9h-12h ; 15h-18h", "oocoocc" + "ooo"),
    ("lun-ven\n9h-12h\n15h-18h", "oocoocc" + "ooo"),
    // Seasons, holidays and dates.
    ("juillet-août : 9h-12h", "ccccccc" + "occ"),
    ("juin à septembre : lun-ven 9h-12h", "ccccccc" + "occ"),
    ("été : 8h-20h ; hiver : 9h-18h", "ooooouuooo"), ("en été 9h-18h", "uuuuuuuouu"),
    ("période scolaire : lun-ven 9h-18h", "oooooccuuu"),
    ("période scolaire : lun-ven 9h-18h ; vacances scolaires : lun-ven 9h-12h", "oooooccooo"),
    ("vacances scolaires : lun-ven 9h-12h", "uuuuuuuooo"), ("24 décembre 9h-16h", "uuuuuuuuuu"),
    ("lun-sam 8h-20h, dimanche et fériés 11h-13h", "ooooooc" + "ooc"),
    ("lun-sam 8h-20h; dim 9h-13h (sauf août)", "oooooooooo"),
    // Nobody states when.
    ("sur rdv", "uuuuuuuuuu"), ("selon affluence", "uuuuuuuuuu"), ("NC", "uuuuuuuuuu"),
    ("?", "uuuuuuuuuu"), ("-", "uuuuuuuuuu"), ("ouvert les jours fériés", "uuuuuuuuuu"),
    ("du lundi au vendredi aux heures de bureau", "uuuuuccuuu"),
    // Two readings leave a state unknown.
    ("lun-sam 9h-18h sauf mercredi après-midi", "oooococ" + "ooo"),
    ("tous les jours 9h-18h sauf mercredi 9h-11h", "ooouuooooo"),
    ("lun-ven 9h-18h, mercredi 9h-12h", "oooocccooo"),
    ("lun-ven 9h-12h, mercredi 15h-18h", "oocuocc" + "ooo"),
    ("dim 9h-12h, dim 15h-18h", "ccccccoccc"),
  ])
  func aWordingMeans(text: String, expected: String) throws {
    let understood = try OpeningHours(parsing: text).understoodAs
    #expect(try letters(text) == expected, "\(text): \(understood)")
  }

  @Test(arguments: [
    ("fermé le lundi 10h-19h", 15), ("9h-12h mardi 14h-18h", 7), ("9h-5h", 0), ("14h-9h", 0),
    ("we 9h-12h", 0), ("M-S 9h-12h", 0), ("LMJV 9h-12h", 0), ("mercredi toute la journée", 9),
    ("14h-18h le matin", 11), ("lundi 9h - mardi 12h", 11), ("8h-9h du soir", 9), ("dimanche", 8),
    ("lun-ven 9h-18h, 20h-22h, 8h-10h jeudi 8h", 40), ("midi et soir", 5),
  ])
  func severalReadingsAreRefused(text: String, offset: Int) {
    let error = #expect(throws: OpeningHoursError.self) { try OpeningHours(parsing: text) }
    #expect(error?.offset == offset, "\(text)")
  }

  /// Worked by hand: a list of days shares its month, a slash after an article is a date, what is joined to a closure by
  /// « et » is closed, too, and an evening takes away what begins from five on.
  @Test(arguments: [
    ("24 et 25 décembre : fermé", "unknown; Dec 24,Dec 25 off"),
    (
      "lun-sam 9h-19h, fermé les 24, 25 et 31 décembre",
      "Mo-Sa 09:00-19:00, Dec 24,Dec 25,Dec 31 off"
    ),
    ("lun-ven 9h-19h, fermé le 1er et le 8 mai", "Mo-Fr 09:00-19:00, May 01,May 08 off"),
    ("lun-ven 9h-19h, 24 et 31 décembre 9h-16h", "Mo-Fr 09:00-19:00, Dec 24,Dec 31 09:00-16:00"),
    ("lun-sam 9h-19h, fermé le 24/12", "Mo-Sa 09:00-19:00, Dec 24 off"),
    ("lun-sam 9h-19h, fermé du 24/12 au 02/01", "Mo-Sa 09:00-19:00, Dec 24-Jan 02 off"),
    ("lun-ven 9h-19h sauf 25/12 et 1/1", "Mo-Fr 09:00-19:00; Dec 25,Jan 01 off"),
    ("lun-ven 9h-18h sauf jours fériés et août", "Mo-Fr 09:00-18:00; PH off; Aug off"),
    (
      "lun-sam 8h-20h; dim 9h-13h sauf jours fériés et août",
      "Mo-Sa 08:00-20:00; Su 09:00-13:00; PH off; Aug Mo-Sa unknown; Aug Su off"
    ),
    ("lun-sam 9h-12h 14h-19h, fermé le soir", "Mo-Sa 09:00-12:00,14:00-19:00"),
    ("fermé le soir", "unknown; 20:00-24:00 off"),
    (
      "mar-dim 12h-14h 19h-22h, fermé dimanche soir",
      "Tu-Su 12:00-14:00,19:00-22:00, Su 17:00-24:00 off"
    ),
    (
      "mar-sam 9h-19h, fermé le samedi soir",
      "Tu-Sa 09:00-19:00, Sa 20:00-24:00 off, Sa 18:00-19:00 unknown"
    ),
    ("ven-sam 18h-2h le soir", "Fr,Sa 18:00-02:00"),
  ])
  func datesAndEveningsAreUnderstoodAs(text: String, expected: String) throws {
    let hours = try OpeningHours(parsing: text)
    #expect(hours.understoodAs == expected)
    #expect(try OpeningHours(parsing: expected).understoodAs == expected)
  }

  /// Hours from eight to twelve or 8 December, January's eighth or August's first; seven in the morning or in the evening.
  @Test(arguments: [
    "lun-ven 8/12 14/18", "lun-ven 9h-18h, fermé 10/12", "ven 20/02", "closed 8/1",
    "fermé le 24/12/2026", "jusqu'à 8h du soir", "à partir de 7h du soir", "7h-9h du soir",
    "13h-5h de l'après-midi", "lun-ven 9h-18h, fermé le lundi et août 9h-12h",
  ])
  func whatMayBeHoursOrADateIsRefused(text: String) {
    #expect(throws: OpeningHoursError.self) { try OpeningHours(parsing: text) }
  }

  @Test(arguments: [
    "09:00-19:00", "Mo off", "PH off", "Jul-Aug off", "off", "09:00-12:00; 14:00-18:00",
    "We off; 09:00-18:00", "Sa \"by appointment\"", "week 2-52/2 Mo 10:00-12:00",
  ])
  func thePureSyntaxKeepsItsMeaning(text: String) throws {
    let hours = try OpeningHours(parsing: text)
    #expect(hours.understoodAs == text)
    #expect(!hours.rules.contains { $0.state == .unknown && $0.comment == nil })
  }

  /// Any weekday, or range of them, in any of these forms, with any form of hours, is open then and
  /// closed at other times.
  @Test func daysAndHoursMeanTheSameInAllTheirForms() throws {
    let long = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    let short = ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"]
    let spans = [
      "9h-12h30 15h-18h", "9h/12h30 - 15h/18h", "09h00 à 12h30 puis 15h00 à 18h00",
      "de 9h à 12h30 et de 15h à 18h", "9H 12H30 / 15H 18H", "9.00–12.30 | 15.00–18.00",
    ]
    for first in 0..<7 {
      for last in first..<7 {
        let range =
          first == last
          ? [long[first], "le \(long[first])"]
          : [
            "\(long[first])-\(long[last])", "du \(long[first]) au \(long[last])",
            "\(short[first]).-\(short[last]).",
            "\(long[first].uppercased()) AU \(long[last].uppercased())",
          ]
        for days in range {
          for span in spans {
            for text in [
              "\(days) \(span)", "\(days) : \(span)", "\(span) \(days)",
              "ouvert \(days) \(span) (sans interruption)",
            ] {
              let hours = try OpeningHours(parsing: text)
              for day in 0..<7 {
                let monday = CalendarDay("2026-11-23")?.adding(days: day)
                let date = try #require(monday)
                for (minute, isOpen) in [
                  (539, false), (540, true), (750, false), (900, true), (1080, false),
                ] {
                  let expected: OpeningState =
                    (first...last).contains(day) && isOpen ? .open : .closed
                  #expect(
                    hours.state(at: LocalInstant(day: date, minute: minute), in: nancy) == expected,
                    "\(text), \(date.iso) \(minute)")
                }
              }
            }
          }
        }
      }
    }
  }

  @Test func whatIsUnderstoodIsReadTheSameAgain() throws {
    let days = [
      "lun-ven", "samedi", "7j/7", "en semaine", "1er mardi du mois", "juillet-août", "",
      "jours fériés",
    ]
    let times = [
      "9h-12h", "9h/12h - 14h/19h", "jusqu'à 20h", "sur rdv", "à partir de 14h", "fermé",
      "fermé le matin",
    ]
    let ends = [
      "", " sauf le mercredi", " (fermé en août)", ", fermé lundi matin", "; dim 9h-12h",
      " en période scolaire",
    ]
    for day in days {
      for time in times {
        for end in ends {
          for text in ["\(day) \(time)\(end)", "\(time) \(day)\(end)"] {
            guard let hours = try? OpeningHours(parsing: text) else { continue }
            #expect(try OpeningHours(parsing: hours.understoodAs) == hours, "\(text)")
          }
        }
      }
    }
  }

  /// Leaving a word out or changing a sign never crashes, and what is still read is read the same again.
  @Test func damagedWordingsAreReadOrRefused() throws {
    let words =
      "du lundi au samedi : 9h 12h / 14h - 19h , fermé le mercredi après-midi ( sauf août ) et 1er dimanche du mois jusqu' à 13h hors vacances scolaires ; sur rdv un jeudi sur deux semaine paire été 24h/24"
      .split(separator: " ").map(String.init)
    for seed in 0..<6000 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        words[Int.random(in: 0..<words.count, using: &random)]
      }.joined(separator: " ")
      do {
        let hours = try OpeningHours(parsing: text)
        #expect(try OpeningHours(parsing: hours.understoodAs) == hours, "seed \(seed): \(text)")
      } catch {
        #expect((0...text.count).contains(error.offset), "seed \(seed): \(text)")
      }
    }
  }
}
