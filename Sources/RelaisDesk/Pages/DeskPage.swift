import CoverageEngine
import Hummingbird
import RelaisRegistry
import RelaisReports
import RelaisWording

/// A page of the desk being written: the head, who is signed in and where to go, then what the page is for.
struct DeskPage {
  /// Where the menu leads.
  enum Area: CaseIterable {
    case today, list, add, `import`, inbox, print, rights, copies, log, bench, street, telephones,
      accounts

    var path: String {
      switch self {
      case .today: "/desk"
      case .list: "/desk/list"
      case .add: "/desk/add"
      case .import: "/desk/import"
      case .inbox: "/desk/inbox"
      case .print: "/desk/print"
      case .rights: "/desk/rights"
      case .copies: "/desk/copies"
      case .log: "/desk/log"
      case .bench: "/bench"
      case .street: "/street"
      case .telephones: "/desk/telephones"
      case .accounts: "/accounts"
      }
    }

    /// Who finds it in the menu.
    var roles: Set<DeskRole> {
      switch self {
      case .today, .add, .inbox, .print, .rights: [.agent]
      case .list: EstablishmentRoutes.readers
      case .import: [.agent, .admin]
      case .copies, .log: [.agent, .admin]
      case .bench: [.agent, .apprentice, .council, .admin]
      case .street: [.apprentice, .agent]
      case .telephones: [.agent, .admin]
      case .accounts: [.admin]
      }
    }

    func title(_ wording: Wording) -> String {
      switch self {
      case .today: wording.say("desk.area.today")
      case .list: wording.say("desk.area.list")
      case .add: wording.say("desk.area.add")
      case .import: wording.say("desk.area.import")
      case .inbox: wording.say("desk.area.inbox")
      case .print: wording.say("desk.area.print")
      case .rights: wording.say("desk.area.rights")
      case .copies: wording.say("desk.area.copies")
      case .log: wording.say("desk.area.log")
      case .bench: wording.say("desk.area.bench")
      case .street: wording.say("desk.area.street")
      case .telephones: wording.say("desk.area.telephones")
      case .accounts: wording.say("desk.area.accounts")
      }
    }
  }

  let context: DeskContext
  let wording: Wording
  private var generator = SystemRandomNumberGenerator()
  /// The page as it is so far; what it is for is written here.
  var body: HTMLBuffer

  /// - Parameters:
  ///   - area: Which place of the menu it is; `nil` for none.
  ///   - scripts: Those it needs besides the one of all pages.
  init(
    _ title: String, _ area: Area?, _ context: DeskContext, _ state: DeskState,
    scripts: [DeskFile] = [], styles: [DeskFile] = []
  ) {
    self.context = context
    wording = context.wording
    body = HTMLBuffer(capacity: 1 << 16)
    body.markup("<!DOCTYPE html>\n<html")
    body.attribute("lang", wording.language.code)
    body.markup(">\n<head>\n<meta charset=\"utf-8\">\n")
    body.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    body.markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
    body.markup("<link rel=\"icon\" href=\"data:,\">\n")
    body.element("title", title + " – " + state.territory.name)
    for file in [DeskFile.style] + styles {
      body.markup("<link rel=\"stylesheet\"")
      body.attribute("href", file.path)
      body.attribute("nonce", context.nonce)
      body.markup(">\n")
    }
    for file in [DeskFile.script] + scripts {
      body.markup("<script defer")
      body.attribute("src", file.path)
      body.attribute("nonce", context.nonce)
      body.markup("></script>\n")
    }
    body.markup("</head>\n<body>\n<a class=\"skip\" href=\"#content\">")
    body.text(wording.skipToContent)
    body.markup("</a>\n<header>\n")
    head(state, area)
    body.markup("</header>\n<main id=\"content\" tabindex=\"-1\">\n")
    body.element("h1", title)
  }

  private mutating func head(_ state: DeskState, _ area: Area?) {
    body.markup("<p class=\"town\"><a href=\"/\">")
    body.text(state.territory.name)
    body.markup("</a></p>\n")
    guard let session = context.session else { return }
    let roles = session.account.roles
    if !roles.isDisjoint(with: EstablishmentRoutes.readers) {
      body.markup(
        "<form class=\"find\" action=\"/desk/list\" role=\"search\"><input type=\"search\" ")
      body.markup("name=\"q\" autocomplete=\"off\" data-search=\"/desk/suggest\"")
      body.attribute("aria-label", wording.say("desk.search.label"))
      body.attribute("placeholder", wording.say("desk.search.label"))
      body.markup("><button>")
      body.text(wording.say("desk.search.button"))
      body.markup("</button></form>\n")
    }
    body.markup("<nav")
    body.attribute("aria-label", wording.say("desk.menu"))
    body.markup("><ul>\n")
    for place in Area.allCases where !roles.isDisjoint(with: place.roles) {
      body.markup("<li><a")
      body.attribute("href", place.path)
      if place == area { body.markup(" aria-current=\"page\"") }
      body.markup(">")
      body.text(place.title(wording))
      body.markup("</a></li>\n")
    }
    body.markup("</ul></nav>\n<form class=\"out\" method=\"post\" action=\"/signout\"><span>")
    body.text(session.account.name)
    body.markup("</span> <button>")
    body.text(wording.say("desk.signOut"))
    body.markup("</button></form>\n")
  }

  /// The whole page.
  consuming func finish() -> [UInt8] {
    body.markup("</main>\n</body>\n</html>\n")
    return body.bytes
  }

  func response(_ status: HTTPResponse.Status = .ok) -> Response {
    Reply.page(finish(), status)
  }

  // MARK: Parts of pages

  /// Something that went wrong, or was done: read aloud where the page is not looked at.
  mutating func notice(_ text: String, isBad: Bool = false) {
    body.markup(isBad ? "<p class=\"bad\" role=\"alert\">" : "<p class=\"good\" role=\"status\">")
    body.text(text)
    body.markup("</p>\n")
  }

  /// A field of a form with its label.
  ///
  /// - Parameter form: Tells the fields of several forms of a page apart.
  mutating func field(
    _ name: String, _ label: String, _ value: String? = nil, type: String = "text",
    hint: String? = nil, isNeeded: Bool = false, autocomplete: String = "off", of form: String = "f"
  ) {
    body.markup("<p class=\"field\"><label")
    body.attribute("for", form + "-" + name)
    body.markup(">")
    body.text(label)
    body.markup("</label>")
    if type == "textarea" {
      body.markup("<textarea rows=\"3\"")
    } else {
      body.markup("<input")
      body.attribute("type", type)
      body.attribute("value", value ?? "")
    }
    body.attribute("id", form + "-" + name)
    body.attribute("name", name)
    body.attribute("autocomplete", autocomplete)
    if isNeeded { body.markup(" required") }
    if hint != nil { body.attribute("aria-describedby", "h-" + name) }
    body.markup(">")
    if type == "textarea" {
      // A line break that opens a text area is not part of it.
      body.markup("\n")
      body.text(lines: value ?? "")
      body.markup("</textarea>")
    }
    if let hint {
      body.markup("<small")
      body.attribute("id", "h-" + name)
      body.markup(">")
      body.text(hint)
      body.markup("</small>")
    }
    body.markup("</p>\n")
  }

  /// A choice among values, none of which is chosen unless it is known.
  mutating func choice(
    _ name: String, _ label: String, _ values: [(value: String, label: String)],
    chosen: String?, isNeeded: Bool = false
  ) {
    body.markup("<p class=\"field\"><label")
    body.attribute("for", "f-" + name)
    body.markup(">")
    body.text(label)
    body.markup("</label><select")
    body.attribute("id", "f-" + name)
    body.attribute("name", name)
    if isNeeded { body.markup(" required") }
    body.markup(">\n")
    body.markup("<option value=\"\">—</option>\n")
    for (value, label) in values {
      body.markup("<option")
      body.attribute("value", value)
      if value == chosen { body.markup(" selected") }
      body.markup(">")
      body.text(label)
      body.markup("</option>\n")
    }
    body.markup("</select></p>\n")
  }

  mutating func hidden(_ name: String, _ value: String) {
    body.markup("<input type=\"hidden\"")
    body.attribute("name", name)
    body.attribute("value", value)
    body.markup(">\n")
  }

  mutating func button(_ label: String, isQuiet: Bool = false) {
    body.markup(isQuiet ? "<button class=\"quiet\">" : "<button>")
    body.text(label)
    body.markup("</button>\n")
  }

  /// Begins a form that changes something.
  mutating func form(_ action: String, isUpload: Bool = false) {
    body.markup("<form method=\"post\"")
    body.attribute("action", action)
    if isUpload { body.markup(" enctype=\"multipart/form-data\"") }
    body.markup(">\n")
    // Sent twice by a hand that was too quick, or again by a browser, it is done once.
    if !isUpload { hidden("request", RegistryUUID.random(using: &generator)) }
  }

  mutating func endForm() { body.markup("</form>\n") }

  mutating func link(_ path: String, _ text: String) {
    body.markup("<a")
    body.attribute("href", path)
    body.markup(">")
    body.text(text)
    body.markup("</a>")
  }
}
