public import CoverageEngine

/// Whom a relay calls, as `relais.yml` says.
public struct CallNumber: Hashable, Sendable {
  public var name: String
  public var phone: String
  /// In words; empty where nothing is said.
  public var hours: String

  public init(name: String, phone: String, hours: String = "") {
    self.name = name
    self.phone = phone
    self.hours = hours
  }
}

/// The page an adherent keeps at the counter: what it promised, what to do, whom to call.
public enum AdherentKit {
  public static func page(
    for one: Establishment, territory: String, numbers: [CallNumber], _ wording: Wording
  ) -> [UInt8] {
    var page = HTMLBuffer(capacity: 1 << 13)
    page.markup("<!DOCTYPE html>\n<html")
    page.attribute("lang", wording.language.rawValue)
    page.markup(
      """
      >
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
      'unsafe-inline'">

      """)
    page.element("title", wording.kitTitle + " – " + one.name)
    page.markup(
      """
      <style>
      @page { size: A4; margin: 15mm }
      body { font: 12pt/1.45 sans-serif; max-width: 44em; margin: 1em auto; padding: 0 1em; \
      color: #111; background: #fff }
      h1 { font-size: 1.5em; margin: 0 0 .3em } h2 { font-size: 1.15em; margin: 1.1em 0 .3em }
      ol, ul { padding-left: 1.4em; margin: 0 } li { margin: .25em 0 }
      .who { border-bottom: 2px solid #111; padding-bottom: .5em }
      table { border-collapse: collapse; width: 100% }
      th, td { text-align: left; padding: .35em .5em; border: 1px solid #666 }
      </style>
      </head>
      <body>
      <main>

      """)
    page.element("h1", wording.kitTitle)
    let sticker = one[.sticker] ?? "…………"
    page.element(
      "p", class: "who",
      [
        one.name, one[.address], one[.openingHours], wording.kitSticker(sticker),
        territory.isEmpty ? nil : territory,
      ].compactMap { $0 }.joined(separator: " · "))
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
    page.markup("</main>\n</body>\n</html>\n")
    return page.bytes
  }
}
