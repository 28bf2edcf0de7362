import RelaisFormats
import RelaisGeo
import RelaisWording

extension DeskPage {
  /// Where the map is drawn, with its buttons; it needs the scripts of ``DeskFile/mapView`` and ``DeskFile/benchMap``.
  ///
  /// - Parameters:
  ///   - help: The element that tells how it is used.
  ///   - scenery: Where what lies under the streets is asked for.
  mutating func mapFrame(
    _ id: String, _ label: String, help: String, scenery: String = "/api/v1/scenery"
  ) {
    body.markup("<div class=\"bench-frame\" tabindex=\"0\" role=\"application\"")
    body.attribute("id", id)
    body.attribute("aria-label", label)
    body.attribute("aria-describedby", help)
    body.attribute("data-scenery", scenery)
    body.markup(">\n<canvas aria-hidden=\"true\"></canvas>\n")
    body.markup("<div class=\"bench-tip\" hidden></div>\n<div class=\"bench-zoom\">")
    zoom("in", "+", wording.say("desk.bench.zoomIn"))
    zoom("out", "−", wording.say("desk.bench.zoomOut"))
    zoom("whole", "⤢", wording.say("desk.bench.zoomWhole"))
    body.markup("</div>\n</div>\n")
  }

  private mutating func zoom(_ name: String, _ sign: String, _ label: String) {
    body.markup("<button type=\"button\"")
    body.attribute("data-zoom", name)
    body.attribute("aria-label", label)
    body.attribute("title", label)
    body.markup(">")
    body.text(sign)
    body.markup("</button>")
  }

  /// Values a script reads, as JSON that no text of a file can end.
  mutating func data(_ id: String, _ write: (inout JSONWriter) -> Void) {
    var json = JSONWriter(htmlSafe: true, capacity: 1 << 13)
    json.object(write)
    body.markup("<script type=\"application/json\"")
    body.attribute("id", id)
    body.attribute("nonce", context.nonce)
    body.markup(">")
    body.verbatim(json.finish())
    body.markup("</script>\n")
  }

  /// A place shown on a map.
  struct MapPlace {
    enum Kind: String {
      /// Nothing asks for a look.
      case plain = "relay"
      /// A person should look.
      case doubtful = "removed"
      case added
    }

    var kind: Kind
    var name: String
    var note: String?
    var position: Position
    /// Where a click leads.
    var path: String?
  }

  /// Places on the map of streets, where scripts run; a list beside it says the same. The page needs ``DeskFile/mapView``, ``DeskFile/benchMap``,
  /// ``DeskFile/places`` and ``DeskFile/benchStyle``.
  mutating func map(of places: [MapPlace], _ title: String) {
    if places.isEmpty { return }
    body.markup("<div class=\"bench-colours sheet-map\" data-needs-places hidden>\n")
    body.element("h2", title)
    mapFrame("places-frame", title, help: "places-help")
    body.markup("<p id=\"places-help\" class=\"bench-help\">")
    body.text(wording.say("desk.map.places"))
    body.markup("</p>\n<p id=\"places-said\" role=\"status\"></p>\n</div>\n")
    let offline = wording.say("desk.map.offline")
    data("places-data") { json in
      json.member("offline", offline)
      json.key("places")
      json.array { json in
        for (number, place) in places.enumerated() {
          json.object { json in
            json.member("id", number)
            json.member("kind", place.kind.rawValue)
            json.member("name", place.name)
            json.member("note", place.note)
            json.member("lon", place.position.x)
            json.member("lat", place.position.y)
            json.member("href", place.path)
          }
        }
      }
    }
  }
}
