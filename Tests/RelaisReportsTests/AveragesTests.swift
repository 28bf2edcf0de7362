import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import RelaisWording
import Testing

@testable import RelaisReports

/// How a list of candidates who say yes by chance is reported.
@Suite struct AveragesTests {
  /// Two doors of one street of 100 m, each open one time in two, and one of 20 m.
  private func doors(_ acceptance: Double?, _ language: Language = .french) throws -> DoorTeller {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (100, 0)])
    town.street("b", "s", "n", [(0, 500), (20, 500)])
    let result = try CoverageAnalysis(town: town, relays: [], budgets: [60]).run(.everything)
    func candidate(_ id: String, _ x: Double, _ y: Double) -> Candidate {
      Candidate(Facility(id: id, position: Position(x: x, y: y)), acceptance: acceptance)
    }
    let prospection = Prospection(
      network: result.network, facilities: [],
      candidates: [candidate("A", 50, 0), candidate("B", 50, 0), candidate("C", 10, 500)],
      parameters: result.parameters
    ).run(count: 2)
    let plan = VisitPlan(
      prospection, result, routes: nil, times: nil, starts: [], parameters: VisitParameters())
    return DoorTeller(plan, result, routes: nil, Wording(language))
  }

  private func json(_ acceptance: Double?) throws -> String {
    String(decoding: ProspectJSON.bytes(try doors(acceptance), system: .local), as: UTF8.self)
  }

  @Test func averagesAreTold() throws {
    let json = try json(0.5)
    #expect(json.contains("\"measure\":\"expected\""))
    #expect(
      json.contains(
        "{\"rank\":2,\"id\":\"B\",\"gain\":25,\"gain_if_yes\":0,\"cumulative\":75,"))
    #expect(json.contains("\"objective\":75,\"upper_bound\":75,\"optimality_gap\":0"))
    #expect(json.contains("{\"id\":\"C\",\"gain\":10,\"gain_if_yes\":20"))
    // How many are enough is asked of those who said yes.
    #expect(json.contains("{\"count\":1,\"covered\":100,\"upper_bound\":100}"))
  }

  @Test func withoutChancesNothingIsSaidOfThem() throws {
    for acceptance in [nil, 1.0] {
      let json = try json(acceptance)
      #expect(json.contains("\"measure\":\"covered\""))
      #expect(!json.contains("gain_if_yes"))
    }
    #expect(try json(nil) == json(1))
  }

  @Test func theSpreadsheetHasBothGains() throws {
    let rows = String(
      decoding: ProspectsCSV.bytes(try doors(0.5), Wording(.french)).dropFirst(3), as: UTF8.self
    ).split(separator: "\r\n")
    #expect(rows[0].hasSuffix(";acceptation;gain si oui (m)"))
    #expect(rows[2].hasPrefix("2;B;;;25,000;75,000;"))
    #expect(rows[2].hasSuffix(";0,500;0,000"))
  }

  @Test func bothLanguagesSayThatItIsAnAverage() throws {
    let french = Wording(.french).summary(of: try doors(0.5))
    #expect(french.contains("ne couvre plus en moyenne"))
    #expect(french.contains("Pour couvrir 80\u{A0}%"))
    let english = Wording(.english).summary(of: try doors(0.5, .english))
    #expect(english.contains("on average, given their chances to accept"))
    #expect(english.contains("To cover 80%: 1\u{A0}new relay is enough, no fewer: this is proven."))
  }
}
