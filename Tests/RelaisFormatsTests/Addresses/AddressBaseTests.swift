import RelaisTestSupport
import Testing

@testable import RelaisFormats
@testable import RelaisGeo

@Suite struct AddressBaseTests {
  private func base(_ rows: [String]) throws -> AddressBase {
    let text =
      ([
        "cle_interop,voie_nom,numero,suffixe,commune_insee,commune_nom,commune_deleguee_nom,position,long,lat"
      ]
      + rows).joined(separator: "\n")
    let reader = try AddressReader(InputFile(path: "bal.csv", bytes: Array(text.utf8)))
    var builder = AddressBaseBuilder()
    _ = reader.records { builder.add($0) }
    return builder.finish()
  }

  @Test func bestPositionOfANumberIsKept() throws {
    let base = try base([
      "a,Rue A,5,,54001,Valmont,,parcelle,6.1,48.1", "a,Rue A,5,,54001,Valmont,,entrée,6.2,48.2",
      "a,Rue A,5,,54001,Valmont,,segment,6.3,48.3",
    ])
    #expect(base.addressCount == 1)
    var geocoder = Geocoder(base)
    let match = geocoder.match(AddressInput("5 rue A Valmont"))
    #expect(match.position == Position(longitude: 6.2, latitude: 48.2))
    #expect(match.checks.isEmpty)
    // A local base has no postcodes: one of the département is believed, another is not.
    #expect(geocoder.match(AddressInput("5 rue A 54100 Valmont")).isSure)
    #expect(!geocoder.match(AddressInput("5 rue A 75001 Valmont")).isSure)
  }

  @Test func hamletsAreFoundWithoutNumber() throws {
    let base = try base([
      "h,La Haute Borne,99999,,54001,Valmont,,segment,6.1,48.1",
      "a,Rue A,5,,54001,Valmont,,entrée,6.2,48.2",
    ])
    var geocoder = Geocoder(base)
    let match = geocoder.match(AddressInput("lieu-dit La Haute Borne, Valmont"))
    #expect(match.kind == .locality)
    #expect(match.street == "La Haute Borne")
    #expect(base.addressCount == 1)
  }

  @Test func mergedCommunesKeepTheirStreetsApart() throws {
    let base = try base([
      "a,Rue de l'Église,5,,54001,Valmont,Valmont,entrée,6.1,48.1",
      "b,Rue de l'Église,5,,54001,Valmont,Saint-Aubry,entrée,6.2,48.2",
      "c,Rue du Puits,1,,54001,Valmont,Saint-Aubry,entrée,6.2,48.2",
    ])
    var geocoder = Geocoder(base)
    let both = geocoder.match(AddressInput("5 rue de l'église Valmont"))
    guard case .ambiguous(let labels)? = both.checks.last else {
      Issue.record("not ambiguous: \(both.checks)")
      return
    }
    #expect(labels.count == 2)
    let old = geocoder.match(AddressInput("1 rue du puits, Saint Aubry"))
    #expect(old.id == "c")
    #expect(old.city == "Valmont")
    #expect(old.isSure)
    #expect(geocoder.match(AddressInput("5 rue de l'église St Aubry")).id == "b")
  }

  @Test func oldNamesLeadToTheStreet() throws {
    let base = try base([
      "a,Rue du Maire Prouvé (ancienne rue Haute),5,,54001,Valmont,,entrée,6.1,48.1"
    ])
    var geocoder = Geocoder(base)
    #expect(geocoder.match(AddressInput("5 rue du Maire Prouvé Valmont")).isSure)
    #expect(geocoder.match(AddressInput("5 rue Haute Valmont")).id == "a")
  }

  @Test(.needs(.data("bondy/ban-93010-2022.csv")))
  func cleanRowsOfARealTownFindThemselves() throws {
    let file = SharedData.path("bondy/ban-93010-2022.csv")
    let reader = try AddressReader(InputFile(path: file))
    var records: [AddressRecord] = []
    let rejected = reader.records { records.append($0) }
    #expect(records.count == 8413)
    #expect(rejected.isEmpty)
    var geocoder = Geocoder(try AddressBase.read([file]).base)
    // One row in seven; the whole town is measured by the corruptor.
    let some = records.indices.filter { $0 % 7 == 0 }.map { records[$0] }
    var found = 0
    for record in some {
      let text = [
        String(record.number ?? 0), record.suffix, record.street, record.postcode, record.city,
      ].joined(separator: " ")
      let match = geocoder.match(AddressInput(text))
      if match.id == record.id, match.kind == .houseNumber { found += 1 }
    }
    #expect(Double(found) >= 0.995 * Double(some.count), "\(found) of \(some.count)")
  }
}
