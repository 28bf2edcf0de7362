import CoverageEngine
import Foundation
import RelaisGeo
import RelaisRegistry
import RelaisTestSupport
import Testing

/// Two extracts of one town, through the built tool: what changed in the streets to cover.
@Suite struct StreetChangesCommandTests {
  private static let earlier = "2026-02-10"

  private func run(
    _ arguments: String..., in folder: TemporaryFolder
  ) throws -> Programs.Outcome {
    let outcome = try Tool.run(arguments, in: folder)
    #expect(outcome.status == 0, "\(arguments): \(outcome.output)\(outcome.errors)")
    return outcome
  }

  /// A town with a registry whose only run is one of February, on the streets of ``SmallTown/osm``.
  private func territory() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try run("init", "town", "--name", "Ville", "--quiet", in: folder)
    try folder.write(SmallTown.osm.utf8, "town/sources/streets/town.osm")
    let text = """
      id;nom;type;adresse;lon;lat;date_adhesion
      1;Boulangerie;commerce;1 rue A;6,0001;48,0001;2025-02-03

      """
    try folder.write(text.utf8, "relais.csv")
    _ = try run(
      "adherents", "import", "relais.csv", "--territory", "town", "--quiet", in: folder)
    _ = try run("run", "town", "--quiet", in: folder)
    let store = try RegistryStore(path: folder.path("town/registry.gpkg"), for: .writing)
    defer { store.close() }
    var own = try #require(try store.runs().first)
    let streets = try #require(try store.streetMaps().first?.map())
    let day = try #require(CalendarDay(Self.earlier))
    (own.asOf, own.ranOn) = (day, day)
    try store.write(RegistryStamp(author: "", recordedAt: "", today: day)) { writer in
      try writer.record(own)
      try writer.record(streets, on: day)
    }
    return folder
  }

  /// The extract of now: rue B is missing, rue A has another name, and is cut otherwise for want of rue B.
  private static let later = SmallTown.osm
    .replacing("v=\"Rue A\"", with: "v=\"Rue Zola\"")
    .replacing("<nd ref=\"2\"/><nd ref=\"4\"/>", with: "<nd ref=\"2\"/>")

  @Test(.needs(.python3)) func anExtractThatLacksAStreetIsSeenToBeOne() throws {
    let folder = try territory()
    let before = try JSON(folder.read("town/out/summary.json"))
    #expect(before["trend"]["street_changes"].isNull)
    #expect(before["findings"]["streets-changed"].isNull)
    try folder.write(Self.later.utf8, "town/sources/streets/town.osm")
    let outcome = try run("run", "town", "--lang", "en", in: folder)
    let summary = try JSON(folder.read("town/out/summary.json"))

    func metres(_ points: (Double, Double)...) -> Double {
      let line = points.map { Position(longitude: $0.0, latitude: $0.1) }
      return Length(metres: Ground.ellipsoid.length(of: line)).metres
    }
    let b = metres((6.005, 48), (6.005, 48.004))
    let a = metres((6, 48), (6.005, 48), (6.01, 48))
    let changes = summary["trend"]["street_changes"]
    #expect(changes["since"].text == Self.earlier)
    #expect(changes["new_m"].number == 0)
    #expect(changes["gone_m"].number == b)
    #expect(changes["renamed_m"].number == a)
    let lost =
      try #require(before["budgets"][0]["streets_m"].number)
      - #require(summary["budgets"][0]["streets_m"].number)
    // Two edges of rue A are one now: a millimetre of rounding.
    #expect(abs(lost - b) < 0.0015)
    #expect(summary["findings"]["streets-changed"].number == 1)
    let said = "Streets to cover since 10\u{A0}February 2026: 445\u{A0}m gone, 746\u{A0}m renamed."
    #expect(outcome.output.contains(said), "\(outcome.output)")
    let page = String(decoding: try folder.read("town/out/council.html"), as: UTF8.self)
    #expect(page.contains("do not stand on the same streets"))

    let layer = try Programs.run(
      Program.python3.path,
      [
        "-c",
        """
        import sqlite3, sys
        file = sqlite3.connect(sys.argv[1])
        for row in file.execute("select change, name, former_name, length_m from street_changes"):
            print(*row, sep="|")
        titles = "select name from gpkg_data_columns where table_name = 'street_changes' order by 1"
        print(*(row[0] for row in file.execute(titles)), sep="|")
        styles = "select count(*) from layer_styles where f_table_name = 'street_changes'"
        print(file.execute(styles).fetchone()[0])
        """, folder.path("town/out/coverage.gpkg"),
      ])
    let rows = "gone|Rue B|None|\(b)\nrenamed|Rue Zola|Rue A|\(a)\n"
    let titles = "Change|Former name|Length (m)|Name\n"
    #expect(layer.output == rows + titles + "1\n", "\(layer.output)")
    #expect(try run("verify", "--territory", "town", in: folder).output.contains("sain"))

    // A past day is compared with the same streets; nothing is remembered of a day before all of them.
    func since(_ day: String) throws -> JSON {
      _ = try run("run", "town", "--since", day, "--json", "now.json", in: folder)
      return try JSON(folder.read("now.json"))["trend"]["street_changes"]
    }
    #expect(try since(Self.earlier)["gone_m"].number == b)
    #expect(try since("2026-03-31")["gone_m"].number == b)
    #expect(try since("2025-12-31").isNull)
  }

  @Test func theSameStreetsAreSaidToBeTheSame() throws {
    let folder = try territory()
    let outcome = try run("run", "town", in: folder)
    #expect(
      outcome.output.contains("Les rues à couvrir sont les mêmes que le 10\u{A0}février 2026."),
      "\(outcome.output)")
    let changes = try JSON(folder.read("town/out/summary.json"))["trend"]["street_changes"]
    #expect(changes["gone_m"].number == 0 && changes["renamed_m"].number == 0)
    let package = try folder.read("town/out/coverage.gpkg")
    #expect(!String(decoding: package, as: UTF8.self).contains("street_changes"))
  }
}
