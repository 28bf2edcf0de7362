import CoverageEngine
import RelaisGeo
import RelaisWording

/// The page a town puts on its site: find the nearest relays from a street, see them all on a map and
/// in a table. One file that asks the network for nothing; without scripts the table and the map stay.
struct PublicPage {
  /// Relays listed for a street, and how far they are looked for.
  static let nearest = 5
  static let reach = Length(millimetres: 5_000_000)

  let material: ReportMaterial
  let wording: Wording
  let places: [PublicPlaces.Place]
  private let index: [String: Int]
  private let map: PublicMap

  init(_ material: ReportMaterial, _ wording: Wording) {
    self.material = material
    self.wording = wording
    let sorted = PublicPlaces(material)
    places = sorted.places
    index = sorted.index
    map = PublicMap(material, places.compactMap(\.relay.position))
  }

  func bytes() -> [UInt8] {
    var page = HTMLBuffer()
    head(to: &page)
    page.markup("<body>\n<a class=\"skip\" href=\"#content\">")
    page.text(wording.skipToContent)
    page.markup("</a>\n<div class=\"page\">\n<header>\n<h1>")
    page.text(wording.publicTitle)
    page.markup(" <span class=\"place\">")
    page.text(place)
    page.markup("</span></h1>\n")
    page.element("p", class: "answer", wording.publicAnswer(places.count))
    page.markup("</header>\n<main id=\"content\" tabindex=\"-1\">\n")
    search(to: &page)
    map(to: &page)
    list(to: &page)
    page.markup("</main>\n<footer>\n")
    page.element("p", wording.publicMethod(pace: material.childPace))
    if !material.credits.isEmpty {
      page.element(
        "p", wording.creditsTitle + wording.colon + material.credits.joined(separator: " · "))
    }
    page.element("p", wording.publicMade(by: material.generator, date: material.date))
    page.markup("</footer>\n</div>\n<script type=\"application/json\" id=\"data\">")
    page.verbatim(PublicData(self, map).json())
    for script in PublicPage.scripts {
      page.markup("</script>\n<script>")
      page.file(script)
    }
    page.markup("</script>\n</body>\n</html>\n")
    return page.bytes
  }

  private static let scripts: [WebFile] = [.mapView, .streetsScript, .tablesScript, .publicScript]

  /// The town; of a past day, with the day.
  private var place: String {
    guard material.isPast, let day = material.date else { return material.territory }
    return material.territory + " · " + wording.asOf(day)
  }

  /// What the page says, without its map and its search.
  func document() -> ReportDocument {
    let table = Table(
      id: "places", caption: wording.publicCaption(places.count),
      columns: wording.publicHeaders.enumerated().map { .init($1, namesRow: $0 == 1) },
      rows: places.indices.map { number in
        Table.Row([
          wording.integerCell(number + 1), .text(places[number].relay.name),
          .text(address(places[number].relay)), .text(hours(number)),
        ])
      })
    return ReportDocument(
      language: wording.language, title: wording.publicTitle, subtitle: place,
      answer: wording.publicAnswer(places.count),
      sections: [.init(id: "list", heading: wording.publicListHeading, blocks: [.table(table)])],
      credits: material.credits,
      generator: wording.publicMade(by: material.generator, date: material.date))
  }

  /// Streets with their nearest places, by name; places by their index here.
  func streets() -> [(spot: StreetSpot, nearest: [(place: Int, metres: Length)])] {
    let facilities = material.result.facilities
    return material.result.streetSpots(nearest: PublicPage.nearest, within: PublicPage.reach)
      .map { spot in
        (
          spot,
          spot.nearest.compactMap { walk in
            index[facilities[walk.facility].id].map { place in
              (
                place,
                places[place].relay.isApproximate ? PublicPage.rough(walk.length) : walk.length
              )
            }
          }
        )
      }
      .sorted {
        (Establishment.folded($0.spot.name), $0.spot.name)
          < (Establishment.folded($1.spot.name), $1.spot.name)
      }
  }

  /// To a hundred metres, one hundred at least.
  private static func rough(_ length: Length) -> Length {
    Length(millimetres: max(1, (length.millimetres + 50_000) / 100_000) * 100_000)
  }

  private func head(to page: inout HTMLBuffer) {
    page.markup("<!DOCTYPE html>\n<html")
    page.attribute("lang", wording.language.code)
    page.markup(">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"")
    page.attribute("content", ContentPolicy.allowing(scripts: PublicPage.scripts))
    page.markup(">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
    page.markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
    page.markup("<link rel=\"icon\" href=\"data:,\">\n")
    page.element("title", wording.publicTitle + " – " + material.territory)
    page.markup("<style>")
    page.file(.pageStyle)
    page.file(.publicStyle)
    page.markup("</style>\n</head>\n")
  }

  private func search(to page: inout HTMLBuffer) {
    page.markup(
      "<section id=\"near\" aria-labelledby=\"near-heading\" hidden>\n<h2 id=\"near-heading\">")
    page.text(wording.nearHeading)
    page.markup("</h2>\n<div class=\"ask\"><label for=\"street\">")
    page.text(wording.nearLabel)
    page.markup(
      "</label>\n<input id=\"street\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\"")
    page.attribute("aria-describedby", "near-help")
    page.markup("></div>\n<p id=\"near-help\" class=\"hint\">")
    page.text(wording.nearHelp)
    page.markup(
      "</p>\n<p id=\"said\" role=\"status\"></p>\n<ul id=\"choices\" class=\"choices\"></ul>\n")
    page.markup(
      "<ol id=\"found\" class=\"found\"></ol>\n<div id=\"whole\" class=\"map-answer\" hidden></div>\n</section>\n"
    )
  }

  private func map(to page: inout HTMLBuffer) {
    page.markup("<section id=\"map\" aria-labelledby=\"map-heading\">\n<h2 id=\"map-heading\">")
    page.text(wording.publicMapHeading)
    page.markup("</h2>\n<div class=\"town\" id=\"frame\" tabindex=\"0\" role=\"application\"")
    page.attribute("aria-label", wording.publicMapHeading)
    page.markup(">\n")
    map.still(wording.publicMapLabel(places.count), to: &page)
    // The size of a mark for a drawing 700 pixels wide.
    let scale = Double(max(map.picture.width, map.picture.height)) / 700
    for (number, place) in places.enumerated() {
      guard let position = place.relay.position, position.isFinite else { continue }
      let at = map.picture.point(map.plane.point(position))
      page.markup(place.relay.isApproximate ? "<g class=\"mark about\"" : "<g class=\"mark\"")
      page.attribute(
        "transform", "translate(\(at.x) \(at.y)) scale(\(Int((scale * 100).rounded()))e-2)")
      page.markup("><circle r=\"9\"/><text y=\"3.5\">")
      page.number(number + 1)
      page.markup("</text></g>\n")
    }
    page.markup(
      "</svg>\n<p class=\"north\"><span aria-hidden=\"true\">↑<br>N</span><span class=\"vh\">")
    page.text(wording.northUp)
    page.markup("</span></p>\n<div class=\"zoom\" hidden>")
    for (id, label, sign) in [
      ("in", wording.zoomIn, "+"), ("out", wording.zoomOut, "−"), ("all", wording.wholeMap, "⤢"),
    ] {
      page.markup("<button type=\"button\"")
      page.attribute("id", "zoom-" + id)
      page.attribute("aria-label", label)
      page.attribute("title", label)
      page.markup(">")
      page.text(sign)
      page.markup("</button>")
    }
    page.markup("</div>\n")
    if !material.credits.isEmpty {
      page.element("p", class: "map-credit", material.credits.joined(separator: " · "))
    }
    page.markup("</div>\n")
    page.element("p", class: "hint", wording.publicMapTwin)
    page.markup("</section>\n")
  }

  private func list(to page: inout HTMLBuffer) {
    page.markup("<section id=\"list\" aria-labelledby=\"list-heading\">\n<h2 id=\"list-heading\">")
    page.text(wording.publicListHeading)
    page.markup("</h2>\n")
    if places.isEmpty { page.element("p", wording.publicNone) }
    if let day = material.date { page.element("p", class: "print-day", wording.printDay(day)) }
    var districts: [(name: String?, places: [Int])] = []
    for (number, place) in places.enumerated() {
      if districts.isEmpty || districts[districts.count - 1].name != place.district {
        districts.append((place.district, []))
      }
      districts[districts.count - 1].places.append(number)
    }
    for (group, district) in districts.enumerated() {
      let caption = "caption-\(group + 1)"
      let isOne = districts.count == 1
      page.markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\"")
      page.attribute("aria-labelledby", caption)
      page.markup(">\n<table class=\"places\">\n<caption")
      page.attribute("id", caption)
      page.markup(">")
      page.text(
        isOne
          ? wording.publicCaption(district.places.count)
          : wording.publicCaption(district.name, district.places.count))
      page.markup("</caption>\n<thead><tr>")
      for (number, header) in wording.publicHeaders.enumerated() {
        page.markup(number == 0 ? "<th scope=\"col\" class=\"num\">" : "<th scope=\"col\">")
        page.text(header)
        page.markup("</th>")
      }
      page.markup("</tr></thead>\n<tbody>\n")
      for number in district.places { row(number, to: &page) }
      page.markup("</tbody>\n</table>\n</div>\n")
    }
    page.markup("</section>\n")
  }

  private func row(_ number: Int, to page: inout HTMLBuffer) {
    let relay = places[number].relay
    page.markup("<tr")
    page.attribute("id", "place-\(number + 1)")
    page.markup("><td class=\"num\">")
    page.number(number + 1)
    page.markup("</td><th scope=\"row\">")
    page.text(relay.name)
    if let kind = relay.kind {
      page.markup("<span class=\"detail\">")
      page.text(wording.relayKind(kind))
      page.markup("</span>")
    }
    page.markup("</th><td>")
    page.text(address(relay))
    page.markup("</td><td>")
    page.text(hours(number))
    page.markup("<span class=\"now\"")
    page.attribute("data-now", "\(number)")
    page.markup("></span></td></tr>\n")
  }

  func address(_ relay: PublicRelay) -> String { relay.shownAddress(wording) }

  func hours(_ number: Int) -> String { places[number].hours(wording) }
}
