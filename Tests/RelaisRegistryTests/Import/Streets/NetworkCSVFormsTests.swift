import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// The ways programs write the lines of a table of edges, and nodes that lie elsewhere.
@Suite struct NetworkCSVFormsTests {
  private func read(
    _ rows: [String], in surroundings: Surroundings = Around.plane
  ) throws -> Imported<StreetSections> {
    let folder = try TemporaryFolder()
    let text = (["id,u,v,wkt"] + rows).joined(separator: "\n")
    let file = try folder.write(text.utf8, "streets.csv")
    let imported = try StreetsImporter.read(file, in: surroundings)
    #expect(imported.report.rows == imported.report.taken + imported.report.rejected.count)
    return imported
  }

  @Test func linesOfOnePartHeightsOfNoneAndBinaryAreTaken() throws {
    // (0 0, 3 4): little endian, then the same with SRID 2154, then big endian.
    let imported = try read([
      "a,1,2,\"MULTILINESTRING ((0 0, 3 4))\"", "b,1,3,\"LINESTRING Z (0 0 nan, 0 7 nan)\"",
      "c,1,2,01020000000200000000000000000000000000000000000000"
        + "00000000000008400000000000001040",
      "d,1,2,00000000020000000200000000000000000000000000000000"
        + "40080000000000004010000000000000",
      "e,1,4,\"MULTILINESTRING ((0 0, 5 0), (5 0, 5 6))\"",
      "f,1,5,\"MULTILINESTRING ((0 0, 5 0), (6 0, 5 6))\"",
    ])
    #expect(imported.network.lengths == [5000, 7000, 5000, 5000, 11_000])
    #expect(imported.reasons == [.wrongGeometry])
    #expect(imported.report.rejected[0].found == "MULTILINESTRING (2)")
  }

  @Test func aLinesOwnSystemIsObeyedRowByRow() throws {
    // One street in Lambert-93 and one in degrees, joined at the first one's east end.
    let imported = try read(
      [
        "a,1,2,\"SRID=2154;LINESTRING (934011.227 6848029.284, 934211.345 6848038.0)\"",
        "b,2,3,\"SRID=4326;LINESTRING (6.1827209 48.69, 6.1854418 48.69)\"",
        "c,3,4,\"SRID=999999;LINESTRING (6.1854418 48.69, 6.19 48.69)\"",
      ], in: Around.earth)
    #expect(imported.network.identifiers == ["a", "b"])
    #expect(imported.network.touch("a", "b"))
    #expect(abs(Int(imported.network.lengths[0]) - Int(imported.network.lengths[1])) < 100)
    #expect(imported.reasons == [.unknownSystem])
    #expect(imported.report.rejected[0].found == "SRID=999999")
    #expect(imported.report.understood.system == ReadSystem(name: "EPSG:2154", origin: .declared))
  }

  @Test func aLineDrawnFromHeadToTailIsTurned() throws {
    // A chain whose middle is drawn the other way.
    let imported = try read([
      "a,1,2,\"LINESTRING (0 0, 10 0)\"", "b,2,3,\"LINESTRING (20 0, 10 0)\"",
      "c,3,4,\"LINESTRING (20 0, 30 0)\"",
    ])
    let network = imported.network
    #expect(imported.report.rejected.isEmpty)
    #expect(network.components.count == 1)
    #expect(network.touch("a", "b") && network.touch("b", "c"))
    #expect(imported.value.positions.map(\.x) == [0, 10, 10, 20, 20, 30])
  }

  @Test func aNodeInTwoPlacesIsRejectedWithItsName() throws {
    let imported = try read([
      "a,1,2,\"LINESTRING (0 0, 10 0)\"", "b,2,3,\"LINESTRING (5000 0, 5010 0)\"",
      "c,2,4,\"LINESTRING (10.9 0, 10 9)\"",
    ])
    // A metre is the tolerance: 0.9 m off is the same node.
    #expect(imported.network.identifiers == ["a", "c"])
    #expect(imported.reasons == [.nodeInTwoPlaces])
    #expect(imported.report.rejected[0].found == "2")
    #expect(imported.rejectedLines == [3])
  }

  @Test func aLineAwayFromBothItsNodesIsRejected() throws {
    let imported = try read([
      "a,1,2,\"LINESTRING (0 0, 10 0)\"", "b,1,3,\"LINESTRING (0 0, 0 10)\"",
      "c,2,3,\"LINESTRING (10 0, 0 10)\"", "d,1,2,\"LINESTRING (500 0, 510 0)\"",
    ])
    #expect(imported.network.identifiers == ["a", "b", "c"])
    #expect(imported.reasons == [.endsElsewhere])
    #expect(imported.report.rejected[0].found == "1 – 2")
  }

  @Test func turningEveryLineChangesNothing() throws {
    var generator = SeededRandom(seed: 16)
    let plain = (0..<30).flatMap { row -> [(String, Position, Position)] in
      (0..<30).map { column in
        let place = Position(x: Double(column) * 50, y: Double(row) * 50)
        return row.isMultiple(of: 2)
          ? ("\(row)/\(column),\(row)/\(column + 1)", place, Position(x: place.x + 50, y: place.y))
          : ("\(row)/\(column),\(row + 1)/\(column)", place, Position(x: place.x, y: place.y + 50))
      }
    }
    func rows(turning share: Int) -> [String] {
      plain.enumerated().map { index, edge in
        let isTurned = generator.next() % 100 < UInt64(share)
        let (a, b) = isTurned ? (edge.2, edge.1) : (edge.1, edge.2)
        return "\(index),\(edge.0),\"LINESTRING (\(a.x) \(a.y), \(b.x) \(b.y))\""
      }
    }
    let straight = try read(rows(turning: 0))
    let turned = try read(rows(turning: 20))
    #expect(turned.report.rejected.isEmpty)
    #expect(turned.network.totalLength == straight.network.totalLength)
    #expect(turned.network.components.count == straight.network.components.count)
  }
}
