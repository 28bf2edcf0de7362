import Foundation
import RelaisTestSupport
import Testing

/// `explain --at` and `--window`: the same streets and relays as `coverage` at that time.
@Suite struct ExplainInTimeCommandTests {
  /// From rue A a passage that is open from ten to six leads to rue C, where R1 is; the way around by rue B is longer.
  private static let streets = """
    <?xml version="1.0"?>
    <osm version="0.6">
    <node id="1" version="1" lat="48" lon="6"/>
    <node id="2" version="1" lat="48.001" lon="6"/>
    <node id="3" version="1" lat="48.002" lon="6"/>
    <node id="4" version="1" lat="48.003" lon="6"/>
    <node id="5" version="1" lat="48.0015" lon="6.003"/>
    <way id="1" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/><tag k="name" v="Rue A"/></way>
    <way id="2" version="1"><nd ref="2"/><nd ref="3"/><tag k="highway" v="footway"/><tag k="opening_hours" v="10:00-18:00"/></way>
    <way id="3" version="1"><nd ref="2"/><nd ref="5"/><nd ref="3"/><tag k="highway" v="residential"/><tag k="name" v="Rue B"/></way>
    <way id="4" version="1"><nd ref="3"/><nd ref="4"/><tag k="highway" v="residential"/><tag k="name" v="Rue C"/></way>
    </osm>

    """
  private static let relays = """
    id,lon,lat,opening_hours
    R1,6,48.003,07:00-22:00
    R2,6,48.0001,12:00-14:00

    """

  private func town() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.streets.utf8, "streets.osm")
    try folder.write(Self.relays.utf8, "relays.csv")
    try folder.write("id,lon,lat\nR1,6,48.003\n".utf8, "one.csv")
    return folder
  }

  private func explain(
    _ place: String, _ folder: TemporaryFolder, relays: String = "relays.csv", _ more: String...
  ) throws -> JSON {
    try Tool.run(
      ["explain", place, "--streets", "streets.osm", "--relays", relays, "--json", "-", "--quiet"]
        + more, in: folder
    ).json
  }

  @Test func aSpotWalksWhatIsOpenToWhoIsOpen() throws {
    let folder = try town()
    let morning = try explain("6,48", folder, "--at", "2026-11-23T08:00")
    let day = try explain("6,48", folder, "--at", "2026-11-23T11:00")
    let noon = try explain("6,48", folder, "--at", "2026-11-23T13:00")
    let night = try explain("6,48", folder, "--at", "2026-11-23T23:00")
    let always = try explain("6,48", folder)
    #expect(morning["at"].text == "2026-11-23T08:00" && always["at"].isNull)
    #expect([morning, day, noon, always].map { $0["relay"].text } == ["R1", "R1", "R2", "R2"])
    // The passage is walked where it is open, as where nobody asks for a time.
    let whole = try explain("6,48", folder, relays: "one.csv")
    #expect(day["distance_m"].number == whole["distance_m"].number)
    #expect(day["way"].list.map { $0["street"].text } == ["Rue A", nil, "Rue C"])
    #expect(morning["way"].list.map { $0["street"].text } == ["Rue A", "Rue B", "Rue C"])
    let around = Self.streets.replacing(#"<tag k="highway" v="footway"/>"#, with: "")
    try folder.write(around.utf8, "streets.osm")
    let detour = try explain("6,48", folder, relays: "one.csv")
    #expect(morning["distance_m"].number == detour["distance_m"].number)
    #expect(morning["distance_m"].number ?? 0 > (day["distance_m"].number ?? 0) + 100)
    #expect(night["verdict"].text == "no-open-relay" && night["relay"].isNull)
    #expect(night["relays_closed"].number == 2)
  }

  @Test(arguments: ["2026-11-23T08:00", "2026-11-23T11:00", "2026-11-23T13:00"])
  func aStreetIsCoveredAsCoverageSays(at: String) throws {
    let folder = try town()
    for distance in ["150", "300", "500"] {
      let coverage = try Tool.run(
        "coverage", "--streets", "streets.osm", "--relays", "relays.csv", "--json", "-", "--quiet",
        "--edges", "--at", at, "--distance", distance, in: folder
      ).json
      for (street, edge) in [("Rue A", "way/1/0"), ("Rue B", "way/3/0"), ("Rue C", "way/4/0")] {
        let told = try explain(street, folder, "--at", at, "--distance", distance)
        let own = try #require(coverage["edges"].list.first { $0["id"].text == edge })
        let covered = own["covered"][distance].pairs.reduce(0) { $0 + $1[1] - $1[0] }
        let difference = covered - (told["budgets"][0]["covered_m"].number ?? -1)
        #expect(abs(difference) < 1e-6, "\(street) \(distance)")
        #expect(told["at"].text == at)
      }
    }
  }
}
