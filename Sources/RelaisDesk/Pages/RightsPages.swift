import CoverageEngine
import Hummingbird
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// What is known of a person, its erasure, and contacts kept too long.
struct RightsPages {
  let state: DeskState

  var routes: [DeskRoute] {
    [
      DeskRoute(.get, "/desk/rights", .roles([.agent])) { _, context in
        try await show(context)
      },
      DeskRoute(.post, "/desk/rights/look", .roles([.agent]), .form(most: 1 << 12), look),
      DeskRoute(.post, "/desk/rights/file", .roles([.agent]), .form(most: 1 << 12), file),
      DeskRoute(.post, "/desk/rights/erase", .roles([.agent]), .form(most: 1 << 12), erase),
      DeskRoute(.post, "/desk/rights/forget", .roles([.agent]), .form(most: 1 << 12), forget),
    ]
  }

  private func show(_ context: DeskContext) async throws -> Response {
    let wording = context.wording
    var page = DeskPage(wording.say("desk.rights.title"), .rights, context, state)
    page.body.element("p", wording.say("desk.rights.explained"))
    page.form("/desk/rights/look")
    page.field(
      "person", wording.say("desk.rights.person"), hint: wording.say("desk.rights.personHint"),
      isNeeded: true)
    page.button(wording.say("desk.rights.look"))
    page.endForm()
    let expired = try await state.asking(context) { registry in
      try registry.isThere ? registry.expired(years: AgentFile.retentionYears) : []
    }
    page.body.element("h2", wording.say("desk.rights.kept"))
    if expired.isEmpty {
      page.body.element("p", wording.nothingToForget)
    } else {
      page.body.markup("<ul>\n")
      for (one, since) in expired {
        page.body.element(
          "li", wording.keptContact(code: one.code, name: one.name, since: since))
      }
      page.body.markup("</ul>\n")
      page.form("/desk/rights/forget")
      page.button(wording.say("desk.rights.forget"))
      page.endForm()
    }
    return page.response()
  }

  private func person(_ request: Request, _ context: DeskContext) async throws -> String {
    let fields = FormFields(try await Incoming.bytes(of: request, most: 1 << 12))
    guard let person = fields.filled("person"), person.count <= 300 else {
      throw Problem(.badRequest)
    }
    return person
  }

  @Sendable private func look(_ request: Request, _ context: DeskContext) async throws -> Response {
    let wording = context.wording
    let person = try await person(request, context)
    let (held, erasure) = try await state.asking(context) { registry in
      (try registry.holdings(of: person), try registry.erase(person, isRehearsal: true))
    }
    // Nobody's name is written in the log.
    await state.note(.personLookedUp, "", context)
    var page = DeskPage(wording.say("desk.rights.title"), .rights, context, state)
    page.body.element("h2", person)
    page.body.markup("<ul>\n")
    for contact in held.contacts {
      page.body.element(
        "li",
        ([held.names[contact.establishment] ?? ""]
          + [contact.name, contact.phone, contact.email].compactMap { $0 })
          .joined(separator: " · "))
    }
    for mention in held.mentions {
      page.body.element(
        "li",
        wording.say(
          "desk.rights.mention",
          ["place": .text("\(mention.table).\(mention.column)"), "text": .text(mention.text)]))
    }
    page.body.markup("</ul>\n")
    if held.contacts.isEmpty, held.mentions.isEmpty {
      page.body.element("p", wording.say("desk.rights.nothing"))
    }
    page.form("/desk/rights/file")
    page.hidden("person", person)
    page.button(wording.say("desk.rights.file"), isQuiet: true)
    page.endForm()
    page.body.element("h2", wording.say("desk.rights.erase"))
    for line in wording.account(of: erasure, isRehearsal: true).split(separator: "\n") {
      page.body.element("p", String(line))
    }
    page.form("/desk/rights/erase")
    page.hidden("person", person)
    page.body.markup("<p><label><input type=\"checkbox\" name=\"sure\" value=\"1\" required> ")
    page.body.text(wording.say("desk.rights.sure"))
    page.body.markup("</label></p>\n")
    page.button(wording.say("desk.rights.erase"))
    page.endForm()
    return page.response()
  }

  /// All that is known of a person, as a file for them.
  @Sendable private func file(_ request: Request, _ context: DeskContext) async throws -> Response {
    let person = try await person(request, context)
    let held = try await state.asking(context) { try $0.holdings(of: person) }
    await state.note(.personLookedUp, "", context)
    return Reply.file(
      PersonJSON.bytes(held.contacts, names: held.names, mentions: held.mentions),
      named: "personne.json", "application/json")
  }

  @Sendable private func erase(
    _ request: Request, _ context: DeskContext
  ) async throws -> Response {
    let person = try await person(request, context)
    let erasure = try await state.changing(context, .personErased, of: "") {
      try $0.erase(person)
    }
    return answer(erasure, context)
  }

  @Sendable private func forget(
    _ request: Request, _ context: DeskContext
  ) async throws -> Response {
    let erasure = try await state.changing(context, .personErased, of: "") { registry in
      try registry.erase(
        contactsOf: registry.expired(years: AgentFile.retentionYears, willErase: true)
          .map(\.establishment))
    }
    return answer(erasure, context)
  }

  private func answer(_ erasure: PersonalData.Erasure, _ context: DeskContext) -> Response {
    let wording = context.wording
    var page = DeskPage(wording.say("desk.rights.title"), .rights, context, state)
    for line in wording.account(of: erasure).split(separator: "\n") {
      page.body.element("p", String(line))
    }
    if !erasure.unreachable.isEmpty {
      page.notice(wording.notErased(erasure.unreachable), isBad: true)
    }
    return page.response()
  }
}
