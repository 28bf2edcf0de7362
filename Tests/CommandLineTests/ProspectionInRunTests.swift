import Foundation
import RelaisTestSupport
import Testing

/// What `relais run` leaves for the apprentice.
@Suite struct ProspectionInRunTests {
  /// The small town on earth with shops: on rue A's far half, beside it, and on rue B.
  private func territory(candidates: Bool = true) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    #expect(
      try Tool.run("init", "town", "--name", "Ville", "--quiet", in: folder).status == 0)
    try folder.write(SmallTown.osm.utf8, "town/sources/streets/town.osm")
    try folder.write(SmallTown.osmRelays.utf8, "town/sources/adherents/relais.csv")
    if candidates {
      try folder.write(
        """
        id,nom,lon,lat,horaires
        C1,Pharmacie,6.008,48.0001,Mo-Sa 07:30-19:30
        C2,=Presse,6.0079,48.0001,
        C3,Librairie,6.005,48.003,Tu-Sa 10:00-19:00

        """.utf8, "town/sources/candidates/commerces.csv")
    }
    return folder
  }

  private func names(in folder: TemporaryFolder) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder.path("town/out")))
  }

  @Test func aRunNamesTheDoors() throws {
    let folder = try territory()
    let outcome = try Tool.run("run", "town", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("recrues"))
    let summary = try JSON(folder.read("town/out/summary.json"))["prospection"]
    #expect(summary["candidates"].number == 3)
    // rue B alone gives 300 m and what the crossing leaves; C2 lies 7 m nearer to it than C1.
    #expect(summary["selected"].list.compactMap { $0["id"].text }.sorted() == ["C2", "C3"])
    #expect(summary["objective"].number == summary["upper_bound"].number)
    let prospects = String(decoding: try folder.read("town/out/prospects.csv"), as: UTF8.self)
    #expect(prospects.contains("'=Presse"))
  }

  @Test func withoutCandidatesNothingIsLeftOfAnEarlierRun() throws {
    let folder = try territory()
    #expect(try Tool.run("run", "town", "--quiet", in: folder).status == 0)
    #expect(try names(in: folder).contains("prospects.csv"))
    try FileManager.default.removeItem(atPath: folder.path("town/sources/candidates/commerces.csv"))
    let outcome = try Tool.run("run", "town", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("portes pousser"))
    #expect(try !names(in: folder).contains("prospects.csv"))
    #expect(try JSON(folder.read("town/out/summary.json"))["prospection"].isNull)
  }

  @Test(arguments: [
    "count: 0", "count: many", "start: [6, 48]", "round_minutes: 5", "speed: 4",
    "walking_speed: 40",
  ])
  func aSlipUnderProspectIsToldWithItsLine(text: String) throws {
    let folder = try territory()
    var configuration = String(decoding: try folder.read("town/relais.yml"), as: UTF8.self)
    let line = configuration.split(separator: "\n", omittingEmptySubsequences: false).count
    configuration += "prospect: { \(text) }\n"
    try folder.write(configuration.utf8, "town/relais.yml")
    let outcome = try Tool.run("run", "town", in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("\(line)"), "\(outcome.errors)")
    #expect(outcome.errors.contains(text.prefix { $0 != ":" }), "\(outcome.errors)")
  }
}
