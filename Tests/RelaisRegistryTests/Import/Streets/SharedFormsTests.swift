import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Files of streets as towns have them, one for each form that once failed.
@Suite struct SharedFormsTests {
  private func read(
    _ name: String, in surroundings: Surroundings = Around.earth
  ) throws -> Imported<StreetSections> {
    let imported = try StreetsImporter.read(SharedData.casePath(name), in: surroundings)
    #expect(imported.report.rows == imported.report.taken + imported.report.rejected.count)
    return imported
  }

  /// Three streets of 600.663 m in all, in every form.
  @Test(
    .needs(.cases),
    arguments: [
      "street-02/graph.gpkg", "street-30/esri.geojson", "street-30/ignf.geojson",
      "street-32/lines.geojsonl", "street-32/rs.geojsons", "street-33/compound.gpkg",
      "street-33/multicurve.gpkg", "street-36/multi.csv", "street-41/4937.gpkg",
    ])
  func formsOfOneTownAreOneTown(name: String) throws {
    let imported = try read(name)
    #expect(imported.report.taken == 3)
    #expect(imported.report.findings.filter { $0.severity == .error } == [])
    // Coordinates are rounded to a millimetre where they are metres.
    let metres = imported.network.totalLength.metres
    #expect(abs(metres - 600.663) <= 0.002, "\(metres)")
    #expect(imported.network.components.count == 1)
  }

  @Test(.needs(.cases)) func theOldFrenchSystemsAgree() throws {
    let degrees = try read("street-43/4275.geojson").value.positions
    let metres = try read("street-43/27572.geojson").value.positions
    #expect(degrees.count == metres.count && !degrees.isEmpty)
    for (a, b) in zip(degrees, metres) {
      #expect(Ground.ellipsoid.length(from: a, to: b) < 0.1)
    }
  }

  @Test(.needs(.cases)) func degreesDeclaredAsMetresAreAnError() throws {
    let findings = try read("street-31/degrees-as-2154.gpkg").report.findings
    let found = try #require(findings.first { $0.code == .outsideAreaOfUse })
    #expect(found.severity == .error)
    if case .outsideAreaOfUse(let system, _, let areDegrees) = found.kind {
      #expect(system == "EPSG:2154" && areDegrees)
    }
  }

  @Test(.needs(.cases)) func aRowsOwnSystemIsObeyed() throws {
    #expect(try read("street-36/srid.csv").report.taken == 1)
  }

  @Test(.needs(.cases)) func aNodeInTwoPlacesIsRejected() throws {
    #expect(try read("street-38/tele.csv").reasons == [.nodeInTwoPlaces])
  }

  @Test(.needs(.cases)) func aViewIsNamed() {
    let file = SharedData.casePath("street-44/view.gpkg")
    #expect(throws: FormatError.onlyViews(file: file, views: ["rues_v"])) {
      try StreetsImporter.read(file, in: Around.earth)
    }
  }

  @Test(.needs(.cases)) func aNamesakeIsNotTheCommune() throws {
    let file = SharedData.casePath("street-45/boundary.geojson")
    let areas = try AreasImporter.read(file, codes: ["54395"], in: Around.earth).value
    #expect(
      throws: FormatError.codeAbsent(
        file: file, code: "54395", found: areas.map { "\($0.id) \($0.name)" })
    ) { try AreasImporter.boundary(among: areas, insee: "54395", name: "Nancy", file: file) }
  }

  @Test(.needs(.cases)) func aClosedLineIsTheBoundary() throws {
    let file = SharedData.casePath("street-46/boundary.geojson")
    let imported = try AreasImporter.read(file, codes: ["54395"], in: Around.earth)
    #expect(imported.value.map(\.id) == ["54395"])
    #expect(imported.report.findings == [])
  }
}
