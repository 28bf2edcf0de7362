import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// The sheet of an establishment: what is known, what can be recorded, what happened.
struct Sheet {
  let one: Establishment
  let history: EstablishmentHistory
  let contacts: [Contact]
  /// What was typed and not taken.
  let typed: FormFields?
  let today: CalendarDay

  /// Facts a form changes, in its order. The state has buttons of its own; days of follow-ups and calls follow from events.
  static let fields: [EstablishmentField] = [
    .name, .kind, .category, .address, .postcode, .city, .position, .openingHours, .groundFloor,
    .groundFloorOn, .streetFront, .streetFrontOn, .minorsAdmitted, .minorsAdmittedOn, .siret,
    .sticker, .stickerOn, .charterOn, .callBackOn, .notes,
  ]

  func write(to page: inout DeskPage) {
    let wording = page.wording
    page.body.markup("<p class=\"standing\"><strong>")
    page.body.text(one.state.map { wording.name($0) } ?? "—")
    page.body.markup("</strong> · ")
    page.body.text(
      [one.address.line, one.address.city].compactMap { $0 }.joined(separator: ", "))
    page.body.markup(" · <code>")
    page.body.text(one.code)
    page.body.markup("</code></p>\n<div class=\"sheet\">\n")
    if page.context.has(.agent) {
      page.body.markup("<section class=\"facts\">\n")
      facts(&page)
      page.body.markup("</section>\n")
    } else {
      reading(&page)
    }
    page.body.markup("<section class=\"deeds\">\n")
    deeds(&page)
    page.body.markup("</section>\n")
    if page.context.has(.agent) {
      page.body.markup("<section class=\"history\">\n")
      events(&page)
      page.body.markup("</section>\n")
    }
    page.body.markup("</div>\n")
  }

  /// Facts as text, for who may not change them.
  private func reading(_ page: inout DeskPage) {
    let wording = page.wording
    let hidden = EstablishmentRoutes.hidden(page.context)
    page.body.markup("<dl>\n")
    for field in Sheet.fields where !hidden.contains(field) {
      guard let value = one[field] else { continue }
      page.body.element("dt", wording.name(field))
      page.body.element("dd", wording.value(value))
    }
    if page.context.has(.apprentice), let phone = ShopTelephone.of(one, contacts) {
      page.body.element("dt", wording.say("adherents.bytes.phone"))
      page.body.element("dd", phone)
    }
    page.body.markup("</dl>\n")
  }

  private func facts(_ page: inout DeskPage) {
    let wording = page.wording
    page.body.element("h2", wording.say("desk.sheet.facts"))
    page.form("/desk/e/\(one.code)/facts")
    page.hidden("version", String(history.version))
    for field in Sheet.fields {
      let value = typed?[field.rawValue] ?? one.text(field) ?? ""
      let label = wording.name(field)
      switch field.content {
      case .kind:
        page.choice(
          field.rawValue, label,
          EstablishmentKind.allCases.map { ($0.rawValue, wording.name($0)) }, chosen: value)
      case .check:
        page.choice(
          field.rawValue, label,
          ConditionCheck.allCases.map { ($0.rawValue, wording.name($0)) }, chosen: value)
      case .day: page.field(field.rawValue, label, value, type: "date")
      case .position:
        page.field(field.rawValue, label, value, hint: wording.say("desk.sheet.position"))
        SheetMap(one: one).write(to: &page)
      default:
        page.field(
          field.rawValue, label, value, type: field == .notes ? "textarea" : "text",
          hint: field == .openingHours ? hours(wording) : nil)
      }
      if field == .openingHours { SheetMap.hours(to: &page) }
      changedMeanwhile(field, value, &page)
    }
    let contact = contacts.first
    page.field("contact", wording.say("agent.contactFact"), typed?["contact"] ?? contact?.name)
    page.field(
      "phone", wording.say("adherents.bytes.phone"), typed?["phone"] ?? contact?.phone,
      type: "tel")
    page.field(
      "email", wording.say("adherents.bytes.email"), typed?["email"] ?? contact?.email,
      type: "email")
    page.day(wording.say("desk.sheet.since"), today: today)
    page.field("reason", wording.say("desk.sheet.reason"), typed?["reason"])
    page.button(wording.say("desk.sheet.save"))
    page.endForm()
    SheetMap(one: one).data(to: &page, hours: typed?[EstablishmentField.openingHours.rawValue])
  }

  /// What the sheet holds now, where something else was typed.
  private func changedMeanwhile(
    _ field: EstablishmentField, _ value: String, _ page: inout DeskPage
  ) {
    guard typed != nil, let now = one[field] ?? .some(.text("")), now.text != value,
      history.events.last?.changes[field] != nil
    else { return }
    page.notice(
      page.wording.say(
        "desk.sheet.nowIs",
        ["value": .text(now.text.isEmpty ? "—" : page.wording.value(now))]), isBad: true)
  }

  /// What is understood of the hours, and what is doubtful.
  private func hours(_ wording: Wording) -> String? {
    guard let text = one.openingHours else { return wording.say("desk.sheet.hoursExample") }
    return wording.understoodHours(text)
  }

  // MARK: What can be recorded

  private func deeds(_ page: inout DeskPage) {
    let wording = page.wording
    let isAgent = page.context.has(.agent)
    let state = one.state
    page.body.element("h2", wording.say("desk.sheet.record"))
    if isAgent, state == .adherent {
      begin("follow-up", &page)
      page.body.element("h3", wording.say("desk.sheet.followUp"))
      page.day(wording.say("desk.today.followedOn"), today: today)
      page.button(wording.say("desk.sheet.followUp"))
      page.endForm()
    }
    begin("visit", &page)
    page.body.element("h3", wording.say("desk.sheet.visit"))
    page.body.markup("<fieldset><legend>")
    page.body.text(wording.say("desk.sheet.outcome"))
    page.body.markup("</legend>\n")
    for outcome in VisitOutcome.allCases {
      page.body.markup("<label class=\"chip\"><input type=\"radio\" name=\"outcome\" required")
      page.body.attribute("value", outcome.rawValue)
      page.body.markup("> ")
      page.body.text(wording.name(outcome))
      page.body.markup("</label>\n")
    }
    page.body.markup("</fieldset>\n")
    page.field("call_back_on", wording.name(.callBackOn), type: "date", of: "visit")
    page.choice(
      "condition", wording.say("desk.sheet.condition"),
      EstablishmentField.conditions.map { ($0.check.rawValue, wording.name($0.check)) },
      chosen: nil)
    page.day(wording.say("desk.sheet.visitedOn"), today: today)
    page.field("note", wording.say("desk.sheet.note"), of: "visit")
    page.button(wording.say("desk.sheet.recordVisit"))
    page.endForm()
    guard isAgent, let state else { return }
    if state.successors.contains(.adherent) {
      begin("join", &page)
      page.body.element("h3", wording.say("desk.sheet.join"))
      page.day(wording.say("desk.sheet.signedOn"), today: today)
      page.field("sticker", wording.name(.sticker), of: "join")
      page.button(wording.say("desk.sheet.join"))
      page.endForm()
    }
    for (kind, next, title) in [
      ("suspend", AdherentState.suspended, wording.say("desk.sheet.suspend")),
      ("leave", .left, wording.say("desk.sheet.leave")),
    ] where state.successors.contains(next) {
      begin(kind, &page)
      page.body.element("h3", title)
      page.day(wording.say("desk.sheet.since"), today: today)
      page.field("note", wording.say("desk.sheet.reason"), of: kind)
      page.button(title, isQuiet: true)
      page.endForm()
    }
    page.form("/desk/e/\(one.code)/merge")
    page.body.element("h3", wording.say("desk.sheet.merge"))
    page.field("other", wording.say("desk.sheet.mergeWith"), isNeeded: true)
    page.button(wording.say("desk.sheet.merge"), isQuiet: true)
    page.endForm()
    page.body.markup("<p>")
    page.link("/desk/e/\(one.code)/kit", wording.say("desk.sheet.kit"))
    page.body.markup("</p>\n")
  }

  private func begin(_ kind: String, _ page: inout DeskPage) {
    page.form("/desk/e/\(one.code)/events")
    page.hidden("kind", kind)
  }

  // MARK: What happened

  private func events(_ page: inout DeskPage) {
    let wording = page.wording
    page.body.element("h2", wording.say("desk.sheet.history"))
    page.body.markup("<ol class=\"events\">\n")
    for event in history.events.reversed() {
      let isGone = history.isTakenBack(event)
      page.body.markup(isGone ? "<li class=\"gone\">" : "<li>")
      var line = wording.date(event.holdsFrom) + " · " + wording.name(event.kind)
      if let outcome = event.outcome { line = wording.labelled(line, wording.name(outcome)) }
      page.body.text(line + " · " + event.author)
      if let reason = event.reason {
        page.body.markup(" · <q>")
        page.body.text(reason)
        page.body.markup("</q>")
      }
      let changes = EstablishmentField.allCases.compactMap { field in
        event.changes[field].map { value in
          wording.labelled(wording.name(field), value.map { wording.value($0) } ?? "—")
        }
      }
      if !changes.isEmpty { page.body.element("div", changes.joined(separator: " · ")) }
      if isGone {
        page.body.element("div", wording.say("desk.sheet.takenBack"))
      } else if event.kind != .undone {
        page.form("/desk/undo")
        page.hidden("to", "/desk/e/" + one.code)
        page.hidden("change", String(event.sequence))
        page.button(wording.say("desk.undo"), isQuiet: true)
        page.endForm()
      }
      page.body.markup("</li>\n")
    }
    page.body.markup("</ol>\n")
  }
}
