import RelaisWording

/// Writes a table with caption, header cells and scopes, in a box of its own that scrolls.
struct HTMLTableWriter {
  let table: Table
  let wording: Wording
  /// The map that rows lead to, by its identifier.
  let map: String?

  /// Rows from which on a table scrolls in a box on screen, lest it bury what comes after.
  private static let long = 25
  /// Rows from which on a table can be searched by words.
  private static let filtered = 12

  func write(to page: inout HTMLBuffer) {
    let name = table.id + "-caption"
    page.markup("<div class=\"scroll")
    if table.rows.count >= HTMLTableWriter.long { page.markup(" long") }
    page.markup("\" role=\"region\" tabindex=\"0\"")
    page.attribute("aria-labelledby", name)
    page.markup(">\n<table")
    page.attribute("id", table.id)
    if table.rows.count >= HTMLTableWriter.filtered {
      page.attribute("data-filter", wording.filterTable)
      page.attribute("data-found", wording.filteredRows)
    }
    page.markup(">\n<caption")
    page.attribute("id", name)
    page.markup(">")
    page.text(table.caption)
    page.markup("</caption>\n<thead><tr>")
    for index in shown { header(table.columns[index], to: &page) }
    page.markup("</tr></thead>\n<tbody>\n")
    for (index, row) in table.rows.enumerated() {
      write(row, isPrinted: index < table.onPaper?.rows ?? .max, to: &page)
    }
    page.markup("</tbody>\n</table>\n")
    if let excerpt = table.onPaper, excerpt.rows < table.rows.count {
      page.element("p", class: "remainder paper", excerpt.remainder)
      if !table.remainder.isEmpty {
        page.element("p", class: "remainder screen", table.remainder)
      }
    } else if !table.remainder.isEmpty {
      page.element("p", class: "remainder", table.remainder)
    }
    page.markup("</div>\n")
  }

  /// Columns of their own, in order.
  private var shown: [Int] { table.columns.indices.filter { table.columns[$0].fold == nil } }

  private func header(_ column: Table.Column, to page: inout HTMLBuffer) {
    page.markup("<th scope=\"col\"")
    if column.kind == .number { page.markup(" class=\"num\"") }
    page.markup(">")
    page.text(column.header)
    page.markup("</th>")
  }

  private func write(_ row: Table.Row, isPrinted: Bool, to page: inout HTMLBuffer) {
    page.markup(isPrinted ? "<tr" : "<tr class=\"screen\"")
    if !row.views.isEmpty { page.attribute("data-in", row.views.joined(separator: " ")) }
    if let target = row.target, map != nil {
      page.attribute("data-target", target)
      if !row.spoken.isEmpty { page.attribute("data-says", row.spoken) }
    }
    page.markup(">")
    for index in shown { write(row, column: index, to: &page) }
    page.markup("</tr>\n")
  }

  private func write(_ row: Table.Row, column index: Int, to page: inout HTMLBuffer) {
    let column = table.columns[index]
    page.markup(column.namesRow ? "<th scope=\"row\"" : "<td")
    if column.kind == .number { page.markup(" class=\"num\"") }
    page.markup(">")
    if column.namesRow, let link = row.link {
      page.markup("<a")
      page.attribute("href", link)
      page.markup(">")
      page.text(row.cells[index].display)
      page.markup("</a>")
    } else if column.namesRow, row.target != nil, let map {
      // A link works without the script too: it leads to the map.
      page.markup("<a")
      page.attribute("href", "#" + map)
      page.markup(">")
      page.text(row.cells[index].display)
      page.markup("</a>")
    } else {
      page.text(row.cells[index].display)
    }
    if column.showsBar { bar(row.cells[index].value, to: &page) }
    details(of: row, under: index, to: &page)
    page.markup(column.namesRow ? "</th>" : "</td>")
  }

  private func details(of row: Table.Row, under index: Int, to page: inout HTMLBuffer) {
    var isOpen = false
    for (other, column) in table.columns.enumerated() {
      guard let fold = column.fold, fold.under == index, !row.cells[other].display.isEmpty else {
        continue
      }
      if isOpen, !fold.lead.isEmpty {
        page.markup("<span aria-hidden=\"true\">")
        page.text(fold.lead)
        page.markup("</span>")
      } else {
        page.markup(isOpen ? "</span><span class=\"detail\">" : "<span class=\"detail\">")
      }
      // What the layout shows to the eye is written out for screen readers.
      page.markup("<span class=\"vh\">")
      page.text(", " + column.title + wording.colon)
      page.markup("</span>")
      if !fold.label.isEmpty {
        page.markup("<span aria-hidden=\"true\">")
        page.text(fold.label + wording.colon)
        page.markup("</span>")
      }
      page.text(row.cells[other].display)
      if !column.unit.isEmpty { page.text(wording.unitSpace + column.unit) }
      isOpen = true
    }
    if isOpen { page.markup("</span>") }
  }

  /// Numbers next to it say the same, so the bar is hidden from screen readers.
  private func bar(_ value: Table.Value, to page: inout HTMLBuffer) {
    guard case .decimal(let share, _) = value, share.isFinite else { return }
    page.markup("<span class=\"bar\" aria-hidden=\"true\"><i style=\"width:")
    page.number(Int(max(0, min(100, share)).rounded()))
    page.markup("%\"></i></span>")
  }
}
