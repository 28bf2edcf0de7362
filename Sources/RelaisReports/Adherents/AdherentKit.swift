package import CoverageEngine
package import RelaisWording

/// A number a relay calls, as `relais.yml` gives it.
package struct CallNumber: Hashable, Sendable {
  /// The service, as the page names it: `Police municipale`.
  package var name: String
  /// As it is dialled, spaces kept.
  package var phone: String
  /// In words; empty where nothing is said.
  package var hours: String

  /// - Parameter hours: When it answers, in words; empty where nothing is said.
  package init(name: String, phone: String, hours: String = "") {
    self.name = name
    self.phone = phone
    self.hours = hours
  }
}

/// The page an adherent keeps at the counter: what it promised, what to do, which number to call.
package enum AdherentKit {
  /// An HTML page to be printed, a sheet for each of some establishments; contacts of persons are not on it.
  ///
  /// - Parameter streets: Those around them, for a map of where each is; `nil` for none.
  package static func pages(
    for establishments: [Establishment], territory: String, numbers: [CallNumber],
    streets: StreetNetwork? = nil, _ wording: Wording
  ) -> [UInt8] {
    var page = HTMLBuffer(capacity: establishments.count << 13)
    page.markup("<!DOCTYPE html>\n<html")
    page.attribute("lang", wording.language.code)
    page.markup(
      """
      >
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
      'unsafe-inline'">

      """)
    page.element(
      "title",
      wording.kitTitle
        + (establishments.count == 1 ? " – " + establishments[0].name : ""))
    page.markup("<style>\n")
    page.file(.kitStyle)
    page.markup("</style>\n</head>\n<body>\n<main>\n")
    for one in establishments {
      write(one, territory, numbers, streets, wording, to: &page)
    }
    page.markup("</main>\n</body>\n</html>\n")
    return page.bytes
  }

  private static func write(
    _ one: Establishment, _ territory: String, _ numbers: [CallNumber],
    _ streets: StreetNetwork?, _ wording: Wording, to page: inout HTMLBuffer
  ) {
    page.markup("<article>\n")
    page.element("h1", wording.kitTitle)
    let sticker = one.sticker ?? "…………"
    page.element(
      "p", class: "who",
      [
        one.name, one.address.line, one.openingHours.map(wording.shownHours),
        wording.kitSticker(sticker),
        territory.isEmpty ? nil : territory,
      ].compactMap { $0 }.joined(separator: " · "))
    if let streets, let position = one.position {
      PlacesSketch.write(
        streets, [(number: 1, position: position)], summary: wording.kitMap(of: one.name),
        legend: one.name, least: 600, to: &page)
    }
    page.element("h2", wording.kitCharter)
    page.markup("<ul>\n")
    for (field, _) in EstablishmentField.conditions {
      page.element("li", wording.kitCondition(field))
    }
    page.markup("</ul>\n")
    page.element("h2", wording.kitWhatToDo)
    page.markup("<ol>\n")
    for step in wording.kitSteps { page.element("li", step) }
    page.markup("</ol>\n")
    page.element("h2", wording.kitNumbers)
    if numbers.isEmpty {
      page.element("p", wording.kitNoNumbers)
    } else {
      page.markup("<table>\n<thead><tr>")
      for header in wording.kitNumberHeaders {
        page.markup("<th scope=\"col\">")
        page.text(header)
        page.markup("</th>")
      }
      page.markup("</tr></thead>\n<tbody>\n")
      for number in numbers {
        page.markup("<tr><th scope=\"row\">")
        page.text(number.name)
        page.markup("</th><td>")
        page.text(number.phone)
        page.markup("</td><td>")
        page.text(number.hours)
        page.markup("</td></tr>\n")
      }
      page.markup("</tbody>\n</table>\n")
    }
    page.element("p", class: "sign", wording.kitSignature)
    page.markup("</article>\n")
  }
}
