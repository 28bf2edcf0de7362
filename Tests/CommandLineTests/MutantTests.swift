import Foundation
import RelaisTestSupport
import Testing

/// Whatever a file holds, the tool ends by itself and leaves nothing half-written.
@Suite struct MutantTests {
  /// Files of each kind: some in the suite, `RELAIS_MUTANTS=10000` for a long run.
  private static let count =
    ProcessInfo.processInfo.environment["RELAIS_MUTANTS"].flatMap { Int($0) } ?? 48

  enum Kind: String, CaseIterable, Sendable {
    case osm, gpkg, csv, geojson
  }

  private static let places = """
    id;nom;adresse;code postal;lon;lat;horaires
    1;Boulangerie;1 rue A;54000;6,0001;48,0001;Mo-Fr 08:00-18:00
    2;"Pharmacie ""du"" pont";"2, rue A";54000;6,002;48,0001;
    3;École;3 rue B;54000;6,005;48,002;PH off

    """

  /// A sound file of a kind.
  private func sound(_ kind: Kind) throws -> [UInt8] {
    switch kind {
    case .osm: return Array(SmallTown.osm.utf8)
    case .csv: return Array(Self.places.utf8)
    case .geojson:
      return Array(
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"A","n":1},
        "geometry":{"type":"Polygon","coordinates":[[[6,48],[6.01,48],[6.01,48.01],[6,48.01],[6,48]]]}},
        {"type":"Feature","id":7,"properties":{"nom":"\\u00e9","highway":"residential"},"geometry":
        {"type":"MultiLineString","coordinates":[[[6.0,48.0],[6.005,48.0]],[[6.005,48.0],[6.005,48.004]]]}},
        {"type":"Feature","properties":null,"geometry":{"type":"Point","coordinates":[6.001,48.0,12]}}]}

        """.utf8)
    case .gpkg:
      let folder = try TemporaryFolder()
      try folder.write(SmallTown.osm.utf8, "streets.osm")
      try folder.write(SmallTown.osmRelays.utf8, "relays.csv")
      let made = try Tool.run(
        "coverage", "--streets", "streets.osm", "--relays", "relays.csv", "--out", "results",
        "--quiet", in: folder)
      #expect(made.status == 0, "\(made.errors)")
      return try folder.read("results/coverage.gpkg")
    }
  }

  @Test(arguments: Kind.allCases)
  func aBrokenFileIsTakenOrRefused(kind: Kind) throws {
    let sound = try sound(kind)
    let seed: UInt64 = 20_261_130
    var mutants = FileMutants(seed: seed)
    var refused = 0
    for start in stride(from: 0, to: Self.count, by: 24) {
      let folder = try TemporaryFolder()
      let names = try (start..<min(start + 24, Self.count)).map { number in
        let name = "\(number).\(kind.rawValue)"
        try folder.write(mutants.mutant(of: sound), name)
        return name
      }
      // A crash names none of the files: `check` one by one finds it.
      let at = "seed \(seed), \(names)"
      let checked = try Programs.run(
        Tool.path, ["check", "--quiet", "--lang", "en"] + names, in: folder.path)
      #expect(!checked.isKilled && [0, 1].contains(checked.status), "\(at): \(checked.errors)")
      let lines = checked.errors.split(separator: "\n")
      refused += lines.count
      #expect(lines.allSatisfy { $0.utf8.count < 2048 })
      let controls = checked.errors.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" }
      #expect(controls.isEmpty, "\(at)")
      #expect(try folder.names.count == names.count, "\(at)")
      try write(names[0], kind, in: folder, at)
    }
    #expect(refused > 0)
  }

  /// A command that writes, given the file.
  private func write(
    _ name: String, _ kind: Kind, in folder: TemporaryFolder, _ at: String
  ) throws {
    try folder.write("name: Ville\n".utf8, "relais.yml")
    let command =
      kind == .csv
      ? ["adherents", "import", name]
      : ["coverage", "--streets", name, "--relays", "r.csv", "--out", "results"]
    try folder.write(SmallTown.osmRelays.utf8, "r.csv")
    let before = Set(try folder.names)
    let outcome = try Programs.run(Tool.path, command + ["--quiet"], in: folder.path)
    #expect(!outcome.isKilled && [0, 1, 2].contains(outcome.status), "\(at): \(outcome.errors)")
    let made = Set(try folder.names).subtracting(before)
    #expect(made.isSubset(of: ["results", "registry.gpkg", "out"]), "\(at): \(made)")
    if made.contains("results") {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("results"))
      #expect(names.allSatisfy { !$0.hasSuffix(".tmp") }, "\(at): \(names)")
      if names.contains("coverage.gpkg") {
        let bytes = try folder.read("results/coverage.gpkg")
        #expect(bytes.starts(with: "SQLite format 3".utf8), "\(at)")
      }
    }
    if made.contains("registry.gpkg") {
      #expect(try Tool.run("verify", in: folder).status == 0, "\(at)")
    }
  }
}
