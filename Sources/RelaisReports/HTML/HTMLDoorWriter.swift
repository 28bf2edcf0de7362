import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisWording

/// Writes doors as cards for a thumb, and as a sheet to tick for paper.
struct HTMLDoorWriter {
  let doors: [Door]
  let plan: DoorPlan?
  let wording: Wording

  func write(to page: inout HTMLBuffer) {
    page.markup("<ol class=\"doors\"")
    if let plan { page.attribute("data-plan", HTMLDoorWriter.json(plan)) }
    page.markup(">\n")
    for door in doors { card(door, to: &page) }
    page.markup("</ol>\n")
    sheet(to: &page)
  }

  private func card(_ door: Door, to page: inout HTMLBuffer) {
    page.markup("<li>\n<h3><span class=\"no\" aria-hidden=\"true\">")
    page.number(door.number)
    page.markup("</span><span><span class=\"vh\">")
    page.text(wording.doorNumber(door.number) + wording.colon)
    page.markup("</span>")
    page.text(door.name)
    page.markup("</span></h3>\n")
    if !door.place.isEmpty { page.element("p", class: "place", door.place) }
    page.element("p", class: "to", door.way)
    page.element("p", class: "why", wording.sentence(door.headline))
    page.markup("<details><summary>")
    page.text(wording.whyThisDoor)
    page.markup("</summary>\n")
    list(door.reasons, to: &page)
    page.markup("</details>\n")
    reply(
      door.id, door.name, door.position, door.telephone, gain: plan == nil ? nil : door.gain,
      to: &page)
    if !door.alternatives.isEmpty {
      page.markup("<details class=\"others\"><summary>")
      page.text(wording.othersIfRefused(door.alternatives.count))
      page.markup("</summary>\n<ul>\n")
      for other in door.alternatives { alternative(other, to: &page) }
      page.markup("</ul>\n</details>\n")
    }
    if !door.near.isEmpty {
      page.markup("<details class=\"others\"><summary>")
      page.text(wording.nearDoors(door.near.count))
      page.markup("</summary>\n<ul>\n")
      for other in door.near { alternative(other, to: &page) }
      page.markup("</ul>\n</details>\n")
    }
    command(door.command, to: &page)
    page.markup("</li>\n")
  }

  private func alternative(_ other: Door.Alternative, to page: inout HTMLBuffer) {
    page.markup("<li>\n")
    page.element("h4", other.name)
    if !other.place.isEmpty { page.element("p", class: "place", other.place) }
    page.element("p", class: "to", other.summary)
    list(other.reasons, to: &page)
    reply(other.candidate, other.name, other.position, other.telephone, gain: nil, to: &page)
    command(other.command, to: &page)
    page.markup("</li>\n")
  }

  private func list(_ reasons: [String], to page: inout HTMLBuffer) {
    page.markup("<ul class=\"reasons\">\n")
    for reason in reasons { page.element("li", wording.sentence(reason)) }
    page.markup("</ul>\n")
  }

  /// Where the script puts what is to be tapped there, and how a program that guides gets there.
  private func reply(
    _ id: String, _ name: String, _ position: Position, _ telephone: Telephone?, gain: Int64?,
    to page: inout HTMLBuffer
  ) {
    let isOnEarth = position.isGeographic && position.isFinite
    let (lat, lon) = (HTMLDoorWriter.degrees(position.y), HTMLDoorWriter.degrees(position.x))
    var links: [(target: String, text: String)] = []
    if isOnEarth { links.append(("geo:\(lat),\(lon)?q=\(lat),\(lon)", wording.goThere)) }
    if let telephone {
      links.append(("tel:" + telephone.dialled, wording.ring(telephone.dialled)))
    }
    if !links.isEmpty { page.markup("<p>") }
    for link in links {
      page.markup("<a class=\"go\"")
      page.attribute("href", link.target)
      page.markup(">")
      page.text(link.text)
      page.markup("<span class=\"vh\">")
      page.text(wording.colon + name)
      page.markup("</span></a> ")
    }
    if !links.isEmpty { page.markup("</p>\n") }
    page.markup("<div class=\"reply\"")
    page.attribute("data-place", id)
    page.attribute("data-name", name)
    if let gain { page.attribute("data-gain", String(gain)) }
    if isOnEarth {
      page.attribute("data-lat", lat)
      page.attribute("data-lon", lon)
    }
    page.markup("></div>\n")
  }

  /// A tenth of a metre is enough to find a door.
  private static func degrees(_ value: Double) -> String {
    var json = JSONWriter(capacity: 16)
    json.decimal(value, decimals: 6)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// What the script plans anew from: walks in metres, -1 where no way leads.
  private static func json(_ plan: DoorPlan) -> String {
    var json = JSONWriter(capacity: 1 << 10)
    json.object { json in
      json.member("name", plan.startName)
      json.member("door", plan.doorMinutes)
      json.member("speed", plan.walkingSpeed)
      json.key("walks")
      json.array { json in
        for row in plan.walks {
          json.array { json in
            for walk in row { json.integer(walk.map { Int($0.metres.rounded()) } ?? -1) }
          }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func command(_ command: String, to page: inout HTMLBuffer) {
    page.markup("<details class=\"note\"><summary>")
    page.text(wording.noteLater)
    page.markup("</summary>\n<p><code>")
    page.text(command)
    page.markup("</code></p>\n</details>\n")
  }

  // MARK: Paper

  private var labels: [String] {
    wording.doorChecks.map(\.label) + wording.doorAnswers.map(\.label)
  }

  private func sheet(to page: inout HTMLBuffer) {
    page.markup("<table class=\"tick-sheet\"><thead><tr>")
    for title in [wording.sheetNumber, wording.sheetDoor] {
      page.markup("<th scope=\"col\">")
      page.text(title)
      page.markup("</th>")
    }
    for label in labels {
      page.markup("<th scope=\"col\" class=\"box\">")
      page.text(label)
      page.markup("</th>")
    }
    page.markup("</tr></thead>\n<tbody>\n")
    for door in doors {
      row(
        "\(door.number)", door.name, [door.place, door.way],
        note: wording.sentence(door.headline), isOther: false, to: &page)
      for other in door.alternatives {
        row("", other.name, [other.place, other.summary], note: "", isOther: true, to: &page)
      }
    }
    page.markup("</tbody></table>\n")
  }

  private func row(
    _ number: String, _ name: String, _ lines: [String], note: String, isOther: Bool,
    to page: inout HTMLBuffer
  ) {
    page.markup(isOther ? "<tr class=\"other\"><td>" : "<tr><td class=\"no\">")
    page.text(number)
    page.markup("</td><th scope=\"row\">")
    if isOther {
      page.markup("<span class=\"lead\">")
      page.text(wording.ifRefused)
      page.markup("</span>")
    }
    page.text(name)
    for line in lines where !line.isEmpty {
      page.markup("<span>")
      page.text(line)
      page.markup("</span>")
    }
    if !note.isEmpty {
      page.markup("<span>")
      page.text(note)
      page.markup("</span>")
    }
    page.markup("</th>")
    for _ in labels {
      page.markup("<td class=\"box\"><i></i></td>")
    }
    page.markup("</tr>\n")
  }
}
