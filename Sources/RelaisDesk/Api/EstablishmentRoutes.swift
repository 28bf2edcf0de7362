import CoverageEngine
import Hummingbird
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// The adherents' file: finding, reading and changing establishments.
struct EstablishmentRoutes {
  let state: DeskState

  /// Who may read the file. The council sees figures and the map.
  static let readers: Set<DeskRole> = [.agent, .apprentice, .admin]

  var routes: [DeskRoute] {
    [
      DeskRoute(
        .get, "/api/v1/establishments", .roles(EstablishmentRoutes.readers), .none, list),
      DeskRoute(
        .post, "/api/v1/establishments", .roles([.agent]), .json(most: 1 << 18), add),
      DeskRoute(
        .get, "/api/v1/establishments/:code", .roles(EstablishmentRoutes.readers), .none, one),
      DeskRoute(
        .patch, "/api/v1/establishments/:code", .roles([.agent]), .json(most: 1 << 18), change),
      DeskRoute(
        .post, "/api/v1/establishments/:code/events", .roles([.agent, .apprentice]),
        .json(most: 1 << 16), record),
    ]
  }

  // MARK: Reading

  @Sendable private func list(_ request: Request, _ context: DeskContext) async throws -> Response {
    let query = FormFields(query: request.uri.query)
    let states = try query.all("state").flatMap { $0.split(separator: ",") }
      .filter { !$0.isEmpty }
      .map { text in
        guard let state = FactText.state(String(text), context.wording) else {
          throw Problem(.badRequest, "state")
        }
        return state
      }
    let text = query.filled("q")
    guard (text?.utf8.count ?? 0) <= 500 else { throw Problem(.badRequest, "q") }
    let found = try await state.asking(context) { registry -> [Establishment] in
      guard try registry.isThere else { return [] }
      let filter = EstablishmentFilter(states: states)
      if let text { return try registry.search(text, limit: 100).filter(filter.holds) }
      return try registry.establishments(filter)
    }
    var json = JSONWriter(capacity: 1 << 14)
    json.object { json in
      json.member("schema", "relais.establishments/1")
      json.member("count", found.count)
      json.key("establishments")
      json.array { json in
        for one in found {
          json.breakLine()
          json.object {
            AdherentsJSON.write(one, without: EstablishmentRoutes.hidden(context), to: &$0)
          }
        }
      }
    }
    return Reply.json(json.finish())
  }

  /// Facts only the agent sees: notes may name people.
  static func hidden(_ context: DeskContext) -> Set<EstablishmentField> {
    context.has(.agent) ? [] : [.notes]
  }

  @Sendable private func one(_ request: Request, _ context: DeskContext) async throws -> Response {
    let code = try EstablishmentRoutes.code(context)
    return try await sheet(code, context)
  }

  static func code(_ context: DeskContext) throws -> String {
    guard let text = context.parameters.get("code")?.removingPercentEncoding, !text.isEmpty,
      text.utf8.count <= 300
    else { throw Problem(.notFound) }
    return text
  }

  /// All that is known of an establishment, as far as whoever asks may see it.
  private func sheet(
    _ code: String, _ context: DeskContext, _ status: HTTPResponse.Status = .ok,
    _ change: RegistryChange? = nil
  ) async throws -> Response {
    let (history, contacts, _) = try await state.asking(context) {
      try $0.establishment(named: code)
    }
    guard let known = history.establishment() ?? history.lastKnown else {
      throw Problem(.notFound)
    }
    var json = JSONWriter()
    json.object { json in
      AdherentsJSON.write(known, without: EstablishmentRoutes.hidden(context), to: &json)
      json.member("version", Int(history.version))
      if let change {
        json.key("doubts")
        json.array { json in
          for doubt in change.doubts { json.string(context.wording.sentence(doubt)) }
        }
      }
      EstablishmentRoutes.write(contacts, of: known, context, to: &json)
      if context.has(.agent) {
        json.key("history")
        json.array { json in
          for event in history.events {
            json.object { json in
              EstablishmentRoutes.write(event, history, to: &json)
            }
          }
        }
      }
    }
    var headers: HTTPFields = [:]
    headers[.eTag] = "\"\(history.version)\""
    return Reply.json(json.finish(), status, headers: headers)
  }

  /// Contacts, to the agent; to the apprentice a shop's own telephone, where nobody's name stands beside it.
  private static func write(
    _ contacts: [Contact], of one: Establishment, _ context: DeskContext,
    to json: inout JSONWriter
  ) {
    if context.has(.agent) {
      json.key("contacts")
      json.array { json in
        for contact in contacts {
          json.object { json in
            json.member("name", contact.name)
            json.member("phone", contact.phone)
            json.member("email", contact.email)
          }
        }
      }
    } else if context.has(.apprentice) {
      json.member("phone", ShopTelephone.of(one, contacts))
    }
  }

  private static func write(
    _ event: RegistryEvent, _ history: EstablishmentHistory, to json: inout JSONWriter
  ) {
    json.member("number", Int(event.sequence))
    json.member("kind", event.kind.rawValue)
    json.member("date", event.holdsFrom.iso)
    json.member("recorded_at", event.recordedAt)
    json.member("author", event.author)
    json.member("outcome", event.outcome?.rawValue)
    json.member("note", event.reason)
    json.member("is_undone", history.isTakenBack(event))
    json.key("facts")
    json.object { json in
      for field in EstablishmentField.allCases {
        guard let value = event.changes[field] else { continue }
        json.member(field.rawValue, value?.text)
      }
    }
  }

  // MARK: Changing

  @Sendable private func add(_ request: Request, _ context: DeskContext) async throws -> Response {
    let given = try await Incoming.json(GivenFacts.self, of: request, most: 1 << 18)
    let new = try given.establishment(context.wording)
    let occasion = try given.occasion(today: state.work(for: context).today)
    let change = try await state.changing(
      context, .establishmentAdded, request: try Incoming.key(of: request)
    ) { registry in
      var generator = SystemRandomNumberGenerator()
      return try registry.add(new, occasion, using: &generator)
    } subject: {
      $0.establishment?.code ?? ""
    }
    guard let one = change.establishment else { throw Problem(.failed) }
    return try await sheet(one.id, context, .created, change)
  }

  @Sendable private func change(
    _ request: Request, _ context: DeskContext
  ) async throws -> Response {
    let code = try EstablishmentRoutes.code(context)
    let given = try await Incoming.json(GivenFacts.self, of: request, most: 1 << 18)
    let facts = try given.facts(context.wording)
    let occasion = try given.occasion(today: state.work(for: context).today)
    let contact = given.contact?.change ?? ContactChange()
    var version = given.version
    if let tag = request.headers[.ifMatch] {
      guard let number = Int64(tag.filter(\.isNumber)) else {
        throw Problem(.badRequest, "If-Match")
      }
      version = number
    }
    let change = try await state.changing(
      context, .factsChanged, of: code, request: try Incoming.key(of: request)
    ) { [version] registry in
      try registry.set(facts, contact, of: code, occasion, read: version)
    }
    return try await sheet(change.establishment?.id ?? code, context, .ok, change)
  }

  @Sendable private func record(
    _ request: Request, _ context: DeskContext
  ) async throws -> Response {
    let code = try EstablishmentRoutes.code(context)
    let given = try await Incoming.json(GivenEvent.self, of: request, most: 1 << 16)
    if given.kind != .visit, !context.has(.agent) { throw Problem(.forbidden) }
    let deed = try given.deed(context.wording, today: state.work(for: context).today)
    let id = try await state.changing(
      context, given.kind == .undo ? .undone : .eventRecorded, of: code,
      request: try Incoming.key(of: request)
    ) { registry in
      try deed.record(code, registry)
    }
    return try await sheet(id, context, .created)
  }
}

/// A telephone that is a shop's own, and nobody's.
enum ShopTelephone {
  static func of(_ one: Establishment, _ contacts: [Contact]) -> String? {
    guard one.kind == .shop else { return nil }
    return contacts.first { $0.name == nil && $0.phone != nil }?.phone
  }
}
