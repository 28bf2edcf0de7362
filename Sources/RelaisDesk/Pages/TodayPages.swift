import CoverageEngine
import Hummingbird
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// What the agent has to do today: each thing is done where it is shown.
struct TodayPages {
  let state: DeskState

  var routes: [DeskRoute] {
    [
      DeskRoute(.get, "/desk", .roles([.agent]), .none, show),
      DeskRoute(.post, "/desk/followed", .roles([.agent]), .form(most: 1 << 18), followed),
      DeskRoute(.post, "/desk/checked", .roles([.agent]), .form(most: 1 << 18), checked),
      DeskRoute(.post, "/desk/undo", .roles([.agent]), .form(most: 1 << 12), undo),
    ]
  }

  @Sendable private func show(_ request: Request, _ context: DeskContext) async throws -> Response {
    let wording = context.wording
    var page = DeskPage(wording.say("desk.area.today"), .today, context, state)
    page.done(FormFields(query: request.uri.query))
    let closed = await state.town.opened?.closedRelays ?? []
    let found = try await state.asking(context) { registry in
      try registry.isThere ? registry.tasks(findings: closed) : nil
    }
    guard let (tasks, file) = found else {
      page.body.element("p", wording.say("desk.today.noRegistry"))
      page.body.markup("<p>")
      page.link("/desk/import", wording.say("desk.today.import"))
      page.body.markup("</p>\n")
      return page.response()
    }
    page.body.element(
      "p",
      wording.say(
        "desk.today.summary",
        [
          "now": .integer(tasks.count { $0.urgency == .now }),
          "soon": .integer(tasks.count { $0.urgency == .soon }),
          "adherents": .integer(file.establishments.count { $0.state == .adherent }),
        ]))
    for urgency in AgentTask.Urgency.allCases {
      let own = tasks.filter { $0.urgency == urgency }
      if own.isEmpty { continue }
      page.body.element("h2", wording.name(urgency))
      for kind in AgentTask.Kind.allCases {
        let tasks = own.filter { $0.kind == kind }
        if !tasks.isEmpty { group(tasks, kind, urgency, file, &page) }
      }
    }
    return page.response()
  }

  /// The tasks of a kind: one thing to do, with a tick for each.
  private func group(
    _ tasks: [AgentTask], _ kind: AgentTask.Kind, _ urgency: AgentTask.Urgency, _ file: AgentFile,
    _ page: inout DeskPage
  ) {
    let wording = page.wording
    page.body.markup(tasks.count > 6 ? "<details" : "<details open")
    page.body.attribute("id", "\(urgency.rawValue)-\(kind.rawValue)")
    page.body.markup("><summary><h3>")
    page.body.text(wording.tasksCaption(kind, tasks.count))
    page.body.markup("</h3></summary>\n")
    switch kind {
    case .followUp:
      page.form("/desk/followed")
      ticks(tasks, &page)
      page.day(wording.say("desk.today.followedOn"), today: file.today)
      page.button(wording.say("desk.today.followed"))
      page.endForm()
    case .conditionUnchecked:
      let byID = Dictionary(
        file.establishments.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
      for (check, _) in EstablishmentField.conditions {
        let own = tasks.filter { byID[$0.id]?.check(check) == .notChecked }
        if own.isEmpty { continue }
        page.form("/desk/checked")
        page.hidden("field", check.rawValue)
        page.body.markup("<fieldset><legend>")
        page.body.text(wording.name(check) + " (\(wording.integer(own.count)))")
        page.body.markup("</legend>\n")
        ticks(own, &page, says: false)
        page.body.markup("</fieldset>\n")
        page.day(wording.say("desk.today.checkedOn"), today: file.today)
        for answer in [ConditionCheck.yes, .no] {
          page.body.markup("<button name=\"answer\"")
          page.body.attribute("value", answer.rawValue)
          page.body.markup(">")
          page.body.text(
            answer == .yes
              ? wording.say("desk.today.conditionMet") : wording.say("desk.today.conditionUnmet"))
          page.body.markup("</button>\n")
        }
        page.endForm()
      }
    default:
      page.body.markup("<ul class=\"tasks\">\n")
      for task in tasks {
        page.body.markup("<li>")
        page.link("/desk/e/" + task.code, task.name)
        page.body.markup(" ")
        page.body.text(task.text)
        page.body.markup("</li>\n")
      }
      page.body.markup("</ul>\n")
    }
    page.body.markup("</details>\n")
  }

  private func ticks(_ tasks: [AgentTask], _ page: inout DeskPage, says: Bool = true) {
    page.body.markup("<ul class=\"ticks\">\n")
    for task in tasks {
      page.body.markup("<li><label><input type=\"checkbox\" name=\"code\"")
      page.body.attribute("value", task.id)
      page.body.markup("> ")
      page.body.text(task.name)
      page.body.markup("</label> ")
      if says { page.body.text(task.text) }
      page.body.markup(" ")
      page.link("/desk/e/" + task.code, page.wording.say("desk.today.sheet"))
      page.body.markup("</li>\n")
    }
    page.body.markup("</ul>\n")
  }

  // MARK: Doing it

  @Sendable private func followed(
    _ request: Request, _ context: DeskContext
  ) async throws -> Response {
    let fields = FormFields(try await Incoming.bytes(of: request, most: 1 << 18))
    let codes = fields.all("code")
    guard !codes.isEmpty else {
      throw Problem(.notTaken, context.wording.say("desk.today.noneTicked"))
    }
    let occasion = try GivenEvent.occasion(fields.filled("date"), nil)
    let done = try await state.changing(
      context, .eventRecorded, of: codes.joined(separator: " "), request: fields.request
    ) {
      try $0.followUp(all: codes, occasion)
    }
    return TodayPages.shown(done)
  }

  @Sendable private func checked(
    _ request: Request, _ context: DeskContext
  ) async throws -> Response {
    let fields = FormFields(try await Incoming.bytes(of: request, most: 1 << 18))
    let codes = fields.all("code")
    guard !codes.isEmpty else {
      throw Problem(.notTaken, context.wording.say("desk.today.noneTicked"))
    }
    guard let field = fields["field"].flatMap({ EstablishmentField(rawValue: $0) }),
      field.content == .check,
      let answer = fields["answer"].flatMap({ ConditionCheck(rawValue: $0) }),
      let day = EstablishmentField.conditions.first(where: { $0.check == field })?.day
    else { throw Problem(.badRequest) }
    let occasion = try GivenEvent.occasion(fields.filled("date"), nil)
    let done = try await state.changing(
      context, .factsChanged, of: codes.joined(separator: " "), request: fields.request
    ) { registry in
      try registry.set(
        [field: .check(answer), day: .day(occasion.day ?? registry.today)], ofAll: codes, occasion)
    }
    return TodayPages.shown(done)
  }

  private static func shown(_ done: (number: Int64?, count: Int)) -> Response {
    guard let number = done.number else { return Reply.seeOther("/desk") }
    return Reply.seeOther("/desk?done=\(done.count)&change=\(number)")
  }

  /// Takes a change back: the one a form names, else the last.
  @Sendable private func undo(_ request: Request, _ context: DeskContext) async throws -> Response {
    let fields = FormFields(try await Incoming.bytes(of: request, most: 1 << 12))
    let text = fields["change"] ?? ""
    let target = text.isEmpty ? UndoTarget.last : UndoTarget(text)
    let undone = try await state.changing(context, .undone, of: text, request: fields.request) {
      try $0.undoOnce(target)
    }
    let back = fields["to"].flatMap { $0.hasPrefix("/desk/") ? $0 : nil } ?? "/desk"
    return Reply.seeOther(back + "?undone=\(undone)")
  }
}

extension DeskPage {
  /// A field for the day something was done; empty stands for today.
  mutating func day(_ label: String, today: CalendarDay) {
    body.markup("<p class=\"field\"><label>")
    body.text(label)
    body.markup(" <input type=\"date\" name=\"date\"")
    body.attribute("max", today.iso)
    body.markup("></label><small>")
    body.text(wording.say("desk.today.emptyIsToday"))
    body.markup("</small></p>\n")
  }

  /// What was just done, as the address of the page says, with a way back.
  mutating func done(_ query: FormFields, to path: String = "/desk") {
    if let count = query["done"].flatMap({ Int($0) }), count > 0, count < 1_000_000 {
      body.markup("<form class=\"good\" role=\"status\" method=\"post\" action=\"/desk/undo\">")
      body.text(wording.say("desk.done", ["count": .integer(count)]))
      body.markup(" ")
      hidden("to", path)
      if let change = query["change"], Int64(change) != nil || change.hasPrefix("import-") {
        hidden("change", change)
      }
      button(wording.say("desk.undo"), isQuiet: true)
      endForm()
    }
    if let number = query["undone"], Int64(number) != nil {
      body.markup("<form class=\"good\" role=\"status\" method=\"post\" action=\"/desk/undo\">")
      body.text(wording.say("desk.undone"))
      body.markup(" ")
      hidden("to", path)
      hidden("change", number)
      button(wording.say("desk.redo"), isQuiet: true)
      endForm()
    }
  }
}
