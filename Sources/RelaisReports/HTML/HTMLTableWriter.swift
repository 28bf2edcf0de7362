/// Writes a table with caption, header cells and scopes, in a box of its own that scrolls.
struct HTMLTableWriter {
  let table: Table
  let wording: Wording

  func write(to page: inout HTMLBuffer) {
    let name = table.id + "-caption"
    page.markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\"")
    page.attribute("aria-labelledby", name)
    page.markup(">\n<table")
    page.attribute("id", table.id)
    page.markup(">\n<caption")
    page.attribute("id", name)
    page.markup(">")
    page.text(table.caption)
    page.markup("</caption>\n<thead><tr>")
    for index in shown { header(table.columns[index], to: &page) }
    page.markup("</tr></thead>\n<tbody>\n")
    for row in table.rows { write(row, to: &page) }
    page.markup("</tbody>\n</table>\n")
    if !table.remainder.isEmpty { page.element("p", class: "remainder", table.remainder) }
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

  private func write(_ row: Table.Row, to page: inout HTMLBuffer) {
    page.markup("<tr")
    if let target = row.target {
      page.attribute("data-target", target)
      page.attribute("data-says", spoken(row))
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
    if column.namesRow, let target = row.target {
      // A link works without the script too: it leads to the map.
      page.markup("<a href=\"#map\"")
      page.attribute("data-for", target)
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
    var isFirst = true
    for (other, column) in table.columns.enumerated() {
      guard let fold = column.fold, fold.under == index, !row.cells[other].display.isEmpty else {
        continue
      }
      page.markup(isFirst ? "<span class=\"detail\">" : "<span aria-hidden=\"true\">")
      if !isFirst {
        page.text(fold.lead)
        page.markup("</span>")
      }
      page.markup("<span class=\"vh\">")
      page.text((isFirst ? " " : ", ") + column.title + wording.colon)
      page.markup("</span>")
      page.text(row.cells[other].display)
      if !column.unit.isEmpty { page.text(wording.unitSpace + column.unit) }
      isFirst = false
    }
    if !isFirst { page.markup("</span>") }
  }

  /// Numbers beside it tell the same, so the bar is hidden from those who hear the page.
  private func bar(_ value: Table.Value, to page: inout HTMLBuffer) {
    guard case .decimal(let share, _) = value, share.isFinite else { return }
    page.markup("<span class=\"bar\" aria-hidden=\"true\"><i style=\"width:")
    page.number(Int(max(0, min(100, share)).rounded()))
    page.markup("%\"></i></span>")
  }

  /// The row in a sentence, for the map to say when it is chosen.
  private func spoken(_ row: Table.Row) -> String {
    var parts: [String] = []
    for (column, cell) in zip(table.columns, row.cells) where !cell.display.isEmpty {
      let unit = column.unit.isEmpty || cell.value.isText ? "" : wording.unitSpace + column.unit
      parts.append(
        column.namesRow ? cell.display : column.title + wording.colon + cell.display + unit)
    }
    return parts.joined(separator: wording.language == .french ? "\u{202F}; " : "; ") + "."
  }
}

extension Table.Value {
  fileprivate var isText: Bool {
    if case .text = self { true } else { false }
  }
}
