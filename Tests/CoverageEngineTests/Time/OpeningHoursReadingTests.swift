import Foundation
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// From text to rules: what is understood, and what is refused and where.
@Suite struct OpeningHoursReadingTests {
  @Test(arguments: [
    ("Mo-Fr 08:00-18:00; PH off", "Mo-Fr 08:00-18:00; PH off"),
    ("mo-fr 8:00-18:00;ph OFF", "Mo-Fr 08:00-18:00; PH off"),
    ("PH,Su 10:00-12:00", "Su,PH 10:00-12:00"),
    ("SH Mo-Fr 10:00-12:00", "SH Mo-Fr 10:00-12:00"),
    ("Mo-We, Fr 07:30-19:00", "Mo-We,Fr 07:30-19:00"),
    ("Fr-Mo 22:00-26:00", "Fr-Mo 22:00-02:00"),
    ("Mo 10:00-18:00+", "Mo 10:00-18:00+"),
    ("Sa[1],Sa[-1] 10:00-12:00", "Sa[1],Sa[-1] 10:00-12:00"),
    ("Th[2] +1 day 10:00-12:00", "Th[2] +1 day 10:00-12:00"),
    ("week 2-52/2 Mo 10:00-12:00", "week 2-52/2 Mo 10:00-12:00"),
    ("2026 Dec 24-2027 Jan 3 off", "2026 Dec 24-2027 Jan 03 off"),
    ("Dec 24,25,31 off", "Dec 24,Dec 25,Dec 31 off"),
    ("2024-2030/2 Jan-Mar 10:00-12:00", "2024-2030/2 Jan-Mar 10:00-12:00"),
    ("easter -2 days-easter +1 day off", "easter -2 days-easter +1 day off"),
    ("Mar Su[-1]-Oct Su[-1] 10:00-12:00", "Mar Su[-1]-Oct Su[-1] 10:00-12:00"),
    ("(sunrise+01:00)-sunset", "(sunrise+01:00)-sunset"),
    ("\"by appointment\"", "\"by appointment\""),
    ("Mo-Fr open \"ring\" || unknown \"call\"", "Mo-Fr open \"ring\" || \"call\""),
    ("open", "24/7"), ("24/7; We off", "24/7; We off"), ("off", "off"),
    ("Jan-Dec: Mo-Fr 07:30-20:00", "Jan-Dec Mo-Fr 07:30-20:00"),
    ("\"Mensa\": Mo-Fr 11:00-14:00", "\"Mensa\": Mo-Fr 11:00-14:00"),
  ])
  func theSpecificationIsRead(text: String, understood: String) throws {
    #expect(try OpeningHours(parsing: text).understoodAs == understood)
  }

  @Test(arguments: [
    ("9h-12h30 / 14h-19h", "Mo-Fr 09:00-12:30,14:00-19:00; Sa,Su unknown"),
    ("lun-ven 9h-12h30 / 14h-19h, fermé le dimanche", "Mo-Fr 09:00-12:30,14:00-19:00, Su off"),
    ("lun-ven 9h-18h fermé le dimanche", "Mo-Fr 09:00-18:00; Su off"),
    ("Lu-Ve 8h30–18h", "Mo-Fr 08:30-18:00"),
    ("du lundi au vendredi de 9h à 12h et de 14h à 18h30", "Mo-Fr 09:00-12:00,14:00-18:30"),
    ("Mardi, mercredi et vendredi : 14 h 30 – 18 h", "Tu,We,Fr 14:30-18:00"),
    ("mar. au sam. 10h-19h", "Tu-Sa 10:00-19:00"),
    ("tous les jours 7h-20h", "Mo-Su 07:00-20:00"),
    ("lundis 9-12, 14-18", "Mo 09:00-12:00,14:00-18:00"),
    ("Mo-Fr 9.00-17.00", "Mo-Fr 09:00-17:00"),
    ("Mo-Fr 9am-5:30 pm", "Mo-Fr 09:00-17:30"),
    ("Mo, Di, Do 8-12 Uhr", "Mo,Tu,Th 08:00-12:00"),
    ("Fermé le lundi. Mardi-dimanche 10h-18h", "Mo off; Tu-Su 10:00-18:00"),
    ("mer 14h-18h / sam 10h-12h", "We 14:00-18:00; Sa 10:00-12:00"),
    ("Lu Ma Je Ve 8h-18h", "Mo,Tu,Th,Fr 08:00-18:00"),
    ("du 1er avril au 30 septembre 9h-19h", "Apr 01-Sep 30 09:00-19:00"),
    ("samedi 9h-midi", "Sa 09:00-12:00"),
    ("vendredi 18h-minuit", "Fr 18:00-24:00"),
    ("24h/24 7j/7", "24/7"), ("24/24", "24/7"),
    ("lun-ven 9h-18h ; jours fériés fermé", "Mo-Fr 09:00-18:00; PH off"),
    ("sur rendez-vous", "\"sur rendez-vous\""),
    ("sam sur RDV", "unknown; Sa \"sur rendez-vous\""),
    ("du 15 juin au 15 septembre 9h-19h", "Jun 15-Sep 15 09:00-19:00"),
    ("Mo-Fr 08:30-18:00 Sa 09:00-11:00", "Mo-Fr 08:30-18:00; Sa 09:00-11:00"),
    ("Mo-Fr 08:00-12:00 13:00-17:00", "Mo-Fr 08:00-12:00,13:00-17:00"),
    ("Tu-Su 10:00-18:00; Mo, Jan 01, Dec 25 off", "Tu-Su 10:00-18:00; Mo off; Jan 01,Dec 25 off"),
    ("Mar-Oct, 10:00-17:00", "Mar-Oct 10:00-17:00"),
    ("Mo-Fr 10:00-12:00;", "Mo-Fr 10:00-12:00"),
    ("Nov 1-Apr 31 off", "Nov 01-Apr 30 off"),
    ("Mo-Fr：08:00〜17:00", "Mo-Fr 08:00-17:00"),
  ])
  func whatShopsWriteIsReadWhereItHasOneMeaning(text: String, understood: String) throws {
    #expect(try OpeningHours(parsing: text).understoodAs == understood)
  }

  @Test(arguments: [
    ("", 0, OpeningHoursError.Expected.hours), ("   ", 0, .hours),
    ("Ma-Fr 08:00-17:00", 0, .oneMeaning), ("Di-Sa 10:00-18:00", 0, .oneMeaning),
    ("Mar 9h-12h", 0, .oneMeaning), ("Mo-Fr 9-5", 6, .oneMeaning), ("7-10pm", 0, .oneMeaning),
    ("Mo-Su PH 10:00-12:00", 6, .oneMeaning), ("Jul-Aug, Mo-Fr 10:00-12:00", 7, .time),
    ("Mo 10:00", 8, .span), ("Mo 10:00-", 9, .time), ("Mo 26:00-28:00", 3, .timeWithinDay),
    ("Mo 20:00-49:00", 9, .timeWithinDay), ("Mo-Xx 10:00-12:00", 3, .weekday),
    ("Feb 30 off", 4, .dayOfMonth),
    ("1200 Mo 10:00-12:00", 0, .year), ("week 54 Mo 10:00-12:00", 5, .week),
    ("Mo[6] 10:00-12:00", 3, .number), ("Mo 10:00-12:00 \"call", 15, .endOfComment),
    ("10:00-16:00/30", 11, .separator), ("fermé le lundi mardi 9h-18h", 15, .oneMeaning),
    ("Mo-Fr 08:00-12:00. Fr 13:00-17:00", 19, .separator), ("Sa Tu 10:00-12:00", 3, .oneMeaning),
    ("Sa Mo-Fr 10:00-12:00", 3, .oneMeaning), ("9h-12h; 14h-18h", 8, .oneMeaning),
    ("vendredi", 8, .time), ("mercredi matin", 9, .time),
    ("Mo-Fr 08:00-12:00 Fr 10:00-11:00", 18, .separator), ("closed to public", 7, .separator),
    ("Mo-Fr 08:00-018:00", 12, .time),
  ])
  func whatHasNoOrSeveralMeaningsIsRefusedWithItsPlace(
    text: String, offset: Int, expected: OpeningHoursError.Expected
  ) {
    #expect(throws: OpeningHoursError(offset: offset, expected: expected)) {
      try OpeningHours(parsing: text)
    }
  }

  @Test func aTextTooLongIsRefusedAtOnce() {
    let text = String(repeating: "Mo-Fr 10:00-12:00; ", count: 20_000)
    #expect(throws: OpeningHoursError(offset: 2000, expected: .shorterText)) {
      try OpeningHours(parsing: text)
    }
  }

  @Test func whatIsUnderstoodIsReadTheSameAgain() throws {
    for seed in 0..<4000 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      let text = RandomHours(&random).text
      let hours = try OpeningHours(parsing: text)
      #expect(try OpeningHours(parsing: hours.understoodAs) == hours, "seed \(seed): \(text)")
    }
  }

  @Test func damagedTextNeverCrashesAndNeverChangesItsMeaningOnTheWay() throws {
    let scraps = Array(
      "MoTuSaPHSHoff08:0024;,|-+/()[]\"wekastrJnlu 9h30 éà–’\u{202E}\u{0}٣🕗".map(String.init))
    for seed in 0..<4000 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      var characters = Array(RandomHours(&random).text.map(String.init))
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<max(1, characters.count), using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0 where !characters.isEmpty: characters.remove(at: at)
        case 1: characters.insert(scraps[Int.random(in: 0..<scraps.count, using: &random)], at: at)
        default: characters = Array(characters.prefix(at))
        }
      }
      let text = characters.joined()
      do {
        let hours = try OpeningHours(parsing: text)
        let again = try OpeningHours(parsing: hours.understoodAs)
        #expect(again == hours, "seed \(seed): \(text)")
      } catch {
        #expect((0...text.count).contains(error.offset), "seed \(seed): \(text)")
      }
    }
  }

  private static let geneva = "opening-hours-values/geneva-2025-opening_hours.tsv"

  @Test(.needs(.data(geneva))) func nearlyAllOfGenevasValuesAreReadAndTheRestSayWhy() throws {
    let text = try String(contentsOfFile: SharedData.path(Self.geneva), encoding: .utf8)
    let values = text.split(separator: "\n").compactMap { $0.split(separator: "\t").last }
    #expect(values.count == 1110)
    let refused = values.filter { (try? OpeningHours(parsing: String($0))) == nil }
    #expect(refused.count == 10)
    #expect(refused.contains("Siu-Mo 10:00-02:00"))
  }
}
