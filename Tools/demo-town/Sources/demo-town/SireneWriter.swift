/// Writes INSEE's register of establishments, and the file of their positions, for a town that has
/// none: every number is invented, and begins as no real one does.
struct SireneWriter {
  private static let columns = [
    "siren", "nic", "siret", "statutDiffusionEtablissement", "dateCreationEtablissement",
    "trancheEffectifsEtablissement", "etablissementSiege", "complementAdresseEtablissement",
    "numeroVoieEtablissement", "indiceRepetitionEtablissement", "typeVoieEtablissement",
    "libelleVoieEtablissement", "codePostalEtablissement", "libelleCommuneEtablissement",
    "codeCommuneEtablissement", "dateDebut", "etatAdministratifEtablissement",
    "enseigne1Etablissement", "denominationUsuelleEtablissement",
    "activitePrincipaleEtablissement", "nomenclatureActivitePrincipaleEtablissement",
    "caractereEmployeurEtablissement", "coordonneeLambertAbscisseEtablissement",
    "coordonneeLambertOrdonneeEtablissement",
  ]
  private static let kinds = [
    "Allée": "ALL", "Avenue": "AV", "Boulevard": "BD", "Chemin": "CHE", "Cours": "CRS",
    "Faubourg": "FG", "Impasse": "IMP", "Place": "PL", "Quai": "QUAI", "Route": "RTE",
    "Rue": "RUE", "Ruelle": "RLE", "Sentier": "SEN", "Square": "SQ",
  ]

  private var random: SeededGenerator
  private var register = SemicolonTable(columns, separator: ",")
  private var positions = SemicolonTable([
    "siret", "x", "y", "qualite_xy", "epsg", "plg_qp24", "plg_iris", "plg_code_commune",
    "distance_precision", "y_latitude", "x_longitude",
  ])
  private var count = 0

  private init(seed: UInt64) {
    random = SeededGenerator(seed: seed, stream: 10)
  }

  /// What distinguishes an establishment from an open one that shows all its facts.
  private enum Oddity {
    case none
    case closed(since: String)
    /// Its owner keeps name and address out; the file of positions knows where it is.
    case veiled
    /// Only its address says where it is.
    case unplaced
    /// INSEE found its commune alone.
    case lost
  }

  /// - Parameters:
  ///   - listed: Shops that other files of the town have too.
  ///   - others: Shops that only the register knows.
  ///   - relays: Adherents, of which the first and the fourth have closed.
  /// - Returns: Both files.
  static func text(
    listed: [Shop], others: [Shop], relays: [Relay], seed: UInt64
  ) -> (register: String, positions: String) {
    var writer = SireneWriter(seed: seed)
    for (index, shop) in listed.enumerated() where index % 15 == 4 {
      writer.add(shop.name, shop.trade.naf, shop.address.street, shop.address, .none)
    }
    for (index, shop) in others.enumerated() {
      let oddity: Oddity =
        switch index % 9 {
        case 2: .veiled
        case 4: .unplaced
        case 7: .closed(since: "2024-\(FixedDecimal.padded(1 + index % 12, to: 2))-15")
        default: index == 21 ? .lost : .none
        }
      writer.add(shop.name, shop.trade.naf, shop.address.street, shop.address, oddity)
    }
    // Offices no child could enter.
    for (index, naf) in ["68.20B", "70.10Z", "43.21A", "62.01Z", "47.91B"].enumerated() {
      let shop = others[index * 3]
      writer.add(nil, naf, shop.address.street, shop.address, .none)
    }
    for (index, relay) in relays.enumerated() where index == 0 || index == 3 {
      writer.add(
        relay, listed.first { $0.trade.label == relay.label }?.trade.naf ?? "47.42Z",
        since: index == 0 ? "2026-06-30" : "2026-09-15")
    }
    for shop in others.prefix(2) {
      writer.add(
        shop.name + " de \(TownSite.neighbour)", shop.trade.naf, shop.address.street,
        shop.address, .none, city: (TownSite.neighbour, "54998"))
    }
    return (writer.register.text, writer.positions.text)
  }

  /// A relay that has closed; its address is a text.
  private mutating func add(_ relay: Relay, _ naf: String, since: String) {
    let parts = relay.address.split(separator: " ", maxSplits: 1).map(String.init)
    row(
      relay.name, naf, street: parts.last ?? "", number: parts.first ?? "", suffix: "",
      relay.place, .closed(since: since), (TownSite.name, TownSite.insee))
  }

  private mutating func add(
    _ name: String?, _ naf: String, _ street: String, _ address: Address, _ oddity: Oddity,
    city: (name: String, code: String) = (TownSite.name, TownSite.insee)
  ) {
    row(
      name, naf, street: street, number: String(address.number),
      suffix: address.suffix.isEmpty ? "" : String(address.suffix.prefix(1)).uppercased(),
      address.place, oddity, city)
  }

  private mutating func row(
    _ name: String?, _ naf: String, street: String, number: String, suffix: String,
    _ place: Point, _ oddity: Oddity, _ city: (name: String, code: String)
  ) {
    count += 1
    // No real number begins with four nines.
    let siren = "9999" + FixedDecimal.padded(count, to: 5)
    let siret = siren + "00010"
    var isVeiled = false
    var isOpen = true
    var since = "20\(FixedDecimal.padded(10 + random.index(below: 15), to: 2))-01-01"
    var isPlaced = true
    var quality: String?
    switch oddity {
    case .none: break
    case .closed(let day):
      isOpen = false
      since = day
    case .veiled:
      isVeiled = true
      quality = "11"
      isPlaced = false
    case .unplaced: isPlaced = false
    case .lost:
      isPlaced = false
      isVeiled = true
      quality = "33"
    }
    let words = street.split(separator: " ", maxSplits: 1).map(String.init)
    let kind = words.count == 2 ? Self.kinds[words[0]] ?? "" : ""
    let label = FrenchText.postal(kind.isEmpty ? street : words[1])
    let (x, y) = TownSite.lambert(place)
    func told(_ text: String) -> String { isVeiled ? "[ND]" : text }
    let sign = name.map { FrenchText.postal($0) } ?? ""
    let isSign = random.chance(0.7)
    register.add([
      siren, "00010", siret, isVeiled ? "P" : "O", "2009-01-01", "NN", "true", told(""),
      told(number), told(suffix), told(kind), told(label), told(TownSite.postcode),
      FrenchText.postal(city.name), city.code, since, isOpen ? "A" : "F",
      told(isSign ? sign : ""), told(isSign ? "" : sign), naf, "NAFRev2", "N",
      isPlaced ? FixedDecimal.text(x, 2) : told(""), isPlaced ? FixedDecimal.text(y, 2) : told(""),
    ])
    guard let quality else { return }
    let (longitude, latitude) = TownSite.degrees(place)
    positions.add([
      siret, FixedDecimal.text(x, 2), FixedDecimal.text(y, 2), quality, "2154", "HZ", "", city.code,
      quality == "11" ? "0" : "2500", FixedDecimal.text(latitude, 6),
      FixedDecimal.text(longitude, 6),
    ])
  }
}
