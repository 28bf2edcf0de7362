import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// OpenStreetMap objects that stand twice, in several versions, or that are no more.
@Suite struct OSMPresentStateTests {
  private static let nodes = """
    <node id="1" version="1" lat="48" lon="6"/>
    <node id="2" version="1" lat="48" lon="6.001"/>
    <node id="3" version="1" lat="48" lon="6.002"/>
    """

  private func way(
    _ id: Int, _ nodes: [Int], version: Int? = 1, name: String = "A", _ more: String = ""
  ) -> String {
    let number = version.map { " version=\"\($0)\"" } ?? ""
    return "<way id=\"\(id)\"\(number)\(more)>"
      + nodes.map { "<nd ref=\"\($0)\"/>" }.joined()
      + "<tag k=\"highway\" v=\"residential\"/><tag k=\"name\" v=\"\(name)\"/></way>"
  }

  private func read(
    _ bodies: [String]
  ) throws -> (network: StreetNetwork, reports: [ImportReport]) {
    let folder = try TemporaryFolder()
    let files = try bodies.enumerated().map { number, body in
      let text = "<osm version=\"0.6\">" + body + "</osm>"
      return OSMReader.File(try folder.write(text.utf8, "\(number).osm"), .xml)
    }
    let read = try OSMStreets.read(files: files)
    for report in read.reports {
      #expect(report.rows == report.taken + report.rejected.count)
    }
    return (NetworkBuilder.network(of: read.streets), read.reports)
  }

  @Test func aPastedAnswerCountsOnce() throws {
    let once = Self.nodes + way(10, [1, 2]) + way(11, [2, 3])
    let (network, reports) = try read([once + once])
    #expect(network.identifiers == ["way/10/0", "way/11/0"])
    #expect(reports[0].rows == 4)
    #expect(reports[0].rejected.map(\.code) == [.knownTwice, .knownTwice])
    #expect(reports[0].findings.map(\.kind) == [.knownTwice(2, by: .sameFile)])
  }

  @Test func aHistoryGivesItsPresentState() throws {
    let (network, reports) = try read([
      Self.nodes + way(10, [1, 2]) + way(10, [1, 2, 3], version: 2) + way(11, [2, 3])
        + "<way id=\"11\" version=\"2\" visible=\"false\"/>"
    ])
    #expect(network.identifiers == ["way/10/0"])
    #expect(reports[0].rejected.map(\.code) == [.knownTwice, .deleted])
    #expect(reports[0].findings.map(\.kind) == [.knownTwice(1, by: .laterVersion)])
  }

  @Test func whatAnEditorDeletedIsLeftOut() throws {
    let (network, reports) = try read([
      Self.nodes + way(-4, [1, 2], version: nil, " action=\"modify\"")
        + way(11, [2, 3], version: 1, " action=\"delete\"")
    ])
    #expect(network.identifiers == ["way/-4/0"])
    #expect(reports[0].rejected.map(\.code) == [.deleted])
  }

  @Test func extractsSideBySideAreOneNetwork() throws {
    let west = Self.nodes + way(10, [1, 2])
    let east = Self.nodes + way(10, [1, 2]) + way(11, [2, 3])
    let (network, reports) = try read([west, east])
    #expect(network.identifiers == ["way/10/0", "way/11/0"])
    #expect(network.components.count == 1)
    // Equal versions: the file named last counts.
    #expect(reports.map(\.taken) == [0, 2])
    #expect(reports[0].findings.map(\.kind) == [.knownTwice(1, by: .otherFile)])
    #expect(reports[1].findings.isEmpty)
  }

  @Test(arguments: [true, false])
  func theNewestVersionCountsInAnyOrder(isNewLast: Bool) throws {
    let old = Self.nodes + way(10, [1, 2])
    let new = Self.nodes + way(10, [1, 2, 3], version: 2)
    let (network, reports) = try read(isNewLast ? [old, new] : [new, old])
    #expect(abs(network.length(of: EdgeID(0)).metres - 149) < 1)
    #expect(reports.map(\.taken) == (isNewLast ? [0, 1] : [1, 0]))
  }

  @Test func aBlankNameIsNone() throws {
    let (network, _) = try read([
      Self.nodes + way(10, [1, 2], name: " \u{A0}")
        + way(11, [2, 3], name: "B")
    ])
    #expect(network.name(of: EdgeID(0)) == nil)
    #expect(network.name(of: EdgeID(1)) == "B")
  }
}
