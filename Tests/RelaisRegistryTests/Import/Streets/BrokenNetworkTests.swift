import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Real and drawn towns are sound; broken on purpose they are not, and figures say why it matters.
@Suite struct BrokenNetworkTests {
  private static let demo: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<5 { root.deleteLastPathComponent() }
    return root.path + "/geodata/demo/sources/streets/valmeuse-sur-orle.osm"
  }()
  private static let bondy = SharedData.path("bondy/bondy-highways-2023-07-27.osm.pbf")

  private func sections(_ file: String) throws -> StreetSections {
    try StreetsImporter.read(file, in: Surroundings(nil)).value
  }

  private func health(_ sections: StreetSections) -> NetworkHealth {
    NetworkHealth(of: NetworkBuilder.network(of: sections), reach: Length(metres: 300))
  }

  @Test func theDemonstrationTownIsSound() throws {
    #expect(health(try sections(Self.demo)).verdict == .sound)
  }

  @Test(
    .needs(
      .data([
        "bondy/bondy-highways-2023-07-27.osm.pbf", "geneva-osm/geneva.osm.pbf",
        "redon-osm/redon-2019.osm.gz",
      ])),
    arguments: [
      "bondy/bondy-highways-2023-07-27.osm.pbf", "geneva-osm/geneva.osm.pbf",
      "redon-osm/redon-2019.osm.gz",
    ])
  func realTownsAreSound(file: String) throws {
    #expect(health(try sections(SharedData.path(file))).verdict == .sound)
  }

  @Test(.needs(.data("nancy/nancy-drive.osm.pbf"))) func aNetworkForCarsLacksFootways() throws {
    let health = health(try sections(SharedData.path("nancy/nancy-drive.osm.pbf")))
    #expect(health[.noFootways]?.count == 1)
    #expect(health.verdict == .doubtful)
  }

  @Test(arguments: StreetDamage.allCases)
  func damageToTheDemonstrationTownIsNoticed(damage: StreetDamage) throws {
    try notice(damage, Self.demo)
  }

  @Test(
    .needs(.data("bondy/bondy-highways-2023-07-27.osm.pbf")), arguments: StreetDamage.allCases)
  func damageToBondyIsNoticed(damage: StreetDamage) throws {
    try notice(damage, Self.bondy)
  }

  private func notice(_ damage: StreetDamage, _ file: String) throws {
    let sound = try sections(file)
    let broken = damage.done(to: sound)
    let health = health(broken)
    #expect(health.verdict > .sound)
    let relays = relays(sound)
    let before = try streets(sound, relays)
    let after = try streets(broken, relays)
    let moved = abs(after.streetsShare - before.streetsShare)
    switch damage {
    case .longestStreetUnlinked, .endsUnlinked:
      #expect((health[.nearMiss]?.count ?? 0) > 10)
    case .halfOfWaysShifted:
      #expect(health.verdict == .unsound)
      #expect(moved > 0.01)
    case .footwaysShifted:
      #expect(health[.nearMiss]?.verdict == .unsound)
    case .streetsDoubledUpon, .streetsDoubledBeside:
      // They count once.
      #expect((health[.doubledStreet]?.count ?? 0) > 10)
      #expect(moved < 0.005)
      let longer = Double((after.streets - before.streets).millimetres)
      #expect(abs(longer) < 0.005 * Double(before.streets.millimetres))
    }
    for problem in health.problems {
      #expect(problem.places.allSatisfy { !$0.edges.isEmpty && $0.position.isFinite })
    }
  }

  /// One on each sixtieth street to cover.
  private func relays(_ sections: StreetSections) -> [Facility] {
    let network = NetworkBuilder.network(of: sections)
    let streets = (0..<network.edgeCount).filter { network.isDemand[$0] }
    return stride(from: 30, to: streets.count, by: 60).map { index in
      let edge = EdgeID(streets[index])
      return Facility(
        id: "r\(index)",
        position: network.position(
          on: edge, at: Length(millimetres: network.length(of: edge).millimetres / 2)))
    }
  }

  private func streets(
    _ sections: StreetSections, _ relays: [Facility]
  ) throws -> BudgetSummary {
    let network = NetworkBuilder.network(of: sections).countingDoublesOnce()
    return CoverageAnalysis(
      network: network, facilities: relays, parameters: try AnalysisParameters(budgets: [300])
    ).run(.figures).main.summary
  }

  /// What a file of lines may have wrong, and what is said of it.
  @Test(
    .needs(.data(cases.map { "../cases/health/" + $0.file })), arguments: cases.indices)
  func smallFilesSayWhatIsWrong(index: Int) throws {
    let one = Self.cases[index]
    let health = health(try sections(SharedData.path("../cases/health/" + one.file)))
    #expect(health.problems.map(\.flaw) == one.flaws)
    #expect((health.verdict == .sound) == one.flaws.isEmpty)
  }

  private static let cases: [(file: String, flaws: [NetworkFlaw])] = [
    ("cross-no-node.geojson", [.island, .crossingWithoutNode]),
    ("t-junction-no-vertex.geojson", [.island, .nearMiss]),
    ("tjunction-3d.geojson", []),
    ("undershoot.geojson", [.island, .nearMiss]),
    ("overlap.geojson", [.doubledStreet]),
    ("overlap-partial.geojson", [.island, .doubledStreet]),
    ("multiline.geojson", [.island]),
  ]
}
