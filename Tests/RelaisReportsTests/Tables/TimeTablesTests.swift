import CoverageEngine
import RelaisGeo
import RelaisWording
import Testing

@testable import RelaisReports

/// Tables of coverage in time: the relay of `HandTown`, open on weekdays from 7:30 to 12:30.
@Suite struct TimeTablesTests {
  private let french = Wording(.french)

  @Test func windowsTellWhatIsOpenThroughout() throws {
    let result = try HandTown.resultInTime()
    let inTime = try #require(result.inTime)
    let rows = shown(
      WindowsTable(inTime: inTime, result: result, wording: french)
        .table(result.parameters.mainBudget))
    #expect(rows.count == 9)
    // Shares with unknown hours closed and open, relays open, unknown; gaps that open up.
    let open = ["60,0", "60,0", "1", "0", "0", "0,0"]
    let closed = ["0,0", "0,0", "0", "0", "2", "0,3"]
    #expect(
      rows.dropLast().map { Array($0[2...7]) }
        == [open, open, closed, closed, open, open, closed, closed])
    // The last row holds them against all relays, whatever their hours.
    #expect(Array(rows[8][2...4]) == ["60,0", "60,0", "1"])
  }

  @Test func unknownHoursGiveTwoBounds() throws {
    let result = try HandTown.resultInTime(nil)
    let inTime = try #require(result.inTime)
    let rows = shown(
      WindowsTable(inTime: inTime, result: result, wording: french)
        .table(result.parameters.mainBudget))
    #expect(rows.dropLast().allSatisfy { Array($0[2...5]) == ["0,0", "60,0", "0", "1"] })
  }

  @Test func hoursAlikeOnEveryDayAreOneRow() throws {
    let result = try HandTown.resultInTime()
    let inTime = try #require(result.inTime)
    let table = WeekTable(
      week: inTime.week, budget: result.parameters.mainBudget, caption: "semaine", wording: french
    ).table()
    // Midnight to 8, 8 to 12 (open throughout, on weekdays), noon to midnight.
    #expect(
      shown(table).map { Array($0.dropFirst()) } == [
        Array(repeating: "0,0", count: 7), Array(repeating: "60,0", count: 5) + ["0,0", "0,0"],
        Array(repeating: "0,0", count: 7),
      ])
    #expect(shown(table).map { $0[0] } == ["0 h – 8 h", "8 h – 12 h", "12 h – 24 h"])
  }

  @Test func timedGapsNameTheirWindows() throws {
    let result = try HandTown.resultInTime()
    let inTime = try #require(result.inTime)
    let rows = shown(
      TimedGapsTable(inTime: inTime, result: result, wording: french).table())
    // Covered at any time, but not in the four windows when the relay is closed.
    #expect(rows.map { [$0[1], $0[4], $0[8]] } == [["Rue A", "250", ""], ["Rue B", "50", ""]])
    #expect(rows.allSatisfy { $0[7].split(separator: ",").count == 4 })
  }

  @Test func aFileHasAllHoursOfTheWeekAtEveryBudget() throws {
    let result = try HandTown.resultInTime()
    let rows = lines(WeekCSV.bytes(try #require(result.inTime), french))
    #expect(rows.count == 1 + 168 * 2)
    #expect(rows[1].hasSuffix("T00:00;150,000;0;0;0,00;0,00"))
    // Monday from 8 to 9: row 8 of each budget's pair.
    #expect(rows[1 + 8 * 2].hasSuffix("T08:00;150,000;1;0;60,00;60,00"))
    #expect(rows[2 + 8 * 2].hasSuffix("T08:00;300,000;1;0;100,00;100,00"))
  }

  @Test func theFileOfWindowsHasEveryBudget() throws {
    let result = try HandTown.resultInTime()
    let rows = lines(WindowsCSV.bytes(try #require(result.inTime), result, french))
    #expect(rows.count == 1 + 9 * 2)
    #expect(rows[1].hasPrefix("150,000;"))
    #expect(rows[1].contains(";60,00;60,00;1;0;0;0,000;"))
    // Gaps that open up are listed within the main budget alone.
    #expect(rows[10].hasPrefix("300,000;") && rows[10].contains(";100,00;100,00;1;0;;;"))
  }

  @Test func theFileOfTimedGapsSaysWhen() throws {
    let result = try HandTown.resultInTime()
    let rows = lines(TimedGapsCSV.bytes(try #require(result.inTime), of: result, french))
    #expect(rows.count == 3)
    #expect(rows[1].hasPrefix("150,000;1;Rue A;"))
    #expect(rows[1].contains(";250,0;"))
    #expect(rows[1].hasSuffix(";"))
  }
}
