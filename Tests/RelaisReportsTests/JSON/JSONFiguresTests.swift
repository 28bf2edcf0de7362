import CoverageEngine
import Foundation
import RelaisGeo
import RelaisWording
import Testing

@testable import RelaisReports

/// What programs read of `HandTown`: the published keys, with figures worked by hand.
@Suite struct JSONFiguresTests {
  @Test func coverageHasEveryBudgetAndEdge() throws {
    let json = try object(
      CoverageJSON.bytes(try HandTown.result(), system: .local, withEdges: true))
    #expect(json.text("schema") == "relais.coverage/1")
    let network = try json.object("network")
    #expect(try network.number("nodes") == 4 && network.number("edges") == 3)
    #expect(try network.number("length_m") == 500 && network.number("components") == 1)
    let relay = try #require(try json.list("relays").first)
    #expect(relay.text("id") == "R0" && relay.text("edge") == "a1")
    #expect(try relay.number("offset_m") == 100 && relay.number("connector_m") == 0)
    let budgets = try json.list("budgets")
    #expect(try budgets.map { try $0.number("distance_m") } == [150, 300])
    #expect(try budgets.map { try $0.number("covered_m") } == [300, 500])
    #expect(try budgets.map { try $0.number("uncovered_m") } == [200, 0])
    #expect(try budgets.map { try $0.number("streets_share") } == [0.6, 1])
    #expect(try budgets.map { try $0.number("edges_covered") } == [1, 3])
    #expect(try budgets.map { try $0.number("edges_partly") } == [2, 0])
    var covered: [String: [[Double]]] = [:]
    for edge in try json.list("edges") {
      covered[edge.text("id") ?? ""] = try edge.object("covered")["150"] as? [[Double]]
    }
    #expect(covered == ["a1": [[0, 200]], "a2": [[0, 50]], "b": [[0, 50]]])
  }

  @Test func theSummaryAddsUp() throws {
    let material = try HandTown.material()
    let json = try object(SummaryJSON.bytes(of: material, system: .local, inputs: []))
    #expect(json.text("schema") == "relais.summary/1" && json.text("as_of") == "2026-03-01")
    #expect(try json.object("relays").number("attached") == 1)
    let circles = try json.list("circles")
    #expect(try circles.map { try $0.number("streets_m") } == [350, 500])
    let gaps = try json.list("gaps")
    #expect(try gaps.map { try $0.number("count") } == [2, 0])
    #expect(try gaps.map { try $0.number("length_m") } == [200, 0])
    #expect(try gaps.map { try $0.number("longest_m") } == [150, 0])
    let districts = try json.list("districts")
    #expect(districts.compactMap { $0.text("name") } == ["Ouest", "Est"])
    #expect(try districts.map { try $0.number("streets_m") } == [150, 350])
    #expect(
      try districts.map { try $0.list("budgets").map { try $0.number("streets_covered_m") } }
        == [[150, 150], [150, 350]])
    let fragility = try json.object("fragility")
    #expect(try fragility.number("only_one_m") == 300)
    #expect(try fragility.list("relays").map { try $0.number("loss_m") } == [300])
    let school = try #require(try json.list("schools").first)
    #expect(try school.number("children") == 10 && school.number("median_walk_m") == 400)
    #expect(try school.number("covered_share") == 0.625)
    #expect(school.text("longest_uncovered_street") == "Rue A")
    #expect(json["trend"] is NSNull)
  }

  @Test func fewHomesAreWithheldFromTheSummaryToo() throws {
    let json = try object(
      SummaryJSON.bytes(of: try HandTown.material(homes: 10), system: .local, inputs: []))
    let school = try #require(try json.list("schools").first)
    for key in ["children", "median_walk_m", "p90_walk_m", "covered_share", "longest_uncovered_m"] {
      #expect(school[key] is NSNull, "\(key)")
    }
  }

  @Test func inputsAreAccountedFor() throws {
    let json = try object(
      SummaryJSON.bytes(
        of: try HandTown.material(), system: .local,
        inputs: [
          InputSummary(
            kind: .input(.adherents), file: "relays.csv", format: .features(.csv), rows: 3,
            taken: 2, rejected: 1,
            fingerprint: "ab")
        ]))
    let input = try #require(try json.list("inputs").first)
    #expect(try input.number("rows") == input.number("taken") + input.number("rejected"))
    #expect(input.text("sha256") == "ab")
  }

  @Test func recruitsAreProvenBest() throws {
    let material = try HandTown.material()
    let doors = try #require(material.doors(Wording(.french)))
    let json = try object(ProspectJSON.bytes(doors, system: .local))
    let selected = try json.list("selected")
    #expect(selected.compactMap { $0.text("id") } == ["C1", "C2"])
    #expect(try selected.map { try $0.number("gain") } == [150, 50])
    #expect(try selected.map { try $0.number("cumulative") } == [150, 200])
    #expect(try json.number("objective") == 200 && json.number("upper_bound") == 200)
    #expect(try json.number("optimality_gap") == 0)
    #expect(try json.number("demand") == 500 && json.number("covered_before") == 300)
    // With none, one and two recruits.
    #expect(try json.list("curve").map { try $0.number("covered") } == [300, 450, 500])
    for target in try json.list("targets") {
      // 450 of 500 m are nine tenths.
      #expect(try target.number("found") == (target.number("share") <= 0.9 ? 1 : 2))
    }
    #expect(try json.object("out_of_reach").number("length_m") == 0)
  }

  @Test func aPlaceIsExplained() throws {
    let result = try HandTown.result(budgets: [150])
    func explained(_ x: Double, _ y: Double) throws -> [String: Any] {
      try object(
        ExplanationJSON.bytes(
          PlaceExplanation(
            of: Position(x: x, y: y), network: result.network, facilities: result.facilities,
            parameters: result.parameters), facilities: result.facilities))
    }
    // 10 m beside the eastern end: 300 m of street, half of them too many.
    let far = try explained(400, 10)
    #expect(far.text("verdict") == "too-far" && far.text("relay") == "R0")
    #expect(try far.number("distance_m") == 300 && far.number("too_far_by_m") == 150)
    #expect(try far.number("connector_m") == 10)
    #expect(try far.list("way").map { try $0.number("length_m") } == [300])
    let near = try explained(240, 0)
    #expect(try near.text("verdict") == "covered" && near.number("distance_m") == 140)
    let beyond = try explained(100, 90)
    #expect(try beyond.text("verdict") == "beyond-snap" && beyond.number("beyond_snap_by_m") == 30)
  }
}
