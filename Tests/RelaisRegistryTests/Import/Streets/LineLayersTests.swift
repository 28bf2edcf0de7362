import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Line layers as people have them: whose columns say what may be walked, and what is known twice.
@Suite struct LineLayersTests {
  /// Lines of a plane in metres, as GeoJSON: coordinates, then properties.
  private func features(_ lines: [(coordinates: String, properties: String)]) -> String {
    let features = lines.map { line in
      let type = line.coordinates.hasPrefix("[[[") ? "MultiLineString" : "LineString"
      return """
        {"type":"Feature","properties":{\(line.properties)},\
        "geometry":{"type":"\(type)","coordinates":\(line.coordinates)}}
        """
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
  }

  private func read(
    _ files: [String], mapping: ColumnMapping = ColumnMapping()
  ) throws -> (network: StreetNetwork, reports: [ImportReport]) {
    let folder = try TemporaryFolder()
    let paths = try files.enumerated().map {
      try folder.write(Array($0.element.utf8), "streets\($0.offset).geojson")
    }
    let read = try StreetsImporter.read(
      files: paths, mapping: mapping, in: Around.plane, shopsBy: { _ in nil })
    for report in read.reports { #expect(report.rows == report.taken + report.rejected.count) }
    return (NetworkBuilder.network(of: read.sections), read.reports)
  }

  private func codes(_ report: ImportReport) -> [Finding.Code] { report.findings.map(\.code) }

  private let east = "[[0,0],[100,0]]"
  private let north = "[[100,0],[100,50]]"

  @Test func listsOfHighwaysAreWalkedWhereOneOfThemIs() throws {
    let (network, reports) = try read([
      features([
        (east, #""osmid":1,"highway":"['motorway', 'residential']","name":"['Rue A', 'Rue B']""#),
        (north, #""osmid":2,"highway":"motorway;motorway_link""#),
        ("[[0,0],[0,30]]", #""osmid":3,"highway":["footway","steps"],"name":"NaN""#),
      ])
    ])
    #expect(network.identifiers == ["1", "3"])
    #expect(network.names == ["Rue A", nil])
    #expect(network.isDemand == [true, false])
    #expect(reports[0].rejected.map(\.code) == [.notWalkable])
    #expect(codes(reports[0]).isEmpty)
  }

  @Test(
    arguments: [
      #""tags":{"highway":"residential","foot":"no"}"#,
      #""tags":"{\"highway\":\"residential\",\"foot\":\"no\"}""#,
      #""other_tags":"\"highway\"=>\"residential\",\"foot\"=>\"no\"""#,
      #""highway":"residential","other_tags":"\"foot\"=>\"no\", \"lit\"=>\"yes\"""#,
    ]) func tagsTogetherInACellAreRead(_ properties: String) throws
  {
    let (network, reports) = try read([
      features([(east, properties), (north, #""highway":"service","tags":{"highway":"service"}"#)])
    ])
    #expect(network.edgeCount == 1)
    #expect(reports[0].rejected.map(\.code) == [.noPedestrianAccess])
    #expect(reports[0].format.code == "geojson-osm")
  }

  @Test func geofabriksClassesAreKindsOfWays() throws {
    let (network, reports) = try read([
      features([
        (east, #""osm_id":"1","fclass":"track_grade2","layer":0"#),
        (north, #""osm_id":"2","fclass":"motorway_link","layer":0"#),
        ("[[0,0],[0,30]]", #""osm_id":"3","fclass":"unknown","layer":0"#),
        ("[[0,0],[0,-30]]", #""osm_id":"4","fclass":"cycleway","layer":0"#),
      ])
    ])
    #expect(network.identifiers == ["1", "3"])
    #expect(network.isDemand == [false, true])
    #expect(reports[0].format.code == "geojson-geofabrik")
    #expect(reports[0].format.isOpenStreetMap)
  }

  @Test func theShapefilesOfBDTopoAreObeyed() throws {
    func road(_ id: Int, _ more: String) -> String {
      #""ID":"TRONROUT\#(id)","NATURE":"Route à 1 chaussée","POS_SOL":0,"# + more
    }
    let (network, reports) = try read([
      features([
        (east, road(1, #""ETAT":"NR","NOM_COLL_G":"NR","NOM_COLL_D":"R DU LAC""#)),
        (north, road(2, #""ETAT":"En construction""#)), (north, road(3, #""PRIVE":"Oui""#)),
        (north, road(4, #""ACCES_PED":"Restreint aux ayants droit""#)),
        (north, #""ID":"TRONROUT5","NATURE":"Quasi-autoroute","POS_SOL":0"#),
        ("[[0,0],[0,40]]", #""ID":"TRONROUT6","NATURE":"Sentier","POS_SOL":0,"NOM_1_G":" ""#),
      ])
    ])
    #expect(network.identifiers == ["TRONROUT1", "TRONROUT6"])
    #expect(network.names == ["R DU LAC", nil])
    #expect(network.isDemand == [true, false])
    #expect(
      reports[0].rejected.map(\.code) == [
        .notInService, .privateAccess, .noPedestrianAccess, .notWalkable,
      ])
  }

  @Test(arguments: [#""layer":"1""#, #""POS_SOL":1"#, #""niveau":1.0"#])
  func aBridgeKeepsItsLevel(_ level: String) throws {
    let (network, _) = try read([
      features([
        ("[[0,0],[50,0],[100,0]]", #""nom":"Rue""#),
        ("[[50,-50],[50,0],[50,50]]", level + #","nom":"Pont""#),
      ])
    ])
    #expect(network.edgeCount == 2)
    #expect(network.components.count == 2)
  }

  @Test func linesOfWhichNothingSaysWhatTheyAreAreReported() throws {
    let (_, reports) = try read([features([(east, #""nom":"Rue""#)])])
    #expect(reports[0].findings.map(\.kind) == [.plainLines(1)])
  }

  @Test func aConfigurationNamesTheColumnsOfTheRules() throws {
    let (network, reports) = try read(
      [
        features([
          (east, #""GENRE":"residential","PIETON":"no""#), (north, #""GENRE":"residential""#),
        ])
      ], mapping: ColumnMapping(["highway": "GENRE", "foot": "PIETON"]))
    #expect(network.edgeCount == 1)
    #expect(reports[0].rejected.map(\.code) == [.noPedestrianAccess])
  }

  @Test func anObjectOfTwoFilesCountsOnceAsItsNewestVersion() throws {
    func road(_ length: Int, _ changed: String) -> (String, String) {
      (
        "[[0,0],[\(length),0]]",
        #""cleabs":"T1","nature":"Rue","etat_de_l_objet":"En service","date_modification":"\#(changed)""#
      )
    }
    let (network, reports) = try read([
      features([road(120, "2024-05-01")]), features([road(100, "2023-01-01")]),
    ])
    #expect(network.totalLength == Length(metres: 120))
    #expect(reports[0].rejected.isEmpty)
    #expect(reports[1].rejected.map(\.code) == [.knownTwice])
    #expect(reports[1].findings.map(\.kind) == [.knownTwice(1, by: .otherFile)])
  }

  @Test func bothDirectionsOfAnEdgeCountOnce() throws {
    let (network, reports) = try read([
      features([
        (east, #""u":1,"v":2,"key":0,"osmid":7,"highway":"residential""#),
        ("[[100,0],[0,0]]", #""u":2,"v":1,"key":0,"osmid":7,"highway":"residential""#),
        // The same way's next piece, and another way between the same nodes.
        (north, #""u":2,"v":3,"key":0,"osmid":7,"highway":"residential""#),
        ("[[0,0],[50,30],[100,0]]", #""u":1,"v":2,"key":1,"osmid":8,"highway":"residential""#),
      ])
    ])
    #expect(network.edgeCount == 3)
    #expect(reports[0].rejected.map(\.code) == [.knownTwice])
    #expect(reports[0].findings.map(\.kind) == [.knownTwice(1, by: .sameFile)])
  }

  @Test func piecesOfOneWayAllCountAndPagesOfTheSameRowsOnce() throws {
    let page = features([
      (east, #""id":"a","highway":"residential""#), (north, #""id":"a","highway":"residential""#),
    ])
    let (network, reports) = try read([page, page])
    #expect(network.edgeCount == 2)
    #expect(reports.map { $0.rejected.count } == [0, 2])
  }

  /// Three lines that meet within a millimetre, whichever way round and wherever they come from.
  @Test(arguments: [0.0004, -0.0009])
  func endsWithinAMillimetreJoinAcrossFiles(_ off: Double) throws {
    let one = features([(east, #""nom":"A""#)])
    let other = features([
      ("[[\(100 + off),\(off / 3)],[100,50]]", #""nom":"B""#),
      ("[[0,0.0011],[0,50]]", #""nom":"C""#),
    ])
    let (joined, _) = try read([one, other])
    #expect(joined.components.count == 2)
    let (turned, _) = try read([other, one])
    #expect(turned.components.count == 2)
  }

  @Test func aNetworkOfNodesAndALayerJoinAtTheirEnds() throws {
    let folder = try TemporaryFolder()
    let table = try folder.write(
      Array("id;u;v;length;wkt\nr1;n1;n2;100;LINESTRING (0 0, 100 0)\n".utf8), "streets.csv")
    let layer = try folder.write(
      Array(features([("[[100.0003,0],[100,50]]", #""nom":"B""#)]).utf8), "streets.geojson")
    let read = try StreetsImporter.read(
      files: [table, layer], in: Around.plane, shopsBy: { _ in nil })
    #expect(NetworkBuilder.network(of: read.sections).components.count == 1)
  }

  @Test func soundPartsOfALineAreTaken() throws {
    let (network, reports) = try read([
      features([
        ("[[[0,0],[100,0]],[[5,5]]]", #""nom":"A""#), ("[[[1,1]],[]]", #""nom":"B""#),
      ])
    ])
    #expect(network.totalLength == Length(metres: 100))
    #expect(reports[0].rejected.map(\.code) == [.invalidGeometry])
    #expect(reports[0].findings.map(\.kind).contains(.partsLeftOut(lines: 1)))
  }

  @Test func hstoreIsReadAsItIsQuoted() {
    #expect(
      TagText.tags(#""a"=>"1, \"2\"", b => x,"c"=>NULL,"d"=>"NULL""#) == [
        "a": "1, \"2\"", "b": "x", "d": "NULL",
      ])
    #expect(
      TagText.tags(#"{"layer":-1,"highway":["a","b"]}"#) == ["layer": "-1", "highway": "a;b"])
    #expect(TagText.tags("residential").isEmpty)
  }
}
