import CoverageEngine
import RelaisFormats
import RelaisReports
import RelaisWording

/// The parts of a sheet a script brings to life: the map with its pin, and the hours day by day. Without it they stay away,
/// and the fields say all.
struct SheetMap {
  let one: Establishment

  /// The map and what it says, to stand below the field of the position.
  func write(to page: inout DeskPage) {
    let wording = page.wording
    page.hidden("moved", "")
    page.body.markup("<div class=\"bench-colours sheet-map\" data-needs-script hidden>\n")
    page.mapFrame("sheet-frame", wording.say("desk.map.title"), help: "sheet-help")
    page.body.markup("<p id=\"sheet-help\" class=\"bench-help\">")
    page.body.text(wording.say("desk.map.help"))
    page.body.markup("</p>\n<p id=\"sheet-said\" role=\"status\"></p>\n")
    page.body.markup("<p id=\"sheet-near\"></p>\n<p id=\"sheet-figure\"></p>\n</div>\n")
  }

  /// A row for each day, filled by the script.
  static func hours(to page: inout DeskPage) {
    let wording = page.wording
    page.body.markup("<details class=\"sheet-hours\" data-needs-script hidden><summary>")
    page.body.text(wording.say("desk.hours.byDay"))
    page.body.markup("</summary>\n<p class=\"bench-help\">")
    page.body.text(wording.say("desk.hours.explained"))
    page.body.markup("</p>\n<p id=\"hours-problem\" role=\"status\"></p>\n")
    for (code, name) in HoursEditor.days(wording) {
      page.body.markup("<p class=\"hours-day\"><label")
      page.body.attribute("for", "hours-" + code)
      page.body.markup(">")
      page.body.text(name)
      // No name: rows are not sent, the field above them is.
      page.body.markup("</label><input type=\"text\" autocomplete=\"off\"")
      page.body.attribute("id", "hours-" + code)
      page.body.attribute("data-day", code)
      page.body.markup("></p>\n")
    }
    page.body.markup("</details>\n")
  }

  /// Hours as rows, `null` where rows cannot hold them.
  static func rows(_ text: String?, _ wording: Wording, to json: inout JSONWriter) {
    guard let rows = HoursEditor.rows(text, wording) else { return json.null() }
    json.array { json in for row in rows { json.string(row) } }
  }

  /// What the script is given.
  ///
  /// - Parameter hours: What was typed and not taken, instead of the sheet's own.
  func data(to page: inout DeskPage, hours: String?) {
    let wording = page.wording
    page.data("sheet-data") { json in
      json.member("lang", wording.language.code)
      json.member("id", one.id)
      json.member("name", one.name)
      json.member("state", one.state?.rawValue)
      json.key("rows")
      SheetMap.rows(hours ?? one.openingHours, wording, to: &json)
      json.key("words")
      json.object { json in
        for (name, text) in SheetMap.words(wording) { json.member(name, text) }
      }
    }
  }

  private static func words(_ wording: Wording) -> [(String, String)] {
    [
      ("closed", wording.say("desk.hours.closed")),
      ("covered", wording.say("desk.bench.covered")),
      ("gainsNothing", wording.say("desk.map.gainsNothing")),
      ("losesNothing", wording.say("desk.map.losesNothing")),
      ("near", wording.say("desk.map.near")),
      ("noAddress", wording.say("desk.map.noAddress")),
      ("noName", wording.say("desk.bench.noName")),
      ("notRows", wording.say("desk.hours.notRows")),
      ("offline", wording.say("desk.map.offline")),
      ("pin", wording.say("desk.map.pin")),
      ("pinned", wording.say("desk.map.pinned")),
      ("relayTip", wording.say("desk.bench.relayTip")),
      ("schoolTip", wording.say("desk.bench.schoolTip")),
      ("take", wording.say("desk.map.take")),
      ("taken", wording.say("desk.map.taken")),
      ("uncovered", wording.say("desk.bench.uncovered")),
      ("unread", wording.say("desk.hours.unread")),
      ("wouldGain", wording.say("desk.map.wouldGain")),
      ("wouldLose", wording.say("desk.map.wouldLose")),
    ]
  }
}
