import CoverageEngine
import Hummingbird
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// Finding establishments, the sheet of one, and all that is done to it.
struct SheetPages {
  let state: DeskState

  var routes: [DeskRoute] {
    [
      DeskRoute(.get, "/desk/list", .roles(EstablishmentRoutes.readers), .none, list),
      DeskRoute(.get, "/desk/suggest", .roles(EstablishmentRoutes.readers), .none, suggest),
      DeskRoute(.get, "/desk/place", .roles([.agent]), .none, place),
      DeskRoute(.get, "/desk/hours", .roles([.agent])) { request, context in
        let value = FormFields(query: request.uri.query)["value"] ?? ""
        guard value.utf8.count <= 4000 else { throw Problem(.badRequest, "value") }
        let wording = context.wording
        var json = JSONWriter()
        json.object { json in
          json.member("understood", value.isEmpty ? nil : wording.understoodHours(value))
          json.key("rows")
          SheetMap.rows(value, wording, to: &json)
        }
        return Reply.json(json.finish())
      },
      DeskRoute(.get, "/desk/e/:code", .roles(EstablishmentRoutes.readers)) { request, context in
        let code = try EstablishmentRoutes.code(context)
        return try await show(
          code, context, query: FormFields(query: request.uri.query), nil)
      },
      DeskRoute(.post, "/desk/e/:code/facts", .roles([.agent]), .form(most: 1 << 18), change),
      DeskRoute(
        .post, "/desk/e/:code/events", .roles([.agent, .apprentice]), .form(most: 1 << 16), record),
      DeskRoute(.post, "/desk/e/:code/merge", .roles([.agent]), .form(most: 1 << 12), merge),
      DeskRoute(.get, "/desk/e/:code/kit", .roles([.agent])) { _, context in
        let code = try EstablishmentRoutes.code(context)
        let town = try? await state.town.town(state.work(by: "", in: context.wording))
        let page = try await state.asking(context) { registry in
          registry.kits(
            of: try registry.establishments(named: [code]), on: town?.live.streets.network)
        }
        var response = Reply.page(page)
        // A page of its own, with its own style in it and no script.
        response.headers[.contentSecurityPolicy] =
          "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
        return response
      },
      DeskRoute(.get, "/desk/add", .roles([.agent])) { _, context in
        form(context, FormFields([:]), nil)
      },
      DeskRoute(.post, "/desk/add", .roles([.agent]), .form(most: 1 << 18), add),
    ]
  }

  // MARK: Finding

  @Sendable private func list(_ request: Request, _ context: DeskContext) async throws -> Response {
    let wording = context.wording
    let query = FormFields(query: request.uri.query)
    let text = query.filled("q").map { String($0.prefix(200)) }
    let states = query.all("state").compactMap { AdherentState(rawValue: $0) }
    let found = try await state.asking(context) { registry -> [Establishment] in
      guard try registry.isThere else { return [] }
      let filter = EstablishmentFilter(states: states)
      if let text { return try registry.search(text, limit: 50).filter(filter.holds) }
      return try registry.establishments(filter)
    }
    // One that is meant is shown.
    if text != nil, found.count == 1 { return Reply.seeOther("/desk/e/" + found[0].code) }
    var page = DeskPage(wording.say("desk.area.list"), .list, context, state)
    page.body.markup("<form class=\"filter\" action=\"/desk/list\">\n")
    page.field("q", wording.say("desk.search.label"), text, type: "search")
    page.choice(
      "state", wording.name(EstablishmentField.state),
      AdherentState.allCases.map { ($0.rawValue, wording.name($0)) },
      chosen: states.first?.rawValue)
    page.button(wording.say("desk.search.button"))
    page.endForm()
    page.body.markup("<table tabindex=\"0\">\n")
    page.body.element("caption", wording.establishmentCount(found.count))
    page.head([EstablishmentField.name, .state, .address, .city].map { wording.name($0) })
    for one in found.prefix(2000) {
      page.body.markup("<tr><th scope=\"row\">")
      page.link("/desk/e/" + one.code, one.name)
      page.body.markup("</th><td>")
      page.body.text(one.state.map { wording.name($0) } ?? "")
      page.body.markup("</td><td>")
      page.body.text(one.address.line ?? "")
      page.body.markup("</td><td>")
      page.body.text(one.address.city ?? "")
      page.body.markup("</td></tr>\n")
    }
    page.body.markup("</tbody></table>\n")
    return page.response()
  }

  /// Twelve establishments as somebody types.
  @Sendable private func suggest(
    _ request: Request, _ context: DeskContext
  ) async throws -> Response {
    let text = FormFields(query: request.uri.query).filled("q").map { String($0.prefix(200)) } ?? ""
    let found = try await state.asking(context) { registry -> [Establishment] in
      guard !text.isEmpty, try registry.isThere else { return [] }
      return try registry.search(text, limit: 12)
    }
    var json = JSONWriter()
    json.array { json in
      for one in found {
        json.object { json in
          json.member("path", "/desk/e/" + one.code)
          json.member("name", one.name)
          json.member("state", one.state.map { context.wording.name($0) })
          json.member("street", one.address.line)
        }
      }
    }
    return Reply.json(json.finish())
  }

  /// The address nearest to where a pin was put.
  @Sendable private func place(
    _ request: Request, _ context: DeskContext
  ) async throws -> Response {
    let query = FormFields(query: request.uri.query)
    guard let longitude = query["lon"].flatMap({ Double($0) }), longitude.isFinite,
      let latitude = query["lat"].flatMap({ Double($0) }), latitude.isFinite
    else { throw Problem(.badRequest, "lon, lat") }
    let position = Position(longitude: longitude, latitude: latitude)
    let near = try await state.asking(context) { try $0.address(nearestTo: position) }
    var json = JSONWriter()
    json.object { json in
      json.member("address", near?.line)
      json.member("postcode", near?.postcode)
      json.member("city", near?.city)
      json.member("away", near.map { context.wording.distance($0.distance) })
    }
    return Reply.json(json.finish())
  }

  // MARK: The sheet

  /// - Parameters:
  ///   - typed: What somebody typed and was not taken, to be shown again.
  ///   - problem: Why it was not.
  private func show(
    _ code: String, _ context: DeskContext, query: FormFields = FormFields([:]),
    typed: FormFields? = nil, _ problem: Problem?
  ) async throws -> Response {
    let (history, contacts, isGuess) = try await state.asking(context) {
      try $0.establishment(named: code)
    }
    guard let one = history.establishment() else { throw Problem(.notFound) }
    if isGuess || ![one.code, one.id].contains(code) {
      return Reply.seeOther("/desk/e/" + one.code)
    }
    let sheet = Sheet(
      one: one, history: history, contacts: contacts, typed: typed,
      today: state.work(for: context).today)
    let hasMap = context.has(.agent)
    var page = DeskPage(
      one.name, .list, context, state, scripts: hasMap ? [.mapView, .benchMap, .sheet] : [],
      styles: hasMap ? [.benchStyle] : [])
    page.done(query, to: "/desk/e/" + one.code)
    if let problem {
      page.notice(problem.detail ?? context.wording.title(problem.kind), isBad: true)
    }
    sheet.write(to: &page)
    return page.response(problem?.kind.status ?? .ok)
  }

  @Sendable private func change(
    _ request: Request, _ context: DeskContext
  ) async throws -> Response {
    let code = try EstablishmentRoutes.code(context)
    let fields = FormFields(try await Incoming.bytes(of: request, most: 1 << 18))
    let (history, contacts, _) = try await state.asking(context) {
      try $0.establishment(named: code)
    }
    let wording = context.wording
    let version = fields["version"].flatMap { Int64($0) } ?? history.version
    // What was shown when it was typed: only what differs from that is a change.
    let shown =
      history.filtered { $0.sequence <= version }.unmerged ?? Establishment(id: history.id)
    var facts: [EstablishmentField: FactValue?] = [:]
    for field in Sheet.fields {
      guard let text = fields[field.rawValue] else { continue }
      let before = shown.text(field) ?? ""
      if text == before { continue }
      facts.updateValue(
        text.isEmpty ? nil : FactText.value(text, of: field, wording), forKey: field)
    }
    if facts[.position] != nil, facts[.positionSource] == nil {
      facts[.positionSource] = fields["moved"] == "1" ? .source(.map) : .source(.hand)
    }
    var contact = ContactChange()
    let known = contacts.first
    func changed(_ name: String, _ known: String?) -> String? {
      fields[name].flatMap { $0 == known ?? "" ? nil : $0 }
    }
    contact.name = changed("contact", known?.name)
    contact.phone = changed("phone", known?.phone)
    contact.email = changed("email", known?.email)
    do {
      let occasion = try GivenEvent.occasion(fields.filled("date"), fields.filled("reason"))
      let change = try await state.changing(
        context, .factsChanged, of: code, request: fields.request
      ) { [facts, contact] registry in
        try registry.set(facts, contact, of: code, occasion, read: version)
      }
      let isChanged = change.establishment != nil
      return Reply.seeOther("/desk/e/\(code)" + (isChanged ? "?done=1" : ""))
    } catch {
      return try await show(
        code, context, typed: fields, Problem(of: error, context.wording))
    }
  }

  @Sendable private func record(
    _ request: Request, _ context: DeskContext
  ) async throws -> Response {
    let code = try EstablishmentRoutes.code(context)
    let fields = FormFields(try await Incoming.bytes(of: request, most: 1 << 16))
    guard let kind = fields["kind"].flatMap({ GivenEvent.Kind(rawValue: $0) }) else {
      throw Problem(.badRequest)
    }
    if kind != .visit, !context.has(.agent) { throw Problem(.forbidden) }
    let given = GivenEvent(
      kind, date: fields.filled("date"), outcome: fields.filled("outcome"),
      note: fields.filled("note"), sticker: fields.filled("sticker"),
      condition: fields.filled("condition"), callBackOn: fields.filled("call_back_on"),
      event: fields.filled("event").flatMap { Int64($0) })
    do {
      let deed = try given.deed(context.wording, today: state.work(for: context).today)
      _ = try await state.changing(
        context, kind == .undo ? .undone : .eventRecorded, of: code, request: fields.request
      ) { try deed.record(code, $0) }
    } catch {
      return try await show(code, context, Problem(of: error, context.wording))
    }
    return Reply.seeOther("/desk/e/\(code)?done=1")
  }

  @Sendable private func merge(_ request: Request, _ context: DeskContext) async throws -> Response
  {
    let code = try EstablishmentRoutes.code(context)
    let fields = FormFields(try await Incoming.bytes(of: request, most: 1 << 12))
    guard let other = fields.filled("other") else { throw Problem(.badRequest) }
    do {
      let number = try await state.changing(context, .merged, of: code) {
        try $0.merge(code, with: other).merged.number
      }
      return Reply.seeOther("/desk/e/\(code)?done=1&change=\(number)")
    } catch {
      return try await show(code, context, Problem(of: error, context.wording))
    }
  }

  // MARK: Adding

  private func form(_ context: DeskContext, _ typed: FormFields, _ problem: Problem?) -> Response {
    let wording = context.wording
    var page = DeskPage(wording.say("desk.area.add"), .add, context, state)
    if let problem { page.notice(problem.detail ?? wording.title(problem.kind), isBad: true) }
    page.form("/desk/add")
    page.field("name", wording.name(EstablishmentField.name), typed["name"], isNeeded: true)
    page.choice(
      "kind", wording.name(.kind),
      EstablishmentKind.allCases.map { ($0.rawValue, wording.name($0)) }, chosen: typed["kind"],
      isNeeded: true)
    page.field(
      "address", wording.name(EstablishmentField.address), typed["address"],
      hint: wording.say("desk.add.address"))
    page.field("postcode", wording.name(.postcode), typed["postcode"])
    page.field("city", wording.name(.city), typed["city"])
    page.field("opening_hours", wording.name(.openingHours), typed["opening_hours"])
    page.field("contact", wording.say("agent.contactFact"), typed["contact"])
    page.field("phone", wording.say("adherents.bytes.phone"), typed["phone"], type: "tel")
    page.field("email", wording.say("adherents.bytes.email"), typed["email"], type: "email")
    if problem?.kind == .conflict {
      page.body.markup("<p><label><input type=\"checkbox\" name=\"anyway\" value=\"1\"> ")
      page.body.text(wording.say("desk.add.anyway"))
      page.body.markup("</label></p>\n")
    }
    page.button(wording.say("desk.area.add"))
    page.endForm()
    return page.response(problem?.kind.status ?? .ok)
  }

  @Sendable private func add(_ request: Request, _ context: DeskContext) async throws -> Response {
    let fields = FormFields(try await Incoming.bytes(of: request, most: 1 << 18))
    do {
      guard let name = fields.filled("name"),
        let kind = fields.filled("kind").flatMap({ FactText.kind($0, context.wording) })
      else { throw RegistryError.nameMissing }
      var new = NewEstablishment(name: name, kind: kind)
      new.isOther = fields["anyway"] == "1"
      new.contact = ContactChange(
        name: fields.filled("contact"), phone: fields.filled("phone"),
        email: fields.filled("email"))
      for field in [EstablishmentField.address, .postcode, .city, .openingHours] {
        if let text = fields.filled(field.rawValue) {
          new.facts[field] = FactText.value(text, of: field, context.wording)
        }
      }
      let change = try await state.changing(
        context, .establishmentAdded, request: fields.request
      ) { [new] registry in
        var generator = SystemRandomNumberGenerator()
        return try registry.add(new, using: &generator)
      } subject: {
        $0.establishment?.code ?? ""
      }
      guard let one = change.establishment else { throw Problem(.failed) }
      return Reply.seeOther("/desk/e/\(one.code)?done=1")
    } catch {
      return form(context, fields, Problem(of: error, context.wording))
    }
  }
}
