import CoverageEngine
import RelaisGeo
import RelaisWording
import Testing

@testable import RelaisReports

/// What `relais hours` answers, in its three forms.
@Suite struct HoursAnswersTests {
  private let french = Wording(.french)

  private func instants() throws -> [LocalInstant] {
    // A Monday and a Sunday.
    try ["2026-11-23T08:00", "2026-11-22T08:00"].map { try #require(LocalInstant(parsing: $0)) }
  }

  private func answers() throws -> [HoursAnswer] {
    let setting = HoursSetting(calendar: FrenchCalendar())
    return try ["Lu-Ve 8h-12h", "Mo 08:00-"].map {
      HoursAnswer($0, at: try instants(), in: setting)
    }
  }

  @Test func programsReadTheStateAndWhatIsWrong() throws {
    let text = string(HoursJSON.bytes(try answers(), at: try instants(), french))
    let json = try object(Array("{\"answers\":\(text)}".utf8)).list("answers")
    #expect(json.count == 4)
    #expect(json.compactMap { $0.text("state") } == ["open", "closed", "invalid", "invalid"])
    #expect(json[0].text("understood_as") == "Mo-Fr 08:00-12:00")
    #expect(
      json.compactMap { $0.text("at") } == [
        "2026-11-23T08:00", "2026-11-22T08:00", "2026-11-23T08:00", "2026-11-22T08:00",
      ])
    // The value breaks off where its end was to come, or at the dash before it.
    #expect(try (8...9).contains(json[2].number("offset")))
    #expect(json[2].text("problem")?.isEmpty == false)
  }

  @Test func spreadsheetsHaveARowForEveryInstant() throws {
    let rows = lines(HoursCSV.bytes(try answers(), at: try instants(), french))
    #expect(rows.count == 5)
    #expect(rows[0] == "value;understood_as;at;state;comment;rule;reason")
    #expect(
      rows[1] == "Lu-Ve 8h-12h;Mo-Fr 08:00-12:00;2026-11-23T08:00;open;;Mo-Fr 08:00-12:00;")
    #expect(rows[2] == "Lu-Ve 8h-12h;Mo-Fr 08:00-12:00;2026-11-22T08:00;closed;;;")
    #expect(rows[3].hasPrefix("Mo 08:00-;;2026-11-23T08:00;invalid;;;"))
  }

  @Test func peopleReadALineForEachAndWhatWasUnderstood() throws {
    let text = HoursList.text(try answers(), at: try instants(), french)
      .split(separator: "\n").map { plain(String($0)) }
    #expect(text[0] == "Lu-Ve 8h-12h" && text[1].contains("Mo-Fr 08:00-12:00"))
    #expect(text.count == 6)
    #expect(text[2].contains("ouvert") && text[3].contains("fermé"))
    #expect(text[4] == "Mo 08:00-")
  }
}
