import RelaisGeo
import RelaisWording

/// Writes a document as one self-contained page: no request leaves it, and the same document gives
/// the same bytes.
package struct HTMLWriter: Sendable {
  /// A writer has no state.
  package init() {}

  /// One HTML file with its styles and scripts in it, which asks the network for nothing.
  package func write(_ document: ReportDocument) -> [UInt8] {
    let layout = Layout(document)
    let wording = layout.wording
    var page = HTMLBuffer()
    head(document, to: &page)
    page.markup("<body>\n<a class=\"skip\" href=\"#content\">")
    page.text(wording.skipToContent)
    page.markup("</a>\n<div class=\"page\">\n<header>\n<h1>")
    page.text(document.title)
    page.markup(" <span class=\"place\">")
    page.text(document.subtitle)
    page.markup("</span></h1>\n")
    page.element("p", class: "answer", document.answer)
    page.markup("</header>\n<main id=\"content\" tabindex=\"-1\">\n")
    contents(document, wording, to: &page)
    for section in document.sections { write(section, layout, to: &page) }
    page.markup("</main>\n<footer>\n")
    if !document.credits.isEmpty {
      page.markup("<p>")
      page.text(wording.creditsTitle + wording.colon + document.credits.joined(separator: " · "))
      page.markup("</p>\n")
    }
    page.element("p", document.generator)
    page.markup("</footer>\n</div>\n")
    if document.hasDoors {
      page.markup("<script type=\"application/json\" id=\"street-data\">")
      page.verbatim(StreetData.json(territory: document.territory, wording))
      page.markup("</script>\n")
    }
    for script in document.scripts {
      page.markup("<script>")
      page.file(script)
      page.markup("</script>\n")
    }
    page.markup("</body>\n</html>\n")
    return page.bytes
  }

  /// Links to the sections, on a page that has many.
  private func contents(
    _ document: ReportDocument, _ wording: Wording, to page: inout HTMLBuffer
  ) {
    let sections = document.sections.filter(\.showsHeading)
    guard sections.count >= HTMLWriter.listed else { return }
    page.markup("<nav class=\"contents\" aria-labelledby=\"contents-heading\">\n")
    page.markup("<h2 id=\"contents-heading\">")
    page.text(wording.contents)
    page.markup("</h2>\n<ol>\n")
    for section in sections {
      page.markup("<li><a")
      page.attribute("href", "#" + section.id)
      page.markup(">")
      page.text(section.heading)
      page.markup("</a></li>\n")
    }
    page.markup("</ol>\n</nav>\n")
  }

  /// Sections from which on a page lists them.
  private static let listed = 6

  private func head(_ document: ReportDocument, to page: inout HTMLBuffer) {
    page.markup("<!DOCTYPE html>\n<html")
    page.attribute("lang", document.language.code)
    page.markup(">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"")
    page.attribute(
      "content",
      ContentPolicy.allowing(scripts: document.scripts))
    page.markup(">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
    page.markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
    page.markup("<link rel=\"icon\" href=\"data:,\">\n")
    page.element("title", document.title + " – " + document.subtitle)
    page.markup("<style>")
    page.file(.pageStyle)
    page.file(.paperStyle)
    if document.hasDoors { page.file(.doorStyle) }
    if document.hasGroups { page.file(.groupStyle) }
    page.markup("</style>\n</head>\n")
  }

  private func write(
    _ section: ReportDocument.Section, _ layout: Layout, to page: inout HTMLBuffer
  ) {
    let heading = section.id + "-heading"
    page.markup("<section")
    page.attribute("id", section.id)
    switch section.paper {
    case .follows: break
    case .startsPage: page.markup(" class=\"sheet\"")
    case .absent: page.markup(" class=\"screen\"")
    }
    page.attribute("aria-labelledby", heading)
    page.markup(section.showsHeading ? ">\n<h2" : ">\n<h2 class=\"vh\"")
    page.attribute("id", heading)
    page.markup(">")
    page.text(section.heading)
    page.markup("</h2>\n")
    for block in section.blocks { write(block, layout, to: &page) }
    page.markup("</section>\n")
  }

  private func write(_ block: ReportDocument.Block, _ layout: Layout, to page: inout HTMLBuffer) {
    switch block {
    case .paragraph(let text): page.element("p", text)
    case .list(let items): list(items, to: &page)
    case .figures(let figures): self.figures(figures, to: &page)
    case .table(let table): write(table, layout, to: &page)
    case .map(let map): beside(map, layout, to: &page)
    case .week(let strip): HTMLWeekWriter(strip: strip).write(to: &page)
    case .chart(let chart): HTMLChartWriter(chart: chart).write(to: &page)
    case .statements(let statements): self.statements(statements, to: &page)
    case .group(let heading, let isFolded, let blocks):
      page.markup(
        isFolded ? "<details class=\"group\"><summary><h3>" : "<div class=\"group\">\n<h3>")
      page.text(heading)
      page.markup(isFolded ? "</h3></summary>\n" : "</h3>\n")
      for block in blocks { write(block, layout, to: &page) }
      page.markup(isFolded ? "</details>\n" : "</div>\n")
    case .only(let medium, let blocks):
      page.markup(medium == .paper ? "<div class=\"paper\">\n" : "<div class=\"screen\">\n")
      for block in blocks { write(block, layout, to: &page) }
      page.markup("</div>\n")
    case .pair(let first, let second):
      page.markup("<div class=\"pair\">\n")
      for blocks in [first, second] {
        page.markup("<div>\n")
        for block in blocks { write(block, layout, to: &page) }
        page.markup("</div>\n")
      }
      page.markup("</div>\n")
    case .sketch(let sketch): HTMLSketchWriter(sketch).write(to: &page)
    case .doors(let doors, let plan):
      HTMLDoorWriter(doors: doors, plan: plan, wording: layout.wording).write(to: &page)
    }
  }

  /// The map, next to the tables that say the same.
  private func beside(_ map: Map, _ layout: Layout, to page: inout HTMLBuffer) {
    page.markup("<div class=\"beside\">\n")
    HTMLMapWriter(map, credit: layout.credit, layout.wording).write(to: &page)
    page.markup(map.printsTwins ? "<div>\n" : "<div class=\"screen\">\n")
    for (index, view) in map.views.enumerated()
    where map.views.firstIndex(where: { $0.twin.id == view.twin.id }) == index {
      page.markup("<div")
      page.attribute(
        "data-twin",
        map.views.filter { $0.twin.id == view.twin.id }.map(\.id).joined(separator: " "))
      page.markup(">\n")
      write(view.twin, layout, to: &page)
      page.markup("</div>\n")
    }
    page.markup("</div>\n</div>\n")
  }

  private func write(_ table: Table, _ layout: Layout, to page: inout HTMLBuffer) {
    HTMLTableWriter(table: table, wording: layout.wording, map: layout.map).write(to: &page)
  }

  private func list(_ items: [String], to page: inout HTMLBuffer) {
    page.markup("<ul>\n")
    for item in items { page.element("li", item) }
    page.markup("</ul>\n")
  }

  private func figures(_ figures: [ReportDocument.KeyFigure], to page: inout HTMLBuffer) {
    page.markup("<dl class=\"figures\">\n")
    for figure in figures {
      page.markup("<div>")
      page.element("dt", figure.label)
      page.element("dd", class: "value", figure.value)
      page.element("dd", class: "explain", figure.explanation)
      page.markup("</div>\n")
    }
    page.markup("</dl>\n")
  }

  private func statements(_ statements: [ReportDocument.Statement], to page: inout HTMLBuffer) {
    page.markup("<ul class=\"statements\">\n")
    for statement in statements {
      page.markup("<li")
      page.attribute("class", statement.tone.rawValue)
      page.markup(">")
      page.element("span", class: "tone", statement.label)
      page.element("h3", statement.title)
      if statement.texts.count == 1 {
        page.element("p", statement.texts[0])
      } else if !statement.texts.isEmpty {
        list(statement.texts, to: &page)
      }
      if !statement.remedy.isEmpty { page.element("p", class: "remedy", statement.remedy) }
      page.markup("</li>\n")
    }
    page.markup("</ul>\n")
  }

  /// What every block needs to know of the whole document.
  private struct Layout {
    let wording: Wording
    /// The first map, which rows lead to.
    let map: String?
    /// Whose data maps show.
    let credit: String

    init(_ document: ReportDocument) {
      credit = document.credits.joined(separator: " · ")
      wording = Wording(document.language)
      map =
        document.sections.lazy.flatMap(\.blocks).compactMap { block in
          if case .map(let map) = block { map.id } else { nil }
        }.first
    }
  }
}

extension ReportDocument {
  /// What the page runs, in that order.
  fileprivate var scripts: [WebFile] {
    (hasMap ? [.mapView, .streetsScript] : []) + [.tablesScript, .mapScript]
      + (hasDoors ? [.streetScript] : [])
  }

  private var hasMap: Bool {
    sections.lazy.flatMap(\.blocks).contains { if case .map = $0 { true } else { false } }
  }

  fileprivate var hasGroups: Bool {
    sections.lazy.flatMap(\.blocks).contains(where: ReportDocument.holdsGroup)
  }

  private static func holdsGroup(_ block: Block) -> Bool {
    switch block {
    case .group: true
    case .only(_, let blocks): blocks.contains(where: holdsGroup)
    case .pair(let first, let second): (first + second).contains(where: holdsGroup)
    case .paragraph, .list, .figures, .table, .map, .week, .chart, .statements, .sketch, .doors:
      false
    }
  }

  /// Whether there are doors to tick, which have a style and a script of their own.
  fileprivate var hasDoors: Bool {
    sections.lazy.flatMap(\.blocks).contains { if case .doors = $0 { true } else { false } }
  }
}
