import RelaisTestSupport
import Testing

/// `relais doctor`: what is there, how old it is, what is missing.
@Suite struct DoctorCommandTests {
  @Test func theProgramAndItsLibrariesAreNamedWithoutATerritory() throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run("doctor", "--json", "-", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let json = try outcome.json
    #expect(json["schema"].text == "relais.doctor/1")
    #expect(json["territory"].isNull)
    let names = json["libraries"].list.map { $0["name"].text }
    #expect(names == ["GEOS", "PROJ", "SQLite", "libosmium", "zlib"])
    for library in json["libraries"].list {
      #expect(library["version"].text?.contains(".") == true, "\(library)")
    }
    #expect(json["disk"].list.allSatisfy { ($0["free_bytes"].number ?? 0) > 0 })
    #expect(try Tool.run("doctor", in: folder).output.hasPrefix("Relais "))
  }

  @Test func toolsThatAreNotInstalledAreMissingAndTheirPackagesNamed() throws {
    let folder = try TemporaryFolder()
    let path = ["PATH": folder.path]
    let json = try Tool.run(["doctor", "--json", "-"], in: folder, environment: path).json
    #expect(json["tools"].list.allSatisfy { $0["path"].isNull })
    let packages = json["missing"].list.compactMap { $0["package"].text }
    #expect(packages.prefix(2) == ["gdal-bin", "chromium"])
    let strict = try Tool.run(["doctor", "--strict"], in: folder, environment: path)
    #expect(strict.status == 2)
    #expect(strict.output.contains("apt install gdal-bin"), "\(strict.output)")
    #expect(try Tool.run(["doctor"], in: folder, environment: path).status == 0)
  }

  @Test func aTerritoryIsToldWithItsFilesAndItsRegistry() throws {
    let folder = try TemporaryFolder()
    #expect(try Tool.run("init", "town", "--name", "V", "--quiet", in: folder).status == 0)
    try folder.write(SmallTown.osm.utf8, "town/sources/streets/a.osm")
    let before = try Tool.run("doctor", "--territory", "town", "--json", "-", in: folder).json
    #expect(before["territory"]["registry"].isNull)
    let missing = before["missing"].list.compactMap { $0["kind"].text }
    #expect(missing.contains("adherents"))
    #expect(!missing.contains("streets"))
    let added = try Tool.run(
      [
        "adherents", "add", "B", "--kind", "shop", "--lon", "6.001", "--lat", "48", "--territory",
        "town",
      ],
      in: folder)
    #expect(added.status == 0, "\(added.errors)")
    let json = try Tool.run("doctor", "--territory", "town", "--json", "-", in: folder).json
    let input = json["territory"]["inputs"][0]
    #expect(input["kind"].text == "streets")
    #expect(input["bytes"].number == Double(SmallTown.osm.utf8.count))
    #expect(input["age_days"].number == 0)
    #expect(json["territory"]["newest"].text == "town/sources/streets/a.osm")
    #expect(json["territory"]["registry"]["establishments"].number == 1)
    #expect(json["territory"]["registry"]["problems"].number == 0)
    #expect(!json["missing"].list.contains { $0["kind"].text == "adherents" })
    // A configuration that cannot be read is told, and does not hide the rest.
    let text = String(decoding: try folder.read("town/relais.yml"), as: UTF8.self)
    try folder.write((text + "\nx: [\n").utf8, "town/relais.yml")
    let broken = try Tool.run("doctor", "--territory", "town", "--json", "-", in: folder)
    #expect(broken.status == 0)
    #expect(try broken.json["failures"].list.count == 1)
    #expect(try Tool.run("doctor", "--territory", "town", "--strict", in: folder).status == 2)
    #expect(try Tool.run("doctor", "--territory", "nowhere", in: folder).status == 1)
  }
}
