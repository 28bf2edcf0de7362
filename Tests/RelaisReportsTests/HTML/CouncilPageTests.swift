import Foundation
import RelaisGeo
import RelaisWording
import Testing

@testable import RelaisReports

@Suite struct CouncilPageTests {
  @Test(arguments: Language.all) func sameMaterialGivesTheSameBytes(language: Language) throws {
    #expect(try SampleTown.page(language) == SampleTown.page(language))
    #expect(try SampleTown.page(language).contains("<html lang=\"\(language.code)\">"))
  }

  @Test func namesFromFilesNeverBecomeMarkup() throws {
    let page = try SampleTown.page()
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("<img"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"))
    #expect(page.contains("\\u003cscript\\u003e"))
    // Every script element is one of the page's own: the data, the map's and the page's.
    #expect(page.components(separatedBy: "<script").count == 6)
    #expect(page.components(separatedBy: "</script").count == 6)
  }

  @Test func nothingIsLoadedFromAnywhere() throws {
    let page = try SampleTown.page()
    #expect(!page.contains("http:") && !page.contains("https:"))
    #expect(!page.contains("@import") && !page.contains("url(") && !page.contains("src=\""))
    #expect(page.contains("default-src &#39;none&#39;"))
  }

  @Test func thePolicyNamesTheHashOfTheScript() {
    // The hash of "abc", FIPS 180-4, in base64.
    #expect(
      ContentPolicy.base64(
        ofHexadecimal: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
  }

  @Test func identifiersAreUniqueAndReferencesResolve() throws {
    let page = try SampleTown.page()
    let ids = values(of: " id", in: page)
    #expect(Set(ids).count == ids.count)
    for reference in values(of: "aria-labelledby", in: page)
      + values(of: "aria-describedby", in: page)
    {
      #expect(ids.contains(reference))
    }
    for link in values(of: "href", in: page) where link.hasPrefix("#") {
      #expect(ids.contains(String(link.dropFirst())))
    }
  }

  @Test func headingsAreNestedWithoutJumps() throws {
    let page = try SampleTown.page()
    var last = 0
    for part in page.components(separatedBy: "<h").dropFirst() {
      guard let level = part.first?.wholeNumberValue else { continue }
      #expect(level <= last + 1)
      last = level
    }
    #expect(page.components(separatedBy: "<h1").count == 2)
  }

  @Test func theMapsDataIsJSONInStepWithItsLines() throws {
    let page = try SampleTown.page()
    let start = try #require(page.range(of: "id=\"map-data\">"))
    let end = try #require(page[start.upperBound...].range(of: "</script>"))
    let data = Data(page[start.upperBound..<end.lowerBound].utf8)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect((json["names"] as? [String])?.contains(SampleTown.hostileStreet) == true)
    #expect((json["views"] as? [[String: Any]])?.count == 2)
    let strands = try #require(json["strands"] as? [[String: Any]])
    #expect(strands.allSatisfy { ($0["in"] as? [Int])?.count == 2 })
    // Each line begins with the count of its points, so that as many letters as rows stand for lines at least.
    for strand in strands {
      let lines = try #require(strand["lines"] as? String)
      let rows = try #require(strand["rows"] as? [Int])
      #expect(!rows.isEmpty && rows.count.isMultiple(of: 4))
      #expect(lines.utf8.count > rows.count / 4 * 5)
    }
    #expect(page.components(separatedBy: "data-strand d=\"m").count == strands.count + 1)
    #expect((json["frame"] as? [Int])?.allSatisfy { $0 > 10_000 } == true)
  }

  @Test func everyMapHasItsTableTwin() throws {
    let document = ReportFormat.council.compose(try SampleTown.material(), Wording(.french))
    let maps = document.sections.flatMap(\.blocks).compactMap { block in
      if case .map(let map) = block { map } else { nil }
    }
    #expect(maps.count == 1)
    let map = try #require(maps.first)
    #expect(map.switches.map(\.options.count) == [2, 1])
    for (index, view) in map.views.enumerated() {
      // A line of the view's own gaps is uncovered in it, and in no other way told.
      let drawn = map.strands.filter { $0.styles[index] == .uncovered }.flatMap(\.lines)
        .flatMap(\.targets)
      let rows = Set(view.twin.rows.compactMap(\.target))
      #expect(rows.isSubset(of: drawn) && !rows.isEmpty)
      let own = "gap-" + view.id.dropFirst("view-".count) + "-"
      #expect(Set(drawn.filter { $0.hasPrefix(own) }) == rows)
    }
  }

  @Test func aTownWithoutRelaysStillHasAReport() throws {
    let page = try SampleTown.page(relays: false)
    #expect(page.contains("n’a encore aucun relais"))
  }

  @Test func aTableThatIsCutSaysWhatItLeavesOut() throws {
    let material = try SampleTown.material()
    let budget = material.result.parameters.mainBudget
    let gaps = material.result.gaps.filter { $0.budget == budget }
    let table = GapsTable(
      gaps: gaps, budget: budget, result: material.result, wording: Wording(.french))
    #expect(table.table(limit: 1).rows.count == 1)
    #expect(table.table(limit: 1).remainder.contains("gaps.csv"))
    #expect(table.table().remainder.isEmpty)
  }

  private func values(of attribute: String, in page: String) -> [String] {
    page.components(separatedBy: attribute + "=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }
}
