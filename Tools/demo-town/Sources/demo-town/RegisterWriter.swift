/// Writes the lists the association and the town keep: relays and shops that could be relays.
enum RegisterWriter {
  /// The adherents, in UTF-8 with a byte order mark, as a spreadsheet saves them.
  static func relays(_ relays: [Relay]) -> String {
    var table = SemicolonTable(
      [
        "id", "nom", "genre", "categorie", "adresse", "code_postal", "commune", "lon", "lat",
        "horaires", "date_adhesion",
      ], startsWithBOM: true)
    for relay in relays {
      let (longitude, latitude) = TownSite.degrees(relay.place)
      table.add([
        relay.id, relay.name, relay.kind, relay.label, relay.address, TownSite.postcode,
        TownSite.name, FixedDecimal.text(longitude, 6), FixedDecimal.text(latitude, 6),
        relay.hours, relay.joined,
      ])
    }
    return table.text
  }

  /// The shops that are no adherents.
  static func candidates(_ shops: [Shop]) -> String {
    var table = SemicolonTable([
      "id", "nom", "categorie", "naf", "adresse", "code_postal", "commune", "lon", "lat",
      "horaires",
    ])
    for (position, shop) in shops.enumerated() {
      let (longitude, latitude) = TownSite.degrees(shop.address.place)
      table.add([
        "C-" + FixedDecimal.padded(position + 1, to: 4), shop.name, shop.trade.label,
        shop.trade.naf, "\(shop.address.label) \(shop.address.street)", TownSite.postcode,
        TownSite.name, FixedDecimal.text(longitude, 6), FixedDecimal.text(latitude, 6), shop.hours,
      ])
    }
    return table.text
  }
}
