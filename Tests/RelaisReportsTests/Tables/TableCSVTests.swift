import CoverageEngine
import RelaisGeo
import RelaisReports
import RelaisWording
import Testing

@Suite struct TableCSVTests {
  @Test func aFileHasEveryColumnWithUnitsAndRawValues() throws {
    let material = try SampleTown.material()
    let budget = material.result.parameters.mainBudget
    let table = GapsTable(
      gaps: material.result.gaps.filter { $0.budget == budget }, budget: budget,
      result: material.result, wording: Wording(.french)
    ).table()
    let text = String(decoding: table.csv(), as: UTF8.self)
    let lines = text.split(separator: "\r\n")
    #expect(
      lines.first
        == "\u{FEFF}Rang;Rue;De;À;Longueur (m);Relais à (m);Relais le plus proche;Quartier")
    #expect(lines.count == table.rows.count + 1)
    #expect(lines[1].hasPrefix("1;"))
  }

  @Test func findingsAndRejectsKeepStableCodesAndRunNothing() {
    let wording = Wording(.english)
    let findings = FindingsCSV.bytes(
      [Finding(.network(.island, street: nil, length: Length(metres: 120.5), verdict: .sound))],
      FindingNames(), wording)
    #expect(String(decoding: findings, as: UTF8.self).contains("island;"))
    let rejects = RejectsCSV.bytes(
      [RejectedRow(place: .line(2), reason: .notANumber("=1+1"))], wording)
    #expect(String(decoding: rejects, as: UTF8.self).contains(";'=1+1"))
  }
}
