import CoverageEngine
import RelaisRegistry
import RelaisTown
import RelaisWording

/// What was changed in the registry's file by QGIS, which writes in it beside the desk: taken, or put back and why.
struct EditedElsewhere {
  let state: DeskState

  /// How far back it looks.
  private static let days = 30

  func write(_ context: DeskContext, _ page: inout DeskPage) async throws {
    let wording = context.wording
    let today = state.work(for: context).today
    let since = today.adding(days: -EditedElsewhere.days) ?? today
    let (taken, refused) = try await state.asking(context) { try $0.edits(since: since) }
    if taken.isEmpty, refused.isEmpty { return }
    page.body.element("h2", wording.say("desk.inbox.edits"))
    if !refused.isEmpty {
      page.body.element("h3", wording.say("desk.inbox.editsRefused"))
      page.body.markup("<ul class=\"tasks\">\n")
      for one in refused {
        page.body.markup("<li>")
        page.link("/desk/e/" + one.edit.establishment, String(one.edit.establishment.prefix(8)))
        page.body.markup(" ")
        let what = one.edit.field.map { wording.name($0) }
        page.body.text(
          [String(one.recordedAt.prefix(10)), what, one.value.map { String($0.prefix(200)) }]
            .compactMap { $0 }.joined(separator: " · "))
        if let refusal = one.edit.refusal {
          page.body.element("div", wording.reason(refusal))
        }
        page.body.markup("</li>\n")
      }
      page.body.markup("</ul>\n")
    }
    guard !taken.isEmpty else { return }
    page.body.element("h3", wording.say("desk.inbox.editsTaken"))
    page.body.markup("<ul class=\"tasks\">\n")
    for event in taken {
      page.body.markup("<li>")
      page.link("/desk/e/" + event.establishment, String(event.establishment.prefix(8)))
      page.body.markup(" ")
      let changes = EstablishmentField.allCases.compactMap { field in
        event.changes[field].map { value in
          wording.labelled(wording.name(field), value.map { wording.value($0) } ?? "—")
        }
      }
      page.body.text(([wording.date(event.holdsFrom)] + changes).joined(separator: " · "))
      page.form("/desk/undo")
      page.hidden("to", "/desk/inbox")
      page.hidden("change", String(event.sequence))
      page.button(wording.say("desk.undo"), isQuiet: true)
      page.endForm()
      page.body.markup("</li>\n")
    }
    page.body.markup("</ul>\n")
  }
}
