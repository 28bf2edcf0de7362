import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import RelaisWording
import Testing

@testable import RelaisReports

/// The files of adherents: what they hold, and what of a person they leave out.
@Suite struct AdherentFilesTests {
  private let french = Wording(.french)

  @Test func theSpreadsheetBringsBackWhatItHolds() throws {
    let rows = lines(AdherentsCSV.bytes(HandRegistry.establishments, contacts: nil, french))
    #expect(rows.count == 4)
    let headers = rows[0].split(separator: ";").map(String.init)
    #expect(headers.first == "id" && headers.suffix(2) == ["lon", "lat"])
    #expect(!headers.contains("position") && !headers.contains("contact"))
    let cells = rows[1].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    #expect(cells.count == headers.count)
    let facts = Dictionary(uniqueKeysWithValues: zip(headers, cells))
    #expect(
      facts["name"] == "Librairie des Carmes" && facts["opening_hours"] == "Mo-Fr 08:00-19:00")
    #expect(facts["lon"] == "6,1800000" && facts["lat"] == "48,6900000")
    #expect(facts["notes"] == "'=1+1")
    #expect(facts["siret"]?.isEmpty == true)
  }

  @Test func contactsAreWrittenOnlyWhereAskedFor() {
    let with = lines(
      AdherentsCSV.bytes(
        HandRegistry.establishments, contacts: HandRegistry.contacts, french))
    #expect(with[0].hasSuffix(";lon;lat;contact;phone;email"))
    // A phone number that begins with a plus would be a formula.
    #expect(with[1].hasSuffix(";Mme Canari;'+33 3 83 00 00 01;canari@exemple.fr"))
    #expect(with[2].hasSuffix(";;;"))
    for bytes in [
      AdherentsCSV.bytes(HandRegistry.establishments, contacts: nil, french),
      AdherentsJSON.bytes(HandRegistry.establishments),
      AdherentsGeoJSON.bytes(HandRegistry.establishments),
    ] {
      #expect(!string(bytes).contains("Canari"))
    }
  }

  @Test func programsReadEveryFieldOrNull() throws {
    let json = try object(AdherentsJSON.bytes(HandRegistry.establishments))
    #expect(json.text("schema") == "relais.adherents/1")
    #expect(try json.number("count") == 3)
    let first = try #require(try json.list("adherents").first)
    #expect(first.text("code") == "aaaaaaaa" && first.text("sticker") == "7")
    #expect(try first.number("lon") == 6.18 && first.number("lat") == 48.69)
    #expect(first["siret"] != nil)
    let last = try #require(try json.list("adherents").last)
    #expect(last["lon"] is String == false && last.text("state") == "left")
    let map = try object(AdherentsGeoJSON.bytes(HandRegistry.establishments)).list("features")
    #expect(map.count == 3)
    #expect(try map[0].object("geometry")["coordinates"] as? [Double] == [6.18, 48.69])
    #expect(map[2]["geometry"] as? [String: Any] == nil)
  }

  @Test func theTownPublishesItsAdherentsAloneAndFewFacts() throws {
    let csv = string(
      PublicList.csv(HandRegistry.histories, on: try #require(HandRegistry.today)))
    let rows = csv.split(separator: "\r\n").map(String.init)
    #expect(
      rows == [
        "id,name,kind,address,postcode,city,insee,lon,lat,opening_hours,updated_on,position_precision",
        "aaaaaaaa-1,Librairie des Carmes,shop,12 rue des Carmes,54000,Nancy,,6.1800000,48.6900000,"
          + "Mo-Fr 08:00-19:00,2025-05-05,point",
      ])
    let schema = try object(PublicList.schema(french))
    #expect(
      try schema.list("fields").compactMap { $0.text("name") }
        == rows[0].split(separator: ",").map(String.init))
    #expect(schema.text("primaryKey") == "id")
    let map = try object(
      PublicList.geoJSON(HandRegistry.histories, on: try #require(HandRegistry.today)))
    #expect(try map.list("features").count == 1)
    // A day before anybody joined.
    let before = try #require(CalendarDay("2025-05-04"))
    #expect(
      string(PublicList.csv(HandRegistry.histories, on: before)).split(separator: "\r\n").count == 1
    )
  }

  @Test func aMailMergeHasNameAddressAndContact() {
    let rows = lines(
      MailingCSV.bytes(HandRegistry.establishments, contacts: HandRegistry.contacts, french))
    #expect(
      rows[0] == "nom;adresse;code postal;commune;contact;téléphone;courriel;"
        + "\(french.name(.sticker));\(french.name(.charterOn))")
    #expect(
      rows[1] == "Librairie des Carmes;12 rue des Carmes;54000;Nancy;Mme Canari;"
        + "'+33 3 83 00 00 01;canari@exemple.fr;7;5 mai 2025")
  }

  @Test func aTerminalShowsAlignedColumnsAndTheWholeSheet() {
    let text = AdherentsList.text(HandRegistry.establishments, french)
      .split(separator: "\n").map(String.init)
    #expect(text.count == 4)
    #expect(text[0].hasPrefix("code      nom                   "))
    #expect(text[1].hasPrefix("aaaaaaaa  Librairie des Carmes  commerce  adhérent"))
    #expect(text[3].hasSuffix("parti"))
    let sheet = plain(
      AdherentsList.sheet(
        HandRegistry.histories[0], contacts: HandRegistry.contacts["aaaaaaaa-1"] ?? [], on: nil,
        french)
    ).split(separator: "\n").map(String.init)
    #expect(
      sheet[0] == "aaaaaaaa Librairie des Carmes" || sheet[0] == "aaaaaaaa  Librairie des Carmes")
    #expect(sheet.contains("contact : Mme Canari, +33 3 83 00 00 01, canari@exemple.fr"))
    #expect(sheet.contains { $0.contains("2025-05-05  ajout (agent, n° 1)") })
  }

  @Test func whoIsDueThisQuarterIsSaidWithTheLastTime() throws {
    let today = try #require(HandRegistry.today)
    let due = FollowUps(HandRegistry.establishments, today: today)
    // Followed up in July: last quarter, so not overdue.
    #expect(
      plain(FollowUpList.text(due, french))
        == "aaaaaaaa  Librairie des Carmes — dernier suivi le 10 juillet 2026")
    #expect(
      FollowUpList.text(FollowUps([], today: today), Wording(.english))
        == "Every adherent was followed up this quarter.")
  }

  @Test func aPersonGetsAllThatIsHeldOfThem() throws {
    let json = try object(
      PersonJSON.bytes(
        HandRegistry.contacts["aaaaaaaa-1"] ?? [], names: ["aaaaaaaa-1": "Librairie des Carmes"],
        mentions: [(table: "establishments", column: "notes", text: "voir Mme Canari")]))
    #expect(json.text("schema") == "relais.person/1")
    let contact = try #require(try json.list("contacts").first)
    #expect(contact.text("establishment_name") == "Librairie des Carmes")
    #expect(contact.text("phone") == "+33 3 83 00 00 01")
    #expect(try json.list("mentions").first?.text("text") == "voir Mme Canari")
  }

  @Test func theCounterPageHasTheStickerAndTheNumbersToCall() throws {
    let one = try #require(HandRegistry.establishments.first)
    let page = string(
      AdherentKit.pages(
        for: [one], territory: "Nancy",
        numbers: [CallNumber(name: "Police <municipale>", phone: "17", hours: "jour et nuit")],
        french))
    #expect(
      plain(page).contains(
        "Librairie des Carmes · 12 rue des Carmes · lun.–ven. 8 h – 19 h ; fermé sam., dim. · autocollant n° 7 · Nancy"
      ))
    #expect(page.contains("Police &lt;municipale&gt;</th><td>17</td><td>jour et nuit"))
    #expect(page.components(separatedBy: "<li>").count == 1 + 3 + 5)
    let bare = string(AdherentKit.pages(for: [one], territory: "", numbers: [], french))
    #expect(!bare.contains("<table>") && bare.contains("à écrire ici à la main"))
    #expect(!bare.contains("<svg"))
  }

  @Test func eachCounterPageShowsItsRelayAmongTheStreetsWhereTheyAreKnown() throws {
    var town = Town()
    town.street("1", "a", "b", [(0, 0), (400, 0)], name: "Grande Rue")
    let one = try #require(HandRegistry.establishments.first)
    var elsewhere = one
    elsewhere.apply([.position: nil])
    let page = string(
      AdherentKit.pages(
        for: [one, elsewhere], territory: "", numbers: [], streets: town.network, french))
    #expect(page.components(separatedBy: "<article>").count == 3)
    #expect(page.components(separatedBy: "<figure").count == 2)
    #expect(plain(page).contains("Plan des rues autour de Librairie des Carmes"))
  }
}
