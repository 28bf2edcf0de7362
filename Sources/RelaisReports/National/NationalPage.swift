import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// `national.html`: many communes on one page, as a map, as a ranking, and by how many there are of each share.
///
/// One file that asks the network for nothing; without scripts the map and the tables stay.
package struct NationalPage {
  private let material: NationalMaterial
  private let wording: Wording
  private let drawing: AreaDrawing

  package init(_ material: NationalMaterial, _ wording: Wording) {
    self.material = material
    self.wording = wording
    drawing = AreaDrawing(material.areas)
  }

  package func bytes() -> [UInt8] {
    var page = HTMLBuffer()
    head(to: &page)
    page.markup("<body>\n<a class=\"skip\" href=\"#content\">")
    page.text(wording.skipToContent)
    page.markup("</a>\n<div class=\"page\">\n<header>\n<h1>")
    page.text(wording.nationalTitle)
    page.markup(" <span class=\"place\">")
    page.text(wording.communesCount(material.communes.count))
    page.markup("</span></h1>\n")
    page.element(
      "p", class: "answer",
      wording.nationalAnswer(
        done: material.count(.done), share: material.share(material.main),
        at: material.budgets.main))
    page.markup("</header>\n<main id=\"content\" tabindex=\"-1\">\n")
    missing(to: &page)
    search(to: &page)
    map(to: &page)
    section("distribution", wording.distributionHeading, distribution, to: &page)
    section("communes", wording.rankingHeading, ranking, to: &page)
    page.markup("</main>\n<footer>\n")
    if !material.credits.isEmpty {
      page.element(
        "p", wording.creditsTitle + wording.colon + material.credits.joined(separator: " · "))
    }
    page.element("p", wording.generatedBy(material.generator, date: nil))
    page.markup("</footer>\n</div>\n<script type=\"application/json\" id=\"data\">")
    page.verbatim(words())
    page.markup("</script>\n<script>")
    page.file(.nationalScript)
    page.markup("</script>\n</body>\n</html>\n")
    return page.bytes
  }

  private func head(to page: inout HTMLBuffer) {
    page.markup("<!DOCTYPE html>\n<html")
    page.attribute("lang", wording.language.code)
    page.markup(">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"")
    page.attribute("content", ContentPolicy.allowing(scripts: [.nationalScript]))
    page.markup(">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
    page.markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
    page.markup("<link rel=\"icon\" href=\"data:,\">\n")
    page.element(
      "title", wording.nationalTitle + " – " + wording.communesCount(material.communes.count))
    page.markup("<style>")
    page.file(.pageStyle)
    page.file(.paperStyle)
    page.file(.nationalStyle)
    page.markup("</style>\n</head>\n")
  }

  /// What a page's script says, safe within an element of the page.
  private func words() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("found", wording.communesFound)
      json.member("none", wording.communeNotFound)
    }
    // A text cannot end the element it stands in.
    return json.finish().flatMap { byte in
      byte == UInt8(ascii: "<") ? Array("\\u003c".utf8) : [byte]
    }
  }

  private func section(
    _ id: StaticString, _ heading: String, _ table: Table, to page: inout HTMLBuffer
  ) {
    page.markup("<section id=\"")
    page.markup(id)
    page.markup("\" aria-labelledby=\"")
    page.markup(id)
    page.markup("-heading\">\n<h2 id=\"")
    page.markup(id)
    page.markup("-heading\">")
    page.text(heading)
    page.markup("</h2>\n")
    HTMLTableWriter(table: table, wording: wording, map: nil).write(to: &page)
    page.markup("</section>\n")
  }

  /// Communes without figures, and why.
  private func missing(to page: inout HTMLBuffer) {
    let without = material.communes.filter { $0.state != .done }
    guard !without.isEmpty else { return }
    page.markup("<section id=\"without\" aria-labelledby=\"without-heading\">\n")
    page.markup("<h2 id=\"without-heading\">")
    page.text(wording.withoutFiguresHeading)
    page.markup("</h2>\n")
    page.element(
      "p",
      wording.withoutFigures(failed: material.count(.failed), missing: material.count(.missing)))
    let table = Table(
      id: "without-table", caption: wording.withoutFiguresHeading,
      columns: [
        .init(wording.communeColumn, namesRow: true), .init(wording.codeColumn),
        .init(wording.stateHeader), .init(wording.problemHeader),
      ],
      rows: without.map {
        Table.Row([
          .text($0.name), .text($0.insee), .text(wording.name($0.state)),
          .text($0.problem),
        ])
      })
    HTMLTableWriter(table: table, wording: wording, map: nil).write(to: &page)
    page.markup("</section>\n")
  }

  private func search(to page: inout HTMLBuffer) {
    page.markup("<section id=\"find\" aria-labelledby=\"find-heading\" hidden>\n")
    page.markup("<h2 id=\"find-heading\">")
    page.text(wording.findCommuneHeading)
    page.markup("</h2>\n<div class=\"ask\"><label for=\"commune\">")
    page.text(wording.findCommuneLabel)
    page.markup("</label>\n<input id=\"commune\" type=\"search\" autocomplete=\"off\"")
    page.markup(" spellcheck=\"false\"></div>\n<p id=\"said\" role=\"status\"></p>\n</section>\n")
  }

  private func map(to page: inout HTMLBuffer) {
    page.markup("<section id=\"map\" aria-labelledby=\"map-heading\">\n<h2 id=\"map-heading\">")
    page.text(wording.nationalMapHeading(material.budgets.main))
    page.markup("</h2>\n<div class=\"land\">\n<svg role=\"img\"")
    page.attribute("aria-label", wording.nationalMapLabel(material.communes.count))
    page.attribute("viewBox", "0 0 \(drawing.width) \(drawing.height)")
    page.markup(">\n<defs><pattern id=\"none\" width=\"12\" height=\"12\"")
    page.markup(" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
    page.markup("<path d=\"M0 0V12\"/></pattern></defs>\n")
    for (index, commune) in material.communes.enumerated() {
      page.markup("<path vector-effect=\"non-scaling-stroke\"")
      page.attribute("class", className(commune))
      page.attribute("data-code", commune.insee)
      page.markup(" d=\"")
      page.verbatim(drawing.path(of: index))
      page.markup("\"/>\n")
    }
    page.markup("</svg>\n</div>\n<ul class=\"classes\">")
    for one in ShareClass.allCases {
      page.markup("<li><i class=\"")
      page.text("share\(one.rawValue)")
      page.markup("\" aria-hidden=\"true\"></i>")
      page.text(wording.shareClass(from: one.from, to: one.to))
      page.markup("</li>")
    }
    page.markup("<li><i class=\"none\" aria-hidden=\"true\"></i>")
    page.text(wording.noFigures)
    page.markup("</li></ul>\n")
    page.element("p", class: "hint", wording.nationalMapTwin)
    page.markup("</section>\n")
  }

  private func className(_ commune: CommuneFigures) -> String {
    commune.share(material.main).map { "share\(ShareClass($0).rawValue)" } ?? "none"
  }

  /// How many communes there are of each share.
  private var distribution: Table {
    let shares = material.communes.compactMap { $0.share(material.main) }
    return Table(
      id: "distribution-table", caption: wording.distributionCaption(material.budgets.main),
      columns: [
        .init(wording.shareColumn, namesRow: true),
        .init(wording.communesHeader, kind: .number),
        .init(wording.ofAllCommunes, unit: "%", kind: .number, showsBar: true),
      ],
      rows: ShareClass.allCases.reversed().map { one in
        let count = shares.count { ShareClass($0) == one }
        return Table.Row([
          .text(wording.shareClass(from: one.from, to: one.to)), wording.integerCell(count),
          wording.shareCell(
            shares.isEmpty ? nil : Double(count) / Double(shares.count)),
        ])
      })
  }

  /// Communes by what is covered, the best covered first; those without streets or figures last.
  private var ranking: Table {
    let main = material.main
    let order = material.communes.indices.sorted { one, other in
      let (a, b) = (material.communes[one].share(main), material.communes[other].share(main))
      return (-(a ?? -1), one) < (-(b ?? -1), other)
    }
    let others = material.budgets.indices.filter { $0 != main }
    return Table(
      id: "ranking", caption: wording.rankingCaption(material.budgets.main),
      columns: [
        .init(wording.rankColumn, kind: .number), .init(wording.communeColumn, namesRow: true),
        .init(wording.codeColumn), .init(wording.relaysHeader, kind: .number),
        .init(wording.streetsHeader, unit: "km", kind: .number),
        .init(wording.shareAt(material.budgets.main), unit: "%", kind: .number, showsBar: true),
      ] + others.map { .init(wording.shareAt(material.budgets[$0]), unit: "%", kind: .number) },
      rows: order.enumerated().map { rank, index in
        let commune = material.communes[index]
        guard commune.state == .done else {
          return Table.Row(
            [
              .text("—"), .text(commune.name), .text(commune.insee), .text("—"), .text("—"),
              .text("—"),
            ] + others.map { _ in .text("—") })
        }
        return Table.Row(
          [
            commune.share(main) == nil ? .text("—") : wording.integerCell(rank + 1),
            .text(commune.name), .text(commune.insee), wording.integerCell(commune.relays),
            wording.kilometresCell(commune.streets), wording.shareCell(commune.share(main)),
          ] + others.map { wording.shareCell(commune.share($0)) })
      })
  }
}
