import CoverageEngine
import Foundation
import HTTPTypes
import Hummingbird
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisTown
import RelaisWording

/// The round on a telephone: the apprentice's page, which here also sends its answers; installable, and kept for where there is
/// no network. And the links by which the desk lets a telephone in.
struct StreetPages {
  let state: DeskState

  var routes: [DeskRoute] {
    [
      DeskRoute(.get, "/street", .roles([.apprentice, .agent]), .none, page),
      DeskRoute(.get, "/street/worker.js", .anybody) { _, _ in
        // It stands below the page it keeps.
        var headers: HTTPFields = [.cacheControl: "no-cache"]
        if let name = HTTPField.Name("Service-Worker-Allowed") { headers[name] = "/street" }
        return Reply.raw(
          DeskFile.streetWorker.bytes, DeskFile.streetWorker.type, .ok,
          headers: headers)
      },
      DeskRoute(.get, "/street/manifest.json", .anybody) { _, context in
        Reply.raw(manifest(context.wording), "application/manifest+json", .ok)
      },
      DeskRoute(.get, "/desk/telephones", .roles([.agent, .admin])) { _, context in
        try await telephones(context, nil)
      },
      DeskRoute(.post, "/desk/telephones", .roles([.agent, .admin]), .form(most: 1 << 12), allow),
      DeskRoute(
        .post, "/desk/telephones/end", .roles([.agent, .admin]), .form(most: 1 << 12), end),
      DeskRoute(.get, "/telephone/:link", .anybody, .none, enter),
    ]
  }

  // MARK: The page

  @Sendable private func page(_ request: Request, _ context: DeskContext) async throws -> Response {
    let language = context.wording.language
    guard let rendered = state.streetPages[language] else { throw Problem(.notFound) }
    let bytes = try await rendered.value(
      of: RegistryMark(of: state.territory.registryFile)
    ) { [territory = state.territory] in
      try await Blocking.long.run {
        try MadePage.report("apprentice", of: territory.folder, in: language.code)
      }
    }
    let page = try StreetPage(bytes, nonce: context.nonce)
    var response = Reply.page(page.bytes)
    response.headers[.contentSecurityPolicy] = page.policy
    return response
  }

  private func manifest(_ wording: Wording) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("name", wording.say("desk.area.street") + " – " + state.territory.name)
      json.member("short_name", wording.say("desk.area.street"))
      json.member("start_url", "/street")
      json.member("scope", "/street")
      json.member("display", "standalone")
      json.member("background_color", "#ffffff")
      json.member("theme_color", "#0b5cad")
      json.key("icons")
      json.array { json in
        json.object { json in
          json.member("src", "/web/icon.svg")
          json.member("sizes", "any")
          json.member("type", "image/svg+xml")
          json.member("purpose", "any maskable")
        }
      }
    }
    return json.finish()
  }

  // MARK: Telephones

  /// A telephone is let in by a link that is good once and for a quarter of an hour.
  private func telephones(_ context: DeskContext, _ link: String?) async throws -> Response {
    let wording = context.wording
    let (accounts, sessions) = try await Blocking.reading.run { [state] in
      (
        try state.accounts.accounts().filter { $0.roles.contains(.apprentice) },
        try state.accounts.sessions(at: state.seconds).filter { $0.kind == .telephone }
      )
    }
    var page = DeskPage(wording.say("desk.telephone.title"), .telephones, context, state)
    page.body.element("p", wording.say("desk.telephone.explained"))
    if let link {
      page.notice(wording.say("desk.telephone.link"))
      page.body.markup("<p><code>")
      page.body.text(link)
      page.body.markup("</code></p>\n")
      symbol(of: link, wording.say("desk.telephone.code"), in: &page)
    }
    if accounts.isEmpty {
      page.body.element("p", wording.say("desk.telephone.noAccount"))
    } else {
      page.form("/desk/telephones")
      page.choice(
        "account", wording.say("desk.telephone.whose"), accounts.map { ($0.name, $0.name) },
        chosen: nil, isNeeded: true)
      page.field("label", wording.say("desk.telephone.label"), isNeeded: true)
      page.button(wording.say("desk.telephone.allow"))
      page.endForm()
    }
    page.body.markup("<ul class=\"tasks\">\n")
    for session in sessions {
      page.body.markup("<li>")
      page.body.text(session.label + " · " + session.account.name)
      page.body.markup(" ")
      page.form("/desk/telephones/end")
      page.hidden("number", String(session.number))
      page.button(wording.say("desk.telephone.end"), isQuiet: true)
      page.endForm()
      page.body.markup("</li>\n")
    }
    page.body.markup("</ul>\n")
    return page.response()
  }

  /// The link for a camera, dark on light whatever the page's colours, with the quiet zone cameras need.
  private func symbol(of link: String, _ label: String, in page: inout DeskPage) {
    guard let symbol = QRSymbol(link) else { return }
    let side = symbol.width + 8
    page.body.element("p", label)
    page.body.markup("<p><svg class=\"qr\" role=\"img\"")
    page.body.attribute("viewBox", "-4 -4 \(side) \(side)")
    page.body.attribute("aria-label", label)
    page.body.markup("><path")
    page.body.attribute("d", symbol.path)
    page.body.markup("/></svg></p>\n")
  }

  @Sendable private func allow(_ request: Request, _ context: DeskContext) async throws -> Response
  {
    let fields = FormFields(try await Incoming.bytes(of: request, most: 1 << 12))
    let label = String((fields["label"] ?? "").prefix(60))
    guard let name = fields.filled("account"), !label.isEmpty else { throw Problem(.badRequest) }
    let secret = try await Blocking.reading.run { [state] () -> String? in
      // Only an apprentice's: a telephone that is lost shows no contact.
      guard
        try state.accounts.accounts().contains(where: {
          $0.name == name && $0.roles == [.apprentice]
        })
      else { return nil }
      return try state.accounts.begin(.telephone, of: name, label: label, at: state.seconds)
    }
    guard let secret else {
      throw Problem(.notTaken, context.wording.say("desk.telephone.apprenticeAlone"))
    }
    await state.note(.telephoneAllowed, label, context)
    let link = await state.links.offer(secret, at: state.seconds)
    let host = request.head.authority ?? ""
    let scheme = state.settings.isBehindProxy ? "https" : "http"
    return try await telephones(context, "\(scheme)://\(host)/telephone/\(link)")
  }

  @Sendable private func end(_ request: Request, _ context: DeskContext) async throws -> Response {
    let fields = FormFields(try await Incoming.bytes(of: request, most: 1 << 12))
    guard let number = fields["number"].flatMap({ Int64($0) }) else { throw Problem(.badRequest) }
    let isDone = try await Blocking.reading.run { [state] in
      let isTelephone = try state.accounts.sessions(at: state.seconds).contains {
        $0.number == number && $0.kind == .telephone
      }
      return try isTelephone && state.accounts.end(number: number)
    }
    guard isDone else { throw Problem(.notFound) }
    await state.note(.telephoneEnded, String(number), context)
    return Reply.seeOther("/desk/telephones")
  }

  @Sendable private func enter(_ request: Request, _ context: DeskContext) async throws -> Response
  {
    let link = context.parameters.get("link") ?? ""
    guard let secret = await state.links.take(link, at: state.seconds) else {
      throw Problem(.notFound, context.wording.say("desk.telephone.over"))
    }
    return Reply.seeOther("/street", cookie: state.cookie(secret, .telephone))
  }
}
