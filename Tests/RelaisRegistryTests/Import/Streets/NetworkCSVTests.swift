import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Networks as plain tables: `id,u,v,length,wkt[,weight][,name]`.
@Suite struct NetworkCSVTests {
  private func read(
    _ text: String, in surroundings: Surroundings = Around.plane,
    mapping: ColumnMapping = ColumnMapping()
  ) throws -> Imported<StreetSections> {
    let folder = try TemporaryFolder()
    let file = try folder.write(text.utf8, "streets.csv")
    let imported = try StreetsImporter.read(file, mapping: mapping, in: surroundings)
    #expect(imported.report.rows == imported.report.taken + imported.report.rejected.count)
    return imported
  }

  @Test func allColumnsAreRead() throws {
    let imported = try read(
      """
      id,u,v,length,wkt,weight,name
      a,1,2,100,"LINESTRING (0 0, 100 0)",2,Rue A
      b,2,3,51.5,"LINESTRING (100 0, 100 50)",,Rue B
      """)
    let network = imported.network
    #expect(imported.report.format.code == "csv-network")
    #expect(imported.report.taken == 2)
    #expect(network.identifiers == ["a", "b"])
    #expect(network.names == ["Rue A", "Rue B"])
    #expect(network.lengths == [100_000, 51_500])
    #expect([0, 1].map { network.weight(of: EdgeID($0)) } == [2, 1])
    #expect(network.isDemand == [true, true])
    #expect(network.touch("a", "b"))
  }

  @Test func edgesJoinByNodeNameAndNotByPlace() throws {
    let network = try read(
      """
      id,u,v,length,wkt
      a,1,2,100,"LINESTRING (0 0, 100 0)"
      b,3,4,100,"LINESTRING (100 0, 200 0)"
      c,1,5,100,"LINESTRING (0 0, 50 0, 100 0)"
      """
    ).network
    #expect(network.components.count == 2)
    #expect(network.touch("a", "c"))
    #expect(!network.touch("a", "b"))
    #expect(network.nodeCount == 5)
  }

  @Test func theLengthColumnCountsAndTheLineOnlyWhereItIsEmptyOrAbsent() throws {
    let network = try read(
      """
      id;u;v;length;wkt
      a;1;2;123,4567;LINESTRING (0 0, 100 0)
      b;2;3;;LINESTRING (100 0, 100 50, 130 90)
      """
    ).network
    #expect(network.lengths == [123_457, 100_000])
    let without = try read("id,u,v,wkt\na,1,2,\"LINESTRING (0 0, 30 40)\"\n").network
    #expect(without.lengths == [50_000])
  }

  @Test func badRowsAreRejectedWithLineAndReasonAndTheRestTaken() throws {
    let imported = try read(
      """
      id,u,v,length,wkt,weight
      a,1,2,100,"LINESTRING (0 0, 100 0)",1
      ,1,2,100,"LINESTRING (0 0, 100 0)",1
      c,,2,100,"LINESTRING (0 0, 100 0)",1
      d,1,,100,"LINESTRING (0 0, 100 0)",1
      e,1,2,100,,1
      f,1,2,100,"LINESTRING (0 0)",1
      g,1,2,100,"POINT (0 0)",1
      h,1,2,100,"LINESTRING (0 0, x 0)",1
      i,1,2,long,"LINESTRING (0 0, 100 0)",1
      j,1,2,nan,"LINESTRING (0 0, 100 0)",1
      k,1,2,-1,"LINESTRING (0 0, 100 0)",1
      l,1,2,1e7,"LINESTRING (0 0, 100 0)",1
      m,1,2,100,"LINESTRING (0 0, 100 0)",heavy
      n,1,2,100,"LINESTRING (0 0, 100 0)",-2
      a,5,6,100,"LINESTRING (0 0, 100 0)",1
      p,1,2,100,"LINESTRING (0 0, inf 0)",1
      q,7,8,100,"LINESTRING EMPTY",1
      z,1,2,100,"LINESTRING (0 0, 100 0)",0
      """)
    #expect(imported.network.identifiers == ["a", "z"])
    #expect(
      imported.reasons == [
        .missingValue, .missingValue, .missingValue, .noGeometry, .invalidGeometry,
        .invalidGeometry, .invalidGeometry, .notANumber, .notANumber, .outOfRange, .outOfRange,
        .notANumber, .outOfRange, .duplicateID, .invalidGeometry, .invalidGeometry,
      ])
    #expect(imported.rejectedLines == Array(3...18))
  }

  @Test func loopsZeroLengthEdgesAndPointsForLinesAreEdges() throws {
    let network = try read(
      """
      id,u,v,length,wkt
      loop,1,1,40,"LINESTRING (0 0, 10 0, 10 10, 0 0)"
      lift,1,2,0,"LINESTRING (0 0, 0 0)"
      knot,2,2,5,"LINESTRING (0 0, 0 0)"
      """
    ).network
    #expect(network.lengths == [40_000, 0, 5000])
    #expect(network.tails[0] == network.heads[0])
    #expect(network.tails[1] != network.heads[1])
    #expect(network.tails[2] == network.heads[2])
    #expect(network.components.count == 1)
  }

  @Test func aHeaderAloneIsAnEmptyNetwork() throws {
    let imported = try read("id,u,v,length,wkt\n")
    #expect(imported.network.edgeCount == 0)
    #expect(imported.report.rows == 0)
  }

  @Test func missingColumnsAreNamed() throws {
    #expect {
      try read("id,from_node,length\n1,2,3\n")
    } throws: { error in
      guard case FormatError.missing(_, let what, let found) = error else { return false }
      return what.contains("wkt") && found == ["id", "from_node", "length"]
    }
  }

  @Test func aDelimiterNobodyUsesIsRefusedByItsColumns() throws {
    #expect(throws: FormatError.self) {
      try read("id!u!v!length!wkt\na!1!2!100!LINESTRING (0 0, 100 0)\n")
    }
  }

  @Test func aConfigurationNamesColumnsOtherwise() throws {
    let network = try read(
      "tronçon,début,fin,géométrie,rue\na,1,2,\"LINESTRING (0 0, 30 40)\",Rue A\n",
      mapping: ColumnMapping([
        "id": "troncon", "u": "debut", "v": "fin", "wkt": "geometrie", "name": "rue",
      ])
    ).network
    #expect(network.identifiers == ["a"])
    #expect(network.names == ["Rue A"])
  }

  @Test func projectedCoordinatesNeedTheirSystem() throws {
    // Nancy, place Stanislas, in Lambert-93; 100 m of grid are 100.0 m of ground to 1e-3 there.
    let text = "id,u,v,wkt\na,1,2,\"LINESTRING (934500 6847900, 934600 6847900)\"\n"
    #expect {
      try read(text, in: Around.earth)
    } throws: { error in
      if case FormatError.unknownReferenceSystem(_, let example) = error {
        example.contains("934500")
      } else {
        false
      }
    }
    let network = try read(text, in: Surroundings(.epsg(2154))).network
    #expect(abs(network.totalLength.metres - 100) < 0.1)
    let centre = network.envelope.centre
    #expect(abs(centre.x - 6.18) < 0.02)
    #expect(abs(centre.y - 48.69) < 0.02)
  }

  @Test func degreesAreRecognisedWhateverSystemIsNamed() throws {
    let text = "id,u,v,wkt\na,1,2,\"LINESTRING (6.18 48.69, 6.19 48.69)\"\n"
    let network = try read(text, in: Surroundings(.epsg(2154))).network
    #expect(abs(network.totalLength.metres - 736.7) < 1)
  }

  @Test(arguments: [
    (2154, "6847900 934500, 6847900 934600"), (2975, "934500 6847900, 934600 6847900"),
    (27572, "934500 6847900, 934600 6847900"), (32632, "934500 6847900, 934600 6847900"),
  ])
  func exchangedAxesAndAnotherSystemAreTold(code: Int, line: String) throws {
    #expect {
      try read("id,u,v,wkt\na,1,2,\"LINESTRING (\(line))\"\n", in: Surroundings(.epsg(code)))
    } throws: { error in
      guard case FormatError.elsewhere(_, let system, let example) = error else { return false }
      return system == "EPSG:\(code)"
        && line.replacing(" ", with: ".0 ").hasPrefix(example.dropLast(2))
    }
  }

  @Test func oneStrayCoordinateIsNoReasonToDoubtTheSystem() throws {
    let imported = try read(
      """
      id,u,v,wkt
      a,1,2,"LINESTRING (934500 6847900, 934600 6847900)"
      b,2,3,"LINESTRING (934600 6847900, 934700 6847900)"
      stray,3,4,"LINESTRING (934700 6847900, 934700 3847900)"
      """, in: Surroundings(.epsg(2154)))
    #expect(imported.network.identifiers == ["a", "b"])
    #expect(imported.reasons == [.outOfRange])
  }

  @Test func aLengthFarBelowItsLineIsAFinding() throws {
    let imported = try read(
      """
      id,u,v,length,wkt
      a,1,2,0.1,"LINESTRING (0 0, 100 0)"
      b,1,2,99.5,"LINESTRING (0 0, 100 0)"
      """)
    #expect(imported.report.findings.map(\.code) == [.lengthBelowStraight])
    #expect(imported.report.findings[0].kind == .lengthBelowStraight(sections: 1))
  }

  @Test func aLineOfAMillionKilometresIsRejected() throws {
    let imported = try read(
      """
      id,u,v,wkt
      far,1,2,"LINESTRING (-1000000000 0, 1000000000 0)"
      near,1,2,"LINESTRING (0 0, 100 0)"
      """)
    #expect(imported.network.identifiers == ["near"])
    #expect(imported.reasons == [.outOfRange])
  }
}
