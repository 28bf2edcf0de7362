import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Gaps as a person would name them.
@Suite struct GapTests {
  private func gaps(
    _ town: Town, _ relays: [(Double, Double)], _ budget: Double, numbers: HouseNumbers? = nil
  ) throws -> [Gap] {
    var analysis = try CoverageAnalysis(town: town, relays: relays, budgets: [budget])
    analysis.houseNumbers = numbers
    return analysis.run(.everything).gaps
  }

  /// rue A, 300 m in three edges, crossed by rue B at 100 and rue C at 200.
  private func avenue() -> Town {
    var town = Town()
    town.street("a1", "p0", "p1", [(0, 0), (100, 0)], name: "rue A")
    town.street("a2", "p1", "p2", [(100, 0), (200, 0)], name: "rue A")
    town.street("a3", "p2", "p3", [(200, 0), (300, 0)], name: "rue A")
    town.street("b", "p1", "q1", [(100, 0), (100, 90)], name: "rue B")
    town.street("c", "p2", "q2", [(200, 0), (200, 80)], name: "rue C")
    return town
  }

  @Test func aGapRunsOnOverEdgesOfOneNameAndStopsAtAnother() throws {
    let gaps = try gaps(avenue(), [(0, 0)], 50)
    #expect(gaps.map(\.street) == ["rue A", "rue B", "rue C"])
    #expect(gaps.map(\.length.metres) == [250, 90, 80])
    #expect(gaps.map(\.rank) == [1, 2, 3])
    #expect(gaps[0].pieces.count == 3)
    #expect(gaps[0].worstDistance == Length(metres: 300))
    #expect(gaps[0].nearestFacility == 0)
    #expect(gaps[0].worst == Position(x: 300, y: 0))
  }

  @Test func aGapEndsAtCrossStreetsAndDeadEnds() throws {
    let gaps = try gaps(avenue(), [(0, 0), (300, 0)], 100)
    let middle = try #require(gaps.first { $0.street == "rue A" })
    #expect(middle.length.metres == 100)
    #expect(
      Set([middle.from, middle.to]) == [.crossing(["rue B"]), .crossing(["rue C"])])
    let branch = try #require(gaps.first { $0.street == "rue B" })
    #expect(Set([branch.from, branch.to]) == [.crossing(["rue A"]), .deadEnd])
  }

  @Test func runsOfOneStreetThatDoNotTouchAreTwoGaps() throws {
    let gaps = try gaps(avenue(), [(150, 0)], 30)
    #expect(gaps.filter { $0.street == "rue A" }.map(\.length.metres) == [120, 120])
    // Of equal gaps the one with the lower edge comes first.
    #expect(gaps[0].pieces[0].edge < gaps[1].pieces[0].edge)
  }

  @Test func houseNumbersNameAnEndWhereTheyAreNear() throws {
    let numbers = HouseNumbers([
      .init(street: "RUE  A", number: "12 bis", position: Position(x: 52, y: 8)),
      .init(street: "rue A", number: "99", position: Position(x: 290, y: -200)),
      .init(street: "rue B", number: "1", position: Position(x: 50, y: 0)),
    ])
    let gaps = try gaps(avenue(), [(0, 0)], 50, numbers: numbers)
    #expect(Set([gaps[0].from, gaps[0].to]) == [.number("12 bis"), .deadEnd])
  }

  @Test func theNearestHouseNumberWinsAndTheFirstOnATie() {
    func nearest(_ entries: [(String, String, Double)], _ street: String) -> String? {
      HouseNumbers(
        entries.map { .init(street: $0.0, number: $0.1, position: Position(x: $0.2, y: 0)) }
      ).nearest(to: Position(x: 0, y: 0), street: street, ground: .plane, within: 40)
    }
    #expect(nearest([("rue A", "1", 30), ("rue A", "3", -20)], "rue A") == "3")
    #expect(nearest([("rue A", "1", 20), ("rue A", "3", -20)], "rue A") == "1")
    #expect(nearest([("rue A", "1", 40)], "rue A") == "1")
    #expect(nearest([("rue A", "1", 40.001)], "rue A") == nil)
    #expect(nearest([("Rue de l'Été", "1", 5)], "RUE DE L’ETE") == "1")
    #expect(nearest([("rue A", "1", 5)], "rue B") == nil)
  }

  @Test func waysThatAreNoStreetsAreNoGapAndDoNotJoinTwo() throws {
    var town = Town()
    town.street("a1", "p0", "p1", [(0, 0), (100, 0)], name: "rue A")
    town.street("path", "p1", "p2", [(100, 0), (200, 0)], name: "rue A", isDemand: false)
    town.street("a2", "p2", "p3", [(200, 0), (300, 0)], name: "rue A")
    #expect(try gaps(town, [], 50).map(\.length.metres) == [100, 100])
  }

  @Test func aGapWeighsItsDemand() throws {
    var town = Town()
    town.street("a1", "p0", "p1", [(0, 0), (100, 0)], name: "rue A", weight: 3)
    town.street("a2", "p1", "p2", [(100, 0), (150, 0)], name: "rue A", weight: 0)
    let gap = try #require(try gaps(town, [(0, 0)], 20).first)
    #expect(gap.length.metres == 130)
    #expect(gap.demand == 240)
  }

  @Test func aSquareOfOneNameIsOneGap() throws {
    var town = Town()
    let corners = [(0.0, 0.0), (50, 0), (50, 50), (0, 50)]
    for side in 0..<4 {
      town.street(
        "s\(side)", "k\(side)", "k\((side + 1) % 4)", [corners[side], corners[(side + 1) % 4]],
        name: "place")
    }
    let gaps = try gaps(town, [], 50)
    #expect(gaps.map(\.length.metres) == [200])
    #expect(gaps[0].worstDistance == nil)
  }

  /// Ways without a name between rue A (x = 0), rue B (x = 700) and rue C (x = 1900).
  private func lanes() -> Town {
    var town = Town()
    town.street("a", "p0", "a1", [(0, 0), (0, 50)], name: "rue A")
    town.street("b", "p1", "b1", [(700, 0), (700, 50)], name: "rue B")
    town.street("c", "p2", "c1", [(1900, 0), (1900, 50)], name: "rue C")
    town.street("1", "p0", "m", [(0, 0), (400, 0)])
    town.street("2", "m", "p1", [(400, 0), (700, 0)])
    town.street("3", "p1", "p2", [(700, 0), (1900, 0)])
    return town
  }

  @Test func unnamedWaysEndAtJunctionsWithNamedStreets() throws {
    let gaps = try gaps(lanes(), [], 50).filter { $0.street == nil }
    #expect(gaps.map(\.length.metres) == [1200, 700])
    #expect(Set([gaps[0].from, gaps[0].to]) == [.crossing(["rue B"]), .crossing(["rue C"])])
    #expect(Set([gaps[1].from, gaps[1].to]) == [.crossing(["rue A"]), .crossing(["rue B"])])
  }

  @Test func aBranchOfUnnamedWaysIsNamedByTheStreetsItLiesBetween() throws {
    var town = lanes()
    // Longer than the way from rue A to rue B, and it ends nowhere.
    town.street("4", "m", "n", [(400, 0), (400, 900)])
    let gap = try #require(
      try gaps(town, [], 50).first { $0.street == nil && $0.length.metres == 1600 })
    #expect(Set([gap.from, gap.to]) == [.crossing(["rue A"]), .crossing(["rue B"])])
  }

  @Test func theEndOfAnUnnamedWayIsNamedByTheNearestStreet() throws {
    var town = Town()
    town.street("a", "p0", "a1", [(0, 0), (0, 50)], name: "rue A")
    town.street("1", "p0", "m", [(0, 0), (400, 0)])
    town.street("2", "m", "n", [(400, 0), (1500, 0)])
    let gap = try #require(try gaps(town, [], 50).first { $0.street == nil })
    #expect(gap.length.metres == 1500)
    #expect(
      Set([gap.from, gap.to])
        == [.crossing(["rue A"]), .away(from: "rue A", walk: Length(metres: 1500))])
  }

  @Test func whereNothingHasANameAGapSaysItsPlace() throws {
    var town = Town()
    town.street("1", "m", "n", [(0, 0), (1500, 0)])
    let gap = try #require(try gaps(town, [], 50).first)
    #expect(
      Set([gap.from, gap.to])
        == [
          .place(Position(x: 0, y: 0), on: .plane), .place(Position(x: 1500, y: 0), on: .plane),
        ])
  }
}
