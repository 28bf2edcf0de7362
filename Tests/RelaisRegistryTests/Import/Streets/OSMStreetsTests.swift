import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// OpenStreetMap files of a few nodes, read by the importer a run uses.
@Suite struct OSMStreetsTests {
  private func read(_ osm: OSMText) throws -> Imported<StreetSections> {
    let folder = try TemporaryFolder()
    let file = try folder.write(osm.text.utf8, "town.osm")
    let imported = try StreetsImporter.read(file, in: Around.earth)
    #expect(imported.report.rows == imported.report.taken + imported.report.rejected.count)
    return imported
  }

  @Test func aWayIsCutWhereAnotherUsesItsNode() throws {
    var osm = OSMText()
    for id in 1...5 { osm.node(Int64(id), Double(id) * 100) }
    osm.node(9, 300, 100)
    osm.way(10, [1, 2, 3, 4, 5])
    osm.way(11, [3, 9])
    let network = try read(osm).network
    #expect(network.identifiers == ["way/10/0", "way/10/1", "way/11/0"])
    #expect(network.nodeCount == 4)
    #expect(network.components.count == 1)
    #expect(abs(network.length(of: EdgeID(0)).metres - 200) < 1)
  }

  @Test func aBridgeWithoutASharedNodeDoesNotJoin() throws {
    var osm = OSMText()
    osm.node(1, -50)
    osm.node(2, 50)
    osm.node(3, 0, -50)
    osm.node(4, 0, 50)
    osm.way(10, [1, 2])
    osm.way(11, [3, 4])
    let network = try read(osm).network
    #expect(network.components.count == 2)
  }

  @Test func aWayThatIsNotWalkableDoesNotCutAnother() throws {
    var osm = OSMText()
    for id in 1...3 { osm.node(Int64(id), Double(id) * 100) }
    osm.node(4, 200, 100)
    osm.way(10, [1, 2, 3])
    osm.way(11, [2, 4], ["highway": "motorway"])
    osm.way(12, [2, 4], ["building": "yes"])
    let imported = try read(osm)
    #expect(imported.network.identifiers == ["way/10/0"])
    #expect(imported.report.rows == 2)
    #expect(imported.reasons == [.notWalkable])
    #expect(imported.report.rejected[0].place == .way(11))
    #expect(imported.report.defectCount == 0)
  }

  @Test func aWayIsCutAtANodeTheExtractLacksAndItsNumbersGoOn() throws {
    var osm = OSMText()
    for id in [1, 2, 4, 5] { osm.node(Int64(id), Double(id) * 100) }
    osm.way(10, [1, 2, 3, 4, 5])
    let imported = try read(osm)
    #expect(imported.network.identifiers == ["way/10/0", "way/10/1"])
    #expect(imported.network.components.count == 2)
    #expect(imported.report.findings.map(\.code) == [.waysCut])
    #expect(imported.report.findings[0].kind == .waysCut(ways: 1, missingNodes: 1))
    #expect(imported.report.taken == 1)
  }

  @Test func aPieceOfOneNodeIsNoEdgeYetCutsTheOthersThere() throws {
    var osm = OSMText()
    for id in [1, 3, 4] { osm.node(Int64(id), Double(id) * 100) }
    osm.node(7, 100, 100)
    osm.node(8, 100, -100)
    osm.way(10, [1, 2, 3, 4])
    osm.way(11, [7, 1, 8])
    let network = try read(osm).network
    #expect(network.identifiers == ["way/10/0", "way/11/0", "way/11/1"])
  }

  @Test func aWayOfWhichTheExtractHasNoTwoNodesIsRejected() throws {
    var osm = OSMText()
    osm.node(1)
    osm.way(10, [1, 2])
    osm.way(11, [3, 4])
    let imported = try read(osm)
    #expect(imported.network.edgeCount == 0)
    #expect(imported.reasons == [.missingNodes, .missingNodes])
  }

  @Test func aWayWithoutLengthOfItsOwnIsRejectedAsSuch() throws {
    var osm = OSMText()
    osm.node(1)
    osm.way(10, [1])
    osm.way(11, [1, 1])
    osm.way(12, [])
    let imported = try read(osm)
    #expect(imported.network.edgeCount == 0)
    #expect(imported.report.rows == 3)
    #expect(imported.reasons == [.invalidGeometry, .invalidGeometry, .invalidGeometry])
    #expect(imported.report.findings == [])
  }

  @Test func aNodeRepeatedInARowCountsOnce() throws {
    var osm = OSMText()
    for id in 1...3 { osm.node(Int64(id), Double(id) * 100) }
    osm.way(10, [1, 1, 2, 2, 2, 3, 3])
    let network = try read(osm).network
    #expect(network.identifiers == ["way/10/0"])
    #expect(network.nodeCount == 2)
  }

  @Test func aLollipopIsAStickAndALoop() throws {
    var osm = OSMText()
    osm.node(1)
    osm.node(2, 100)
    osm.node(3, 200, 50)
    osm.node(4, 200, -50)
    osm.way(10, [1, 2, 3, 4, 2])
    let network = try read(osm).network
    #expect(network.identifiers == ["way/10/0", "way/10/1"])
    #expect(network.tail(of: EdgeID(1)) == network.head(of: EdgeID(1)))
    #expect(network.touch("way/10/0", "way/10/1"))
  }

  @Test func aFigureEightIsTwoLoops() throws {
    var osm = OSMText()
    osm.node(1)
    osm.node(2, 100, 50)
    osm.node(3, 100, -50)
    osm.node(4, -100, 50)
    osm.node(5, -100, -50)
    osm.way(10, [1, 2, 3, 1, 4, 5, 1])
    let network = try read(osm).network
    #expect(network.identifiers == ["way/10/0", "way/10/1"])
    #expect(network.nodeCount == 1)
    #expect((0..<2).allSatisfy { network.tails[$0] == network.heads[$0] })
  }

  @Test func aClosedWayByItselfIsOneLoopFromItsFirstNode() throws {
    var osm = OSMText()
    osm.node(1)
    osm.node(2, 100)
    osm.node(3, 100, 100)
    osm.way(10, [1, 2, 3, 1])
    let network = try read(osm).network
    #expect(network.identifiers == ["way/10/0"])
    #expect(network.nodeCount == 1)
    #expect(abs(network.totalLength.metres - 341.4) < 2)
  }

  @Test func aRoundaboutIsCutWhereStreetsLeaveIt() throws {
    var osm = OSMText()
    for (id, place) in [(1, (0.0, 0.0)), (2, (100, 0)), (3, (100, 100)), (4, (0, 100))] {
      osm.node(Int64(id), place.0, place.1)
    }
    osm.node(8, 200)
    osm.node(9, 0, 200)
    osm.way(10, [1, 2, 3, 4, 1])
    osm.way(11, [2, 8])
    osm.way(12, [4, 9])
    // The first node is an end of the ring too, so the ring has three nodes.
    let network = try read(osm).network
    #expect(
      network.identifiers == ["way/10/0", "way/10/1", "way/10/2", "way/11/0", "way/12/0"])
  }

  @Test func twoWaysWithTheSameEndsAreParallelEdges() throws {
    var osm = OSMText()
    osm.node(1)
    osm.node(2, 100)
    osm.node(3, 50, 50)
    osm.way(10, [1, 2])
    osm.way(11, [1, 3, 2])
    let network = try read(osm).network
    #expect(network.edgeCount == 2)
    #expect(network.nodeCount == 2)
    #expect(network.lengths[0] < network.lengths[1])
  }

  @Test func waysBeforeNodesAndBackwardNodesReadTheSame() throws {
    var osm = OSMText()
    for id in 1...5 { osm.node(Int64(id), Double(id) * 100, Double(id * id)) }
    osm.way(11, [3, 4, 5], ["highway": "footway"])
    osm.way(10, [1, 2, 3])
    let sorted = try read(osm).network
    osm.isUnsorted = true
    let unsorted = try read(osm).network
    #expect(sorted.identifiers == ["way/11/0", "way/10/0"])
    #expect(unsorted.identifiers == sorted.identifiers)
    #expect(unsorted.lengths == sorted.lengths)
    #expect(unsorted.tails == sorted.tails)
  }

  @Test func negativeAndHugeNumbersIdentify() throws {
    var osm = OSMText()
    let huge: Int64 = 1 << 41
    osm.node(-1)
    osm.node(-2, 100)
    osm.node(huge, 200)
    osm.node(huge + 1, 300)
    osm.node(0, 400)
    osm.way(-5, [-1, -2, huge])
    osm.way(huge + 7, [huge, huge + 1, 0])
    let network = try read(osm).network
    #expect(network.identifiers == ["way/-5/0", "way/\(huge + 7)/0"])
    #expect(network.components.count == 1)
  }

  @Test(arguments: ["lat=\"95\" lon=\"6\"", "lat=\"48\" lon=\"200\"", ""])
  func aNodeThatLiesNowhereIsMissing(attributes: String) throws {
    var osm = OSMText()
    osm.node(1)
    osm.rawNode(2, attributes)
    osm.node(3, 200)
    osm.node(4, 300)
    osm.way(10, [1, 2, 3, 4])
    let folder = try TemporaryFolder()
    let file = try folder.write(osm.text.utf8, "town.osm")
    do {
      let imported = try StreetsImporter.read(file, in: Around.earth)
      #expect(imported.network.identifiers == ["way/10/0"])
      #expect(imported.report.findings.map(\.code) == [.waysCut])
    } catch let error as FormatError {
      // A reader may refuse the file, naming it.
      guard case .damaged(file, _, let detail) = error else { throw error }
      #expect(!detail.isEmpty)
    }
  }

  @Test func demandAndNamesComeFromTheTags() throws {
    var osm = OSMText()
    for id in 1...4 { osm.node(Int64(id), Double(id) * 100) }
    osm.way(10, [1, 2], ["highway": "residential", "name": "Rue de l’Été"])
    osm.way(11, [2, 3], ["highway": "footway"])
    osm.way(12, [3, 4], ["highway": "footway", "name": "Sente"])
    let network = try read(osm).network
    #expect(network.names == ["Rue de l’Été", nil, "Sente"])
    #expect(network.isDemand == [true, false, true])
  }

  @Test func aFileWithoutWaysIsAnEmptyNetwork() throws {
    let imported = try read(OSMText())
    #expect(imported.network.edgeCount == 0)
    #expect(imported.report.rows == 0)
  }

  @Test func emptyTruncatedAndForeignFilesAreRefusedByName() throws {
    let folder = try TemporaryFolder()
    let empty = try folder.write([], "empty.osm")
    #expect(throws: FormatError.empty(file: empty)) {
      try StreetsImporter.read(empty, in: Around.earth)
    }
    var osm = OSMText()
    for id in 1...9 { osm.node(Int64(id), Double(id)) }
    osm.way(10, [1, 2])
    let cut = try folder.write(osm.text.utf8.dropLast(60), "cut.osm")
    #expect {
      try StreetsImporter.read(cut, in: Around.earth)
    } throws: { error in
      if case FormatError.damaged(cut, _, _) = error { true } else { false }
    }
    let html = try folder.write("<html><body>404</body></html>".utf8, "town.osm")
    #expect(throws: FormatError.unknownFormat(file: html, looksLike: "html")) {
      try StreetsImporter.read(html, in: Around.earth)
    }
    let missing = folder.path("nowhere.osm")
    #expect(throws: FormatError.notFound(file: missing)) {
      try StreetsImporter.read(missing, in: Around.earth)
    }
  }

  @Test(.needs(.gzip), .needs(.bzip2), arguments: [Program.gzip, .bzip2])
  func compressedFilesReadTheSame(program: Program) throws {
    var osm = OSMText()
    for id in 1...5 { osm.node(Int64(id), Double(id) * 100) }
    osm.way(10, [1, 2, 3])
    osm.way(11, [2, 4, 5])
    let folder = try TemporaryFolder()
    let plain = try folder.write(osm.text.utf8, "town.osm")
    let packed = try Programs.run(program.path, ["-c", plain], in: nil).bytes
    // The content decides, not the name.
    let file = try folder.write(packed, "town.data")
    let imported = try StreetsImporter.read(file, in: Around.earth)
    let expected = try StreetsImporter.read(plain, in: Around.earth).network
    #expect(imported.network.identifiers == expected.identifiers)
    #expect(imported.network.lengths == expected.lengths)
    #expect(imported.report.format.code == (program == .gzip ? "osm-gz" : "osm-bz2"))
    let cut = try folder.write(packed.dropLast(12), "cut.data")
    #expect(throws: FormatError.self) { try StreetsImporter.read(cut, in: Around.earth) }
  }

  @Test(.needs(.osmium)) func theBinaryFormReadsTheSame() throws {
    var osm = OSMText()
    for id in 1...5 { osm.node(Int64(id), Double(id) * 100) }
    osm.way(10, [1, 2, 3], ["highway": "residential", "name": "Rue Émile"])
    osm.way(11, [2, 4, 5])
    let folder = try TemporaryFolder()
    let plain = try folder.write(osm.text.utf8, "town.osm")
    let binary = folder.path("town.osm.pbf")
    try #require(try Programs.run(Program.osmium.path, ["cat", plain, "-o", binary]).status == 0)
    let imported = try StreetsImporter.read(binary, in: Around.earth)
    let expected = try StreetsImporter.read(plain, in: Around.earth)
    #expect(imported.report.format.code == "osm-pbf")
    #expect(imported.network.identifiers == expected.network.identifiers)
    #expect(imported.network.lengths == expected.network.lengths)
    #expect(imported.network.names == expected.network.names)
  }

  @Test func streetsOnEarthAreNotForALocalPlane() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(OSMText().text.utf8, "town.osm")
    #expect(throws: ProjectionError.noPlaceOnEarth) {
      try StreetsImporter.read(file, in: Around.plane)
    }
  }

  @Test func aStreetRoundTheWorldIsRefusedAndTheRestRead() throws {
    var osm = OSMText()
    osm.node(1)
    osm.node(2, 100)
    osm.rawNode(3, "lat=\"0\" lon=\"-170\"")
    osm.rawNode(4, "lat=\"-10\" lon=\"10\"")
    osm.way(10, [1, 2])
    osm.way(11, [1, 3, 4])
    let imported = try read(osm)
    #expect(imported.network.identifiers == ["way/10/0"])
    #expect(imported.reasons == [.outOfRange])
  }
}
