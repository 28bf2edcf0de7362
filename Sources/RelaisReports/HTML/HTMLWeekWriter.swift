/// Draws a week as rows of bars; hidden from screen readers, which read the table.
struct HTMLWeekWriter {
  let strip: WeekStrip

  func write(to page: inout HTMLBuffer) {
    page.markup("<figure class=\"week\" aria-hidden=\"true\">\n")
    for day in strip.days {
      page.markup("<div class=\"day\"><b>")
      page.text(day.label)
      page.markup("</b><div class=\"hours\">")
      for hour in day.hours { write(hour, to: &page) }
      page.markup("</div></div>\n")
    }
    page.markup("<div class=\"day ticks\"><b></b><div>")
    for tick in strip.ticks {
      page.markup("<span>")
      page.text(tick)
      page.markup("</span>")
    }
    page.markup("</div></div>\n<figcaption><span><i class=\"certain\"></i>")
    page.text(strip.certainLabel)
    page.markup("</span><span><i class=\"possible\"></i>")
    page.text(strip.possibleLabel)
    page.markup("</span><span><i class=\"window\"></i>")
    page.text(strip.markLabel)
    page.markup("</span></figcaption>\n</figure>\n")
  }

  private func write(_ hour: WeekStrip.Hour, to page: inout HTMLBuffer) {
    page.markup(hour.isMarked ? "<span class=\"walk\">" : "<span>")
    bar(height: hour.possible, "possible", to: &page)
    bar(height: hour.certain, "certain", to: &page)
    page.markup("</span>")
  }

  private func bar(height: Int, _ name: StaticString, to page: inout HTMLBuffer) {
    guard height > 0 else { return }
    page.markup("<i class=\"")
    page.markup(name)
    page.markup("\" style=\"height:")
    page.number(min(100, height))
    page.markup("%\"></i>")
  }
}
