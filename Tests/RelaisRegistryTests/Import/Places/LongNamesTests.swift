import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisTestSupport
import Testing

/// A name over 300 characters is refused by name and length, wherever it comes from.
@Suite struct LongNamesTests {
  private static let long = "Boulangerie du trop long nom " + String(repeating: "é", count: 272)
  private static let longest = String(repeating: "é", count: 300)
  private let refused = RejectedRow.Reason.nameTooLong(LongName(long)!)

  @Test func threeHundredCharactersAreANameAndOneMoreIsNone() {
    #expect(LongName(Self.longest) == nil && LongName(nil) == nil)
    let name = LongName(Self.long)
    #expect(name?.count == 301)
    #expect(name?.beginning == "Boulangerie du trop long nom ééééééééééé")
  }

  @Test func everyImporterRefusesItsRowAlone() throws {
    let folder = try TemporaryFolder()
    let rows = "id,name,lon,lat\n1,\(Self.long),6,48\n2,\(Self.longest),6,48\n"
    let relays = try FacilitiesImporter.read(
      folder.write(rows.utf8, "relays.csv"), in: Around.earth)
    #expect(relays.value.map(\.id) == ["2"])
    #expect(relays.report.rejected.map(\.reason) == [refused])
    #expect(relays.report.rejected.map(\.place) == [.line(2)])
    let schools = try SchoolsImporter.read(
      folder.write(rows.utf8, "schools.csv"), in: Around.earth)
    #expect(schools.value.map(\.id) == ["2"])
    #expect(schools.report.rejected.map(\.reason) == [refused])
    let feature = """
      {"type":"FeatureCollection","features":[{"type":"Feature","id":"f","properties":
      {"name":"\(Self.long)"},"geometry":{"type":"Point","coordinates":[6,48]}}]}
      """
    let map = try folder.write(feature.utf8, "places.geojson")
    #expect(
      try FacilitiesImporter.read(map, in: Around.earth).report.rejected.map(\.reason)
        == [refused])
    #expect(
      try SchoolsImporter.read(map, in: Around.earth).report.rejected.map(\.reason) == [refused])
    let candidates = try CandidatesImporter(in: Around.earth).read([map])
    #expect(candidates.flatMap(\.report.rejected).map(\.reason) == [refused])
    let osm = """
      <?xml version="1.0"?><osm version="0.6"><node id="1" version="1" lat="48" lon="6">
      <tag k="shop" v="bakery"/><tag k="name" v="\(Self.long)"/></node>
      <node id="2" version="1" lat="48" lon="6"><tag k="amenity" v="school"/>
      <tag k="name" v="\(Self.long)"/></node></osm>
      """
    let extract = try folder.write(osm.utf8, "map.osm")
    #expect(
      try CandidatesImporter(in: Around.earth).read([extract]).flatMap(\.report.rejected)
        .map(\.reason) == [refused])
    #expect(
      try SchoolsImporter.read(extract, in: Around.earth).report.rejected.map(\.reason)
        == [refused])
  }
}
