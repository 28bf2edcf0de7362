import Foundation
import RelaisTestSupport
import Testing

/// What QGIS and GDAL call the layers and columns of `coverage.gpkg`.
@Suite struct LayerTitlesTests {
  /// Layers and columns with their titles, and the alias QGIS takes from the style, a line each.
  private static let script = """
    import sqlite3, sys
    from xml.etree import ElementTree
    file = sqlite3.connect(sys.argv[1])
    titles = {row[:2]: row[2] for row in file.execute("SELECT table_name, column_name, name FROM gpkg_data_columns")}
    styles = dict(file.execute("SELECT f_table_name, styleQML FROM layer_styles"))
    for layer, identifier in file.execute("SELECT table_name, identifier FROM gpkg_contents").fetchall():
        if layer == "layer_styles":
            continue
        print("layer", layer, identifier, sep="|")
        style = ElementTree.fromstring(styles[layer])
        aliases = {alias.get("field"): alias.get("name") for alias in style.iter("alias")}
        for column in file.execute(f'PRAGMA table_info("{layer}")'):
            if column[1] not in ("fid", "geom"):
                print("field", column[1], titles.get((layer, column[1]), ""), aliases.get(column[1], ""), sep="|")
    """

  @Test(.needs(.gdalForPython))
  func aDistanceIsWrittenAsItsReadersWriteIt() throws {
    let folder = try SmallTown.folder()
    let outcome = try Tool.run(
      ["coverage"] + SmallTown.files
        + ["--distance", "212.5", "--lang", "fr", "--out", "out", "--quiet"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let (status, output) = try Programs.run(
      Program.python3.path, ["-c", Self.script, folder.path("out/coverage.gpkg")])
    #expect(status == 0, "\(output)")
    let title = "Couvert à 212,5\u{A0}m"
    #expect(output.contains("field|covered_212-500|\(title)|\(title)\n"), "\(output)")
  }

  @Test(.needs(.gdalForPython))
  func everyColumnOfTheDemonstrationTownHasATitle() throws {
    let folder = try TemporaryFolder()
    try DemoTown.copy(to: folder.path("demo"))
    let outcome = try Tool.run("run", "demo", "--quiet", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let file = folder.path("demo/out/coverage.gpkg")
    let (status, output) = try Programs.run(Program.python3.path, ["-c", Self.script, file])
    #expect(status == 0, "\(output)")
    var layer = ""
    var titles = Set<String>()
    for line in output.split(separator: "\n") {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      if parts[0] == "layer" {
        layer = parts[1]
        titles = []
        #expect(!parts[2].isEmpty && parts[2] != layer, "\(layer)")
      } else {
        #expect(!parts[2].isEmpty, "\(layer).\(parts[1]) has no title")
        #expect(parts[3] == parts[2], "\(layer).\(parts[1]) has another alias")
        #expect(titles.insert(parts[2]).inserted, "\(layer): two columns are titled \(parts[2])")
      }
    }
    #expect(output.contains("field|length_m|Longueur (m)|Longueur (m)"))
    let verdict = try Programs.validateGeoPackage(file)
    #expect(verdict.status == 0, "\(verdict.output)")
  }
}
