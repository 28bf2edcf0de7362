import CoverageEngine
import Hummingbird
import RelaisFormats
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// Coverage as it is now, and what a scenario would make of it.
struct BenchRoutes {
  let state: DeskState

  var routes: [DeskRoute] {
    [
      DeskRoute(.get, "/api/v1/coverage", .signedIn) { request, context in
        let (distances, moment) = try BenchRoutes.question(request)
        return try await answer(context) {
          try $0.coverageJSON(distances: distances, at: moment)
        }
      },
      DeskRoute(.get, "/api/v1/map", .signedIn) { request, context in
        let (distances, moment) = try BenchRoutes.question(request)
        return try await answer(context) {
          try $0.map(distance: distances.first, at: moment).json(context.wording)
        }
      },
      DeskRoute(.get, "/api/v1/streets", .signedIn) { _, context in
        try await answer(context) { try $0.streetsJSON(context.wording) }
      },
      DeskRoute(.get, "/api/v1/scenery", .signedIn) { _, context in
        try await answer(context) { $0.sceneryJSON() }
      },
      DeskRoute(.post, "/api/v1/scenario", .signedIn, .json(most: 1 << 20)) { request, context in
        let asked = try ScenarioRequest(
          json: try await Incoming.bytes(of: request, most: 1 << 20))
        return try await answer(context) { try $0.answer(asked).json(context.wording) }
      },
      DeskRoute(.post, "/api/v1/scenario/next", .signedIn, .json(most: 1 << 20)) {
        request, context in
        let asked = try ScenarioRequest(
          json: try await Incoming.bytes(of: request, most: 1 << 20))
        return try await answer(context) { try $0.next(after: asked).json(context.wording) }
      },
      DeskRoute(.get, "/api/v1/scenarios", .roles(BenchRoutes.planners)) { _, _ in
        let kept = try await Blocking.reading.run { [state] in try state.accounts.scenarios() }
        var json = JSONWriter()
        json.object { json in
          json.key("scenarios")
          json.array { json in
            for one in kept { json.object { BenchRoutes.write(one, to: &$0) } }
          }
        }
        return Reply.json(json.finish())
      },
      DeskRoute(
        .post, "/api/v1/scenarios", .roles(BenchRoutes.planners), .json(most: 1 << 20), keep),
      DeskRoute(.delete, "/api/v1/scenarios/:number", .roles(BenchRoutes.planners)) {
        _, context in
        guard let number = context.parameters.get("number").flatMap({ Int64($0) }) else {
          throw Problem(.notFound)
        }
        let isDone = try await Blocking.reading.run { [state] in
          try state.accounts.forget(scenario: number)
        }
        guard isDone else { throw Problem(.notFound) }
        return Reply.nothing()
      },
      DeskRoute(.get, "/api/v1/look/:link", .anybody) { _, context in
        let one = try await kept(context)
        var json = JSONWriter()
        json.object { BenchRoutes.write(one, isOwn: false, to: &$0) }
        return Reply.json(json.finish())
      },
      // What the council publishes anyway: streets, relays, figures.
      DeskRoute(.get, "/api/v1/look/:link/map", .anybody) { request, context in
        let own = try ScenarioRequest(json: Array(try await kept(context).request.utf8)).candidates
        let (distances, moment) = try BenchRoutes.question(request)
        return try await answer(context) {
          try $0.map(distance: distances.first, at: moment).json(context.wording, showing: own)
        }
      },
      DeskRoute(.get, "/api/v1/look/:link/scenery", .anybody) { _, context in
        _ = try await kept(context)
        return try await answer(context) { $0.sceneryJSON() }
      },
      DeskRoute(.get, "/api/v1/look/:link/answer", .anybody) { _, context in
        let asked = try ScenarioRequest(json: Array(try await kept(context).request.utf8))
        return try await answer(context) { try $0.answer(asked).json(context.wording) }
      },
    ]
  }

  /// Who keeps scenarios.
  static let planners: Set<DeskRole> = [.council, .agent, .admin]

  /// `?distance=300&at=2026-11-30T08:00` or `&window=`.
  ///
  /// - Throws: ``Problem``.
  static func question(
    _ request: Request
  ) throws -> (distances: [Double], moment: TimeRequest.Moment?) {
    let query = FormFields(query: request.uri.query)
    let distances = try query.all("distance").flatMap { $0.split(separator: ",") }.map { text in
      guard let metres = Double(text), metres.isFinite else {
        throw Problem(.badRequest, "distance")
      }
      return metres
    }
    guard distances.count <= 8 else { throw Problem(.badRequest, "distance") }
    let (at, window) = (query.filled("at"), query.filled("window"))
    guard at == nil || window == nil else { throw Problem(.badRequest, "at, window") }
    if let at {
      guard let instant = LocalInstant(parsing: at) else { throw Problem(.badRequest, "at") }
      return (distances, .instant(instant))
    }
    return (distances, window.map { .window($0) })
  }

  private func answer(
    _ context: DeskContext, _ body: @escaping @Sendable (LiveTown) throws -> [UInt8]
  ) async throws -> Response {
    let town = try await state.town.town(state.work(by: ""))
    return Reply.json(try await Blocking.computing.run { try body(town) })
  }

  // MARK: Scenarios people keep

  private struct Kept: Decodable {
    var name: String
  }

  @Sendable private func keep(_ request: Request, _ context: DeskContext) async throws -> Response {
    let bytes = try await Incoming.bytes(of: request, most: 1 << 20)
    guard case .object(let members)? = try? JSONValue(bytes),
      case .string(let name)? = members["name"], !name.allSatisfy(\.isWhitespace),
      name.count <= 100, case .object? = members["scenario"],
      let asked = members["scenario"].map(BenchRoutes.text)
    else { throw Problem(.badRequest, "name, scenario") }
    // Only what can be asked is kept.
    _ = try ScenarioRequest(json: Array(asked.utf8))
    let account = try context.account().name
    let one = try await Blocking.reading.run { [state] in
      try state.accounts.keep(asked, named: name, by: account)
    }
    guard let one else { throw Problem(.conflict) }
    await state.note(.scenarioKept, name, context)
    var json = JSONWriter()
    json.object { BenchRoutes.write(one, to: &$0) }
    return Reply.json(json.finish(), .created)
  }

  func kept(_ context: DeskContext) async throws -> KeptScenario {
    let link = context.parameters.get("link") ?? ""
    let one = try await Blocking.reading.run { [state] in
      try state.accounts.scenario(link: link)
    }
    guard let one else { throw Problem(.notFound) }
    return one
  }

  private static func write(
    _ one: KeptScenario, isOwn: Bool = true, to json: inout JSONWriter
  ) {
    json.member("number", Int(one.number))
    json.member("name", one.name)
    if isOwn {
      json.member("account", one.account)
      json.member("link", one.link.map { "/look/" + $0 })
    }
    json.key("scenario")
    if let value = try? JSONValue(Array(one.request.utf8)) {
      write(value, to: &json)
    } else {
      json.null()
    }
  }

  private static func text(_ value: JSONValue) -> String {
    var json = JSONWriter()
    write(value, to: &json)
    return String(decoding: json.finish(), as: UTF8.self)
  }

  static func write(_ value: JSONValue, to json: inout JSONWriter) {
    switch value {
    case .null: json.null()
    case .bool(let flag): json.bool(flag)
    case .number(let number): json.number(number)
    case .string(let text): json.string(text)
    case .array(let values):
      json.array { json in for value in values { write(value, to: &json) } }
    case .object(let members):
      json.object { json in
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
          json.key(name)
          write(value, to: &json)
        }
      }
    }
  }
}
