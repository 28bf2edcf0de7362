import CoverageEngine
import Foundation
import Hummingbird
import RelaisFormats
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// What is printed and what is taken away: kits, labels, the quarter's sheet, the file for a spreadsheet.
struct PrintPages {
  let state: DeskState

  var routes: [DeskRoute] {
    [
      DeskRoute(.get, "/desk/print", .roles([.agent])) { _, context in try await show(context) },
      DeskRoute(.post, "/desk/print/kits", .roles([.agent]), .form(most: 1 << 18), kits),
      DeskRoute(.get, "/desk/print/labels", .roles([.agent])) { _, context in
        try await labels(context)
      },
      DeskRoute(.get, "/desk/print/quarter", .roles([.agent])) { _, context in
        try await quarter(context)
      },
      DeskRoute(.post, "/desk/export", .roles([.agent]), .form(most: 1 << 12), export),
      DeskRoute(.post, "/desk/mailing", .roles([.agent]), .form(most: 1 << 12), mailing),
    ]
  }

  private func adherents(_ context: DeskContext) async throws -> [Establishment] {
    try await state.asking(context) { registry in
      try registry.isThere
        ? registry.establishments(EstablishmentFilter(states: [.adherent])) : []
    }
  }

  private func show(_ context: DeskContext) async throws -> Response {
    let wording = context.wording
    let today = state.work(for: context).today
    // Those who joined in the last quarter have not had theirs.
    let all = try await adherents(context)
    let new = Set(
      all.filter { one in
        one.day(.charterOn).map { today.number - $0.number <= FollowUps.grace } ?? false
      }.map(\.id))
    var page = DeskPage(wording.say("desk.area.print"), .print, context, state)
    page.body.element("h2", wording.say("desk.print.kits"))
    page.body.element("p", wording.say("desk.print.kitsExplained"))
    page.form("/desk/print/kits")
    page.body.markup("<ul class=\"ticks columns\">\n")
    for one in all {
      page.body.markup("<li><label><input type=\"checkbox\" name=\"code\"")
      page.body.attribute("value", one.id)
      if new.contains(one.id) { page.body.markup(" checked") }
      page.body.markup("> ")
      page.body.text(one.name)
      page.body.markup("</label></li>\n")
    }
    page.body.markup("</ul>\n")
    page.button(wording.say("desk.print.kitsPDF"))
    page.endForm()
    page.body.element("h2", wording.say("desk.print.sheets"))
    page.body.markup("<ul><li>")
    page.link("/desk/print/quarter", wording.say("desk.print.quarter"))
    page.body.markup("</li><li>")
    page.link("/desk/print/labels", wording.say("desk.print.labels"))
    page.body.markup("</li></ul>\n")
    page.body.element("h2", wording.say("desk.print.files"))
    page.body.element("p", wording.say("desk.print.filesExplained"))
    page.form("/desk/export")
    page.button(wording.say("desk.print.export"), isQuiet: true)
    page.endForm()
    page.form("/desk/mailing")
    page.button(wording.say("desk.print.mailing"), isQuiet: true)
    page.endForm()
    return page.response()
  }

  @Sendable private func kits(_ request: Request, _ context: DeskContext) async throws -> Response {
    let fields = FormFields(try await Incoming.bytes(of: request, most: 1 << 18))
    let codes = fields.all("code")
    guard !codes.isEmpty else {
      throw Problem(.notTaken, context.wording.say("desk.today.noneTicked"))
    }
    let registry = state.registry(for: context)
    let town = try? await state.town.town(state.work(by: "", in: context.wording))
    let bytes = try await Blocking.long.run {
      try registry.printedKits(
        of: registry.establishments(named: codes), on: town?.live.streets.network)
    }
    return Reply.file(bytes, named: "kits.pdf", "application/pdf")
  }

  /// Addresses to stick on envelopes: three by eight on A4.
  private func labels(_ context: DeskContext) async throws -> Response {
    var page = DeskPage(
      context.wording.say("desk.print.labels"), .print, context, state)
    page.body.markup("<ul class=\"labels\">\n")
    for one in try await adherents(context) where one.address.line != nil {
      page.body.markup("<li>")
      let city = [one.address.postcode, one.address.city].compactMap { $0 }.joined(separator: " ")
      for line in [one.name, one.address.line ?? "", city] where !line.isEmpty {
        page.body.element("span", line)
      }
      page.body.markup("</li>\n")
    }
    page.body.markup("</ul>\n")
    return page.response()
  }

  /// Who is due this quarter, to tick on paper.
  private func quarter(_ context: DeskContext) async throws -> Response {
    let wording = context.wording
    let due = try await state.asking(context) { try $0.isThere ? $0.followUps().due : [] }
    var page = DeskPage(wording.say("desk.print.quarter"), .print, context, state)
    page.body.markup("<table class=\"paper\" tabindex=\"0\">\n")
    page.body.element("caption", wording.establishmentCount(due.count))
    page.head(
      ["☐"] + [EstablishmentField.name, .address, .openingHours].map { wording.name($0) }
        + [wording.say("desk.print.last"), wording.say("desk.sheet.note")])
    for one in due {
      let hours = one.establishment.openingHours.map { wording.shownHours($0) }
      page.row([
        "☐", one.establishment.name, one.establishment.address.line ?? "", hours ?? "",
        one.last.map { wording.date($0) } ?? "—", "",
      ])
    }
    page.body.markup("</tbody></table>\n")
    return page.response()
  }

  /// The whole file, contacts in it: what a spreadsheet opens and the next import reads.
  @Sendable private func export(
    _ request: Request, _ context: DeskContext
  ) async throws -> Response {
    let bytes = try await state.asking(context) { registry in
      AdherentsCSV.bytes(
        try registry.establishments(), contacts: try registry.contacts(), context.wording)
    }
    await state.note(.contactsExported, "", context)
    return Reply.file(bytes, named: "adherents.csv", "text/csv; charset=utf-8")
  }

  @Sendable private func mailing(
    _ request: Request, _ context: DeskContext
  ) async throws -> Response {
    let bytes = try await state.asking(context) { registry in
      MailingCSV.bytes(
        try registry.establishments(EstablishmentFilter(states: [.adherent])),
        contacts: try registry.contacts(), context.wording)
    }
    await state.note(.contactsExported, "", context)
    return Reply.file(bytes, named: "publipostage.csv", "text/csv; charset=utf-8")
  }
}
