/// Writes addresses in the CSV form of the Base Adresse Nationale.
enum BANWriter {
  private static let columns = [
    "id", "id_fantoir", "numero", "rep", "nom_voie", "code_postal", "code_insee", "nom_commune",
    "code_insee_ancienne_commune", "nom_ancienne_commune", "x", "y", "lon", "lat",
    "type_position", "alias", "nom_ld", "libelle_acheminement", "nom_afnor", "source_position",
    "source_nom_voie", "certification_commune", "cad_parcelles",
  ]

  static func text(_ addresses: [Address]) -> String {
    var table = SemicolonTable(columns)
    for address in addresses {
      let street = TownSite.insee + "_" + FixedDecimal.padded(address.streetRank, to: 4)
      let key =
        street + "_" + FixedDecimal.padded(address.number, to: 5)
        + (address.suffix.isEmpty ? "" : "_" + address.suffix)
      let (x, y) = TownSite.lambert(address.place)
      let (longitude, latitude) = TownSite.degrees(address.place)
      table.add([
        key, street, String(address.number), address.suffix, address.street, TownSite.postcode,
        TownSite.insee, TownSite.name, "", "", FixedDecimal.text(x, 2), FixedDecimal.text(y, 2),
        FixedDecimal.text(longitude, 6), FixedDecimal.text(latitude, 6), "entrée", "", "",
        TownSite.postalName, FrenchText.postal(address.street), "commune", "commune", "1", "",
      ])
    }
    return table.text
  }
}

/// French words in the forms files ask for.
enum FrenchText {
  private static let folds: [(from: Character, to: String)] = [
    ("à", "a"), ("â", "a"), ("ç", "c"), ("é", "e"), ("è", "e"), ("ê", "e"), ("ë", "e"),
    ("î", "i"), ("ï", "i"), ("ô", "o"), ("ö", "o"), ("û", "u"), ("ù", "u"), ("ü", "u"),
    ("œ", "oe"), ("É", "e"), ("È", "e"), ("À", "a"), ("Œ", "oe"), ("Î", "i"), ("Ô", "o"),
    ("-", " "), ("'", " "), ("’", " "),
  ]

  /// The capitals without accents of the postal norm, AFNOR XPZ 10-011.
  static func postal(_ text: String) -> String {
    var result = ""
    for character in text {
      result += folds.first { $0.from == character }?.to ?? String(character)
    }
    return result.uppercased()
  }
}
