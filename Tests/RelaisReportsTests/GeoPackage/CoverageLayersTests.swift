import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import RelaisWording
import Testing

@testable import RelaisReports

/// `coverage.gpkg` of `HandTown`, read back.
@Suite struct CoverageLayersTests {
  private func reader(
    _ folder: TemporaryFolder, _ material: ReportMaterial
  ) throws -> GeoPackageReader {
    let wording = Wording(.french)
    let path = folder.path("coverage.gpkg")
    try CoverageGeoPackage.write(
      material.result, areas: [], routes: material.routes, doors: material.doors(wording),
      system: .local, wording: wording, to: path)
    return try GeoPackageReader(path: path)
  }

  private func attributes(
    _ reader: GeoPackageReader, _ layer: String, _ names: String...
  ) throws -> [[AttributeValue]] {
    let (features, rejected) = try reader.read(reader.layer(named: layer))
    #expect(rejected.isEmpty)
    return features.map { feature in names.map { feature.attributes[$0] ?? .null } }
  }

  @Test func streetsAreCutWhereCoverageEnds() throws {
    let folder = try TemporaryFolder()
    let reader = try reader(folder, try HandTown.material())
    let parts = try attributes(
      reader, "streets", "edge", "from_m", "to_m", "covered", "budget_m")
    #expect(
      Set(parts) == [
        [.text("a1"), .real(0), .real(200), .bool(true), .real(150)],
        [.text("a2"), .real(0), .real(50), .bool(true), .real(150)],
        [.text("a2"), .real(50), .real(200), .bool(false), .real(300)],
        [.text("b"), .real(0), .real(50), .bool(true), .real(150)],
        [.text("b"), .real(50), .real(100), .bool(false), .real(300)],
      ])
    #expect(parts.count == 5)
  }

  @Test func gapsRelaysAndDistrictsHaveTheirFigures() throws {
    let folder = try TemporaryFolder()
    let reader = try reader(folder, try HandTown.material())
    #expect(
      try attributes(reader, "gaps", "rank", "street", "length_m", "worst_distance_m", "children")
        == [
          [.integer(1), .text("Rue A"), .real(150), .real(300), .integer(10)],
          [.integer(2), .text("Rue B"), .real(50), .real(200), .integer(0)],
        ])
    #expect(
      try attributes(reader, "relays", "id", "attached", "edge", "offset_m", "loss_m") == [
        [.text("R0"), .bool(true), .text("a1"), .real(100), .real(300)]
      ])
    #expect(
      try attributes(reader, "schools", "id", "children", "median_walk_m", "covered_share") == [
        [.text("S1"), .integer(10), .real(400), .real(0.625)]
      ])
    #expect(try reader.read(reader.layer(named: "districts")).features.count == 2)
  }

  @Test func prospectsStandAtTheirDoorsByRank() throws {
    let folder = try TemporaryFolder()
    let reader = try reader(folder, try HandTown.material())
    #expect(
      try attributes(reader, "prospects", "rank", "id", "gain_m", "cumulative_m", "round") == [
        [.integer(1), .text("C1"), .real(150), .real(150), .integer(1)],
        [.integer(2), .text("C2"), .real(50), .real(200), .integer(1)],
      ])
  }

  @Test func routesAreDrawnWhereEnoughChildrenWalk() throws {
    let folder = try TemporaryFolder()
    let told = try reader(folder, try HandTown.material())
    let flows = try attributes(told, "school_flows", "street", "children", "length_m")
    #expect(flows.allSatisfy { $0[0] == .text("Rue A") && $0[1] == .integer(10) })
    let few = try TemporaryFolder()
    let withheld = try reader(few, try HandTown.material(homes: 10))
    #expect(try attributes(withheld, "school_flows", "children").isEmpty)
    #expect(
      try attributes(withheld, "schools", "children", "median_walk_m") == [[.null, .null]])
  }
}
