import Foundation
import RelaisTestSupport
import Testing

@testable import RelaisFormats

/// Files of other programs, by GDAL's.
@Suite struct ForeignFormatTests {
  private static let line = """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"Rue de l'Été"},\
    "geometry":{"type":"LineString","coordinates":[[6,48],[6.1,48]]}}]}
    """

  private func made(_ driver: String, _ name: String, in folder: TemporaryFolder) throws -> String {
    let source = try folder.write(Array(Self.line.utf8), "source.geojson")
    let target = folder.path(name)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.ogr2ogr.path)
    process.arguments = ["-f", driver, target, source]
    try process.run()
    process.waitUntilExit()
    return target
  }

  @Test(
    .needs(.ogr2ogr),
    arguments: [
      ("ESRI Shapefile", "a.shp", SourceFormat.Container.shapefile),
      ("MapInfo File", "a.tab", .mapInfo), ("FlatGeobuf", "a.fgb", .flatGeobuf),
      ("GML", "a.gml", .gml), ("SQLite", "a.sqlite", .sqlite),
    ])
  func featuresOfOtherProgramsAreRead(
    _ driver: String, _ name: String, _ container: SourceFormat.Container
  ) throws {
    let folder = try TemporaryFolder()
    let path = try made(driver, name, in: folder)
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.path(""))
    #expect(try InputFormat(ofFileAt: path) == .geoPackage)
    let package = try GeoPackageReader.open(path)
    #expect(package.container == container)
    #expect(package.path == path)
    let content = try package.read(package.layers[0])
    #expect(content.features.count == 1)
    #expect(content.features[0].attributes["nom"]?.text == "Rue de l'Été")
    // GDAL writes beside what it reads; here it wrote elsewhere.
    let after = try FileManager.default.contentsOfDirectory(atPath: folder.path(""))
    #expect(after.sorted() == before.sorted())
  }

  @Test(.needs(.ogr2ogr)) func rowsOfAWorkbookStandOnTheirLines() throws {
    let folder = try TemporaryFolder()
    let table = try folder.write(Array("nom,cp\nA,01000\nB,54000\n".utf8), "t.csv")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.ogr2ogr.path)
    process.arguments = ["-f", "XLSX", folder.path("t.xlsx"), table]
    try process.run()
    process.waitUntilExit()
    #expect(try InputFormat(ofFileAt: folder.path("t.xlsx")) == .csv)
    let read = try CSVReader.read(InputFile(path: folder.path("t.xlsx")))
    #expect(read.headers == ["nom", "cp"])
    #expect(read.rows.map { $0.text(1) } == ["01000", "54000"])
  }

  @Test func partsOfAShapefileAreNoFilesOfTheirOwn() throws {
    let names = ["a.shp", "a.dbf", "a.shp.xml", "b.dbf", "c.csv"]
    #expect(names.filter { ForeignFormat.isCompanion($0, among: names) } == ["a.dbf", "a.shp.xml"])
    let folder = try TemporaryFolder()
    for name in ["a.shp", "A.DBF", "a.prj", "b.dbf"] { try folder.write([1], name) }
    #expect(
      ForeignFormat.parts(of: folder.path("a.shp"))
        == ["a.shp", "A.DBF", "a.prj"].map { folder.path($0) })
  }

  @Test(arguments: [
    ("!table\n!version 300\n", "mapinfo-tab"),
    ("Version 300\nCharset \"Neutral\"\n", "mapinfo-mif"),
    ("n1 v1 dV c0 t i0 u T x6.0 y48.0\n", "opl"), ("  0\nSECTION\n  2\nHEADER\n", "dxf"),
    ("nom;cp\nA;01000\n", nil),
  ])
  func textOfOtherProgramsIsKnownByItsStart(_ text: String, _ name: String?) {
    #expect(FormatSignature.name(ofText: Array(text.utf8)[...]) == name)
  }
}
