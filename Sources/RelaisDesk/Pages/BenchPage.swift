import CoverageEngine
import Hummingbird
import RelaisFormats
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// A page of the bench being written: its parts have the names its script looks for.
struct BenchPage {
  private var page: DeskPage
  private let wording: Wording
  private let town: String

  init(_ title: String, _ area: DeskPage.Area?, _ context: DeskContext, _ state: DeskState) {
    page = DeskPage(
      title, area, context, state, scripts: [.mapView, .streets, .benchMap, .bench],
      styles: [.benchStyle])
    wording = context.wording
    town = state.territory.name
  }

  func response() -> Response {
    var page = page
    page.body.markup("</div>\n")
    return page.response()
  }

  mutating func begin() {
    page.body.markup("<noscript>")
    page.notice(wording.say("desk.bench.noScript"))
    page.body.markup("</noscript>\n")
    page.body.markup("<p id=\"bench-paper\" class=\"bench-paper\"></p>\n")
    page.body.markup("<p id=\"bench-problem\" class=\"bad\" role=\"alert\" hidden></p>\n")
    page.body.markup("<div id=\"bench\" class=\"bench\">\n")
  }

  /// When a scenario that is looked at holds, where it is about a time.
  mutating func moment(of one: KeptScenario, _ windows: [SchoolRunWindow]) {
    let when: String
    switch (try? ScenarioRequest(json: Array(one.request.utf8)))?.moment {
    case nil: return
    case .instant(let instant)?: when = wording.instant(instant)
    case .window(let name, _)?:
      guard let window = Wording.window(called: name, among: windows) else { return }
      when = wording.name(window) + " (" + wording.hours(of: window) + ")"
    }
    page.body.element(
      "p", class: "bench-wide", wording.labelled(wording.say("desk.bench.time"), when))
  }

  // MARK: The map

  /// - Parameter distances: Those of the territory to choose from; `nil` where nothing is to be chosen.
  mutating func map(question distances: [Budget]?, _ windows: [SchoolRunWindow]) {
    page.body.markup("<section data-needs-script hidden>\n")
    page.body.element("h2", wording.say("desk.bench.map"))
    if let distances { question(distances, windows) }
    if distances != nil { address() }
    page.mapFrame("bench-frame", wording.say("desk.bench.map"), help: "bench-help")
    page.body.markup("<p id=\"bench-said\" class=\"bench-said\" role=\"status\"></p>\n")
    page.body.markup("<p id=\"bench-help\" class=\"bench-help\">")
    page.body.text(wording.say(distances == nil ? "desk.bench.helpLook" : "desk.bench.help"))
    page.body.markup("</p>\n")
    legend(isLook: distances == nil)
    page.body.markup("</section>\n")
  }

  private mutating func question(_ distances: [Budget], _ windows: [SchoolRunWindow]) {
    page.body.markup("<div class=\"bench-question\">\n")
    label("bench-distance", wording.say("desk.bench.distance"))
    page.body.markup("<select id=\"bench-distance\">\n")
    for distance in distances { option(distance.key, wording.budget(distance)) }
    option("", wording.say("desk.bench.otherDistance"))
    page.body.markup("</select></div>\n<div id=\"bench-free-field\" hidden>")
    page.body.markup("<label for=\"bench-free\">")
    page.body.text(wording.say("desk.bench.free"))
    page.body.markup(
      "</label><input id=\"bench-free\" type=\"number\" min=\"1\" max=\"5000\" step=\"1\" inputmode=\"numeric\"></div>\n"
    )
    label("bench-time", wording.say("desk.bench.time"))
    page.body.markup("<select id=\"bench-time\">\n")
    option("", wording.say("desk.bench.always"))
    for window in windows {
      option(window.name, wording.name(window) + " (" + wording.hours(of: window) + ")")
    }
    option("at", wording.say("desk.bench.instant"))
    page.body.markup("</select></div>\n<div id=\"bench-at-field\" hidden><label for=\"bench-at\">")
    page.body.text(wording.say("desk.bench.at"))
    page.body.markup("</label><input id=\"bench-at\" type=\"datetime-local\"></div>\n</div>\n")
  }

  /// Where a street or an address is looked for.
  private mutating func address() {
    label("bench-address", wording.say("pages.findAddress"))
    page.body.markup(
      "<input id=\"bench-address\" type=\"search\" autocomplete=\"off\" class=\"bench-address\"></div>\n"
    )
    page.body.markup(
      "<div id=\"bench-answer\" class=\"bench-answer\" role=\"status\" hidden></div>\n")
  }

  private mutating func label(_ id: String, _ text: String) {
    page.body.markup("<div><label")
    page.body.attribute("for", id)
    page.body.markup(">")
    page.body.text(text)
    page.body.markup("</label>")
  }

  private mutating func option(_ value: String, _ text: String) {
    page.body.markup("<option")
    page.body.attribute("value", value)
    page.body.markup(">")
    page.body.text(text)
    page.body.markup("</option>\n")
  }

  private mutating func legend(isLook: Bool) {
    page.body.markup("<ul class=\"bench-legend\">\n")
    sign(
      "<path class=\"covered\" d=\"M0 8H28\"/>",
      wording.say("desk.bench.covered"))
    sign(
      "<path class=\"uncovered\" d=\"M0 8H28\"/>",
      wording.say("desk.bench.uncovered"))
    sign(
      "<path class=\"gained\" d=\"M0 8H28\"/>",
      wording.say("desk.bench.gained"))
    sign(
      "<path class=\"lost\" d=\"M0 8H28\"/>",
      wording.say("desk.bench.lost"))
    sign(
      "<circle class=\"relay\" cx=\"14\" cy=\"8\" r=\"6\"/>",
      wording.say("desk.bench.relayTip"))
    if !isLook {
      sign(
        "<path class=\"candidate\" d=\"M14 2L20 8L14 14L8 8Z\"/>",
        wording.say("desk.bench.candidateTip"))
    }
    sign(
      "<circle class=\"added\" cx=\"14\" cy=\"8\" r=\"7\"/><path class=\"plus\" d=\"M10 8H18M14 4V12\"/>",
      wording.say("desk.bench.addedTip"))
    sign(
      "<path class=\"removed\" d=\"M14 1a7 7 0 1 0 .01 0ZM9.5 3.5L18.5 12.5M18.5 3.5L9.5 12.5\"/>",
      wording.say("desk.bench.removedTip"))
    sign(
      "<path class=\"school\" d=\"M14 2L20 6V14H8V6Z\"/>",
      wording.say("desk.bench.schoolTip"))
    page.body.markup("</ul>\n")
  }

  private mutating func sign(_ drawing: StaticString, _ text: String) {
    page.body.markup("<li><svg viewBox=\"0 0 28 16\" aria-hidden=\"true\">")
    page.body.markup(drawing)
    page.body.markup("</svg>")
    page.body.text(text)
    page.body.markup("</li>\n")
  }

  // MARK: Figures and what changes

  /// Those of now; the script puts a scenario's beside them.
  mutating func figures(_ summaries: [BudgetSummary], isLook: Bool) {
    page.body.markup("<section>\n")
    page.body.element("h2", wording.say("desk.bench.figures"))
    page.body.markup("<p id=\"bench-summary\" class=\"bench-summary\" aria-live=\"polite\"></p>\n")
    page.body.markup("<div id=\"bench-figures\">\n<table class=\"figures\">")
    page.body.element("caption", wording.say("desk.bench.figuresNow"))
    page.head([
      wording.say("desk.bench.distance"), wording.say("desk.bench.coveredStreets"),
      wording.say("desk.bench.share"),
    ])
    for summary in summaries {
      page.row([
        wording.budget(summary.budget), wording.distance(summary.streetsCovered),
        wording.share(summary.streetsShare),
      ])
    }
    page.body.markup("</tbody></table>\n</div>\n<div data-needs-script hidden>\n")
    page.body.markup("<p class=\"bench-tools\">\n")
    if !isLook {
      tool("bench-undo", wording.say("desk.bench.undo"))
      tool("bench-redo", wording.say("desk.bench.redo"))
      tool("bench-reset", wording.say("desk.bench.reset"))
    }
    tool("bench-print", wording.say("desk.bench.print"))
    page.body.markup("</p>\n")
    part("h3", wording.say("desk.bench.steps"), "bench-steps")
    page.body.markup("<div id=\"bench-findings\"></div>\n")
    if !isLook {
      page.body.markup("<div class=\"bench-edit\">\n<p class=\"bench-tools\">")
      tool("bench-next", wording.say("desk.bench.next"))
      page.body.markup("</p>\n<div id=\"bench-next-list\"></div>\n</div>\n")
    }
    page.body.markup("</div>\n</section>\n")
  }

  mutating func changes(isLook: Bool) {
    page.body.markup(
      "<section class=\"bench-wide\" data-needs-script hidden>\n<div class=\"bench-pair\">\n<div>\n"
    )
    part("h2", wording.say("desk.bench.closed"), "bench-closed")
    page.body.markup("</div>\n<div>\n")
    part("h2", wording.say("desk.bench.opened"), "bench-opened")
    page.body.markup("</div>\n</div>\n")
    part("h2", wording.say("desk.bench.schools"), "bench-schools")
    page.body.element("p", class: "bench-help", wording.say("desk.bench.schoolsExplained"))
    page.body.markup("</section>\n")
  }

  /// The map in words: whoever does not point does everything here.
  mutating func pickers() {
    page.body.markup(
      "<section class=\"bench-wide bench-edit\" data-needs-script hidden>\n<div class=\"bench-pair\">\n<div>\n"
    )
    page.body.element("h2", wording.say("desk.bench.relays"))
    search("bench-relay-search", wording.say("desk.bench.relaySearch"))
    page.body.markup("<div id=\"bench-relays\"></div>\n</div>\n<div>\n")
    page.body.element("h2", wording.say("desk.bench.candidates"))
    search("bench-candidate-search", wording.say("desk.bench.candidateSearch"))
    page.body.markup("<div id=\"bench-candidates\"></div>\n</div>\n</div>\n</section>\n")
  }

  private mutating func search(_ id: String, _ text: String) {
    page.body.markup("<p><label")
    page.body.attribute("for", id)
    page.body.markup(">")
    page.body.text(text)
    page.body.markup("</label><br><input type=\"search\" autocomplete=\"off\"")
    page.body.attribute("id", id)
    page.body.markup("></p>\n")
  }

  mutating func kept() {
    page.body.markup("<section class=\"bench-wide bench-edit\" data-needs-script hidden>\n")
    page.body.markup("<h2 id=\"bench-kept-heading\" tabindex=\"-1\">")
    page.body.text(wording.say("desk.bench.kept"))
    page.body.markup("</h2>\n<form id=\"bench-keep\" class=\"bench-keep\">")
    label("bench-name", wording.say("desk.bench.keepAs"))
    page.body.markup(
      "<input id=\"bench-name\" type=\"text\" maxlength=\"100\" autocomplete=\"off\" required></div>\n"
    )
    page.button(wording.say("desk.bench.keep"))
    page.endForm()
    page.body.markup("<div id=\"bench-kept\"></div>\n")
    page.body.element("h2", wording.say("desk.bench.comparing"))
    page.body.markup("<form id=\"bench-compare\" class=\"bench-keep\">")
    for (id, text) in [
      ("bench-one", wording.say("desk.bench.one")),
      ("bench-other", wording.say("desk.bench.other")),
    ] {
      label(id, text)
      page.body.markup("<select")
      page.body.attribute("id", id)
      page.body.markup("></select></div>\n")
    }
    page.button(wording.say("desk.bench.compare"), isQuiet: true)
    page.endForm()
    page.body.markup("<div id=\"bench-compared\"></div>\n</section>\n")
  }

  private mutating func part(_ tag: StaticString, _ title: String, _ id: String) {
    page.body.element(tag, title)
    page.body.markup("<div")
    page.body.attribute("id", id)
    page.body.markup("></div>\n")
  }

  private mutating func tool(_ id: String, _ text: String) {
    page.body.markup("<button type=\"button\" class=\"quiet\"")
    page.body.attribute("id", id)
    page.body.markup(">")
    page.body.text(text)
    page.body.markup("</button>\n")
  }

  // MARK: What the script is given

  /// - Parameter look: The scenario that is only looked at.
  mutating func data(distances: [Budget], keeps: Bool, look: KeptScenario?) {
    let (wording, town) = (wording, town)
    page.data("bench-data") { json in
      json.member("lang", wording.language.code)
      json.member("town", town)
      json.key("distances")
      json.array { json in for distance in distances { json.string(distance.key) } }
      json.member("keeps", keeps)
      json.member("look", look?.link)
      json.key("scenario")
      if let value = look.flatMap({ try? JSONValue(Array($0.request.utf8)) }) {
        BenchRoutes.write(value, to: &json)
      } else {
        json.null()
      }
      json.key("words")
      json.object { json in
        for (name, text) in BenchWords.all(wording) { json.member(name, text) }
      }
    }
  }
}
