/// A kind of shop: how the map tags it, how the register calls it, where it settles.
struct ShopTrade {
  let key: String
  let value: String
  /// The category's French name, as lists of shops write it.
  let label: String
  /// The NAF rev. 2 activity code.
  let naf: String
  /// What its name may begin with.
  let prefixes: [String]
  /// How many in the centre and outside it, in proportion.
  let central: Double
  let outer: Double
  let hours: Hours
  /// Whether such a shop takes in a child: betting, bars and tobacco are not asked.
  let isSuitable: Bool

  /// A pattern of opening.
  enum Hours {
    case bakery, food, counter, office, pharmacy, supermarket, meals, bar, care, workshop
  }

  private init(
    _ tag: String, _ label: String, _ naf: String, _ prefixes: String, _ central: Double,
    _ outer: Double, _ hours: Hours, isSuitable: Bool = true
  ) {
    let parts = tag.split(separator: "=").map(String.init)
    key = parts[0]
    value = parts[1]
    self.label = label
    self.naf = naf
    self.prefixes = prefixes.split(separator: "|").map(String.init)
    self.central = central
    self.outer = outer
    self.hours = hours
    self.isSuitable = isSuitable
  }

  static let all: [ShopTrade] = [
    ShopTrade(
      "shop=bakery", "Boulangerie-pâtisserie", "10.71C",
      "Boulangerie|Le Fournil|Au Pain|La Huche|Le Pétrin", 5, 8, .bakery),
    ShopTrade("shop=pastry", "Pâtisserie", "10.71D", "Pâtisserie|Aux Délices", 2, 0.5, .bakery),
    ShopTrade(
      "shop=butcher", "Boucherie-charcuterie", "47.22Z", "Boucherie|Charcuterie", 2.5, 3, .food),
    ShopTrade("shop=greengrocer", "Primeur", "47.21Z", "Primeur|Le Panier|Au Potager", 2, 2, .food),
    ShopTrade("shop=cheese", "Fromagerie", "47.29Z", "Fromagerie", 1, 0.3, .food),
    ShopTrade(
      "shop=convenience", "Épicerie", "47.11B", "Épicerie|Alimentation|Le Petit Marché", 3, 6,
      .supermarket),
    ShopTrade(
      "shop=supermarket", "Supermarché", "47.11D", "Supermarché|Halle", 0.8, 3, .supermarket),
    ShopTrade(
      "shop=hairdresser", "Coiffure", "96.02A",
      "Coiffure|Salon|Atelier Coiffure|L'Instant Coiffure",
      6, 8, .counter),
    ShopTrade(
      "shop=beauty", "Institut de beauté", "96.02B", "Institut|Beauté|L'Escale", 3, 3, .counter),
    ShopTrade("shop=florist", "Fleuriste", "47.76Z", "Fleurs|Fleuriste|Au Bouquet", 2, 2, .counter),
    ShopTrade("shop=books", "Librairie", "47.61Z", "Librairie|La Bouquinerie", 2, 0.5, .counter),
    ShopTrade(
      "shop=newsagent", "Presse", "47.62Z", "Maison de la Presse|Presse|Kiosque", 2, 2.5, .food),
    ShopTrade("shop=optician", "Opticien", "47.78A", "Optique|Lunettes", 3, 1, .counter),
    ShopTrade("amenity=pharmacy", "Pharmacie", "47.73Z", "Pharmacie", 3, 5, .pharmacy),
    ShopTrade(
      "shop=clothes", "Prêt-à-porter", "47.71Z", "Mode|La Garde-Robe|Boutique|Friperie", 8, 1,
      .counter),
    ShopTrade("shop=shoes", "Chaussures", "47.72A", "Chaussures|Au Pas", 2.5, 0.6, .counter),
    ShopTrade("shop=jewelry", "Bijouterie", "47.77Z", "Bijouterie|Horlogerie", 2, 0.2, .counter),
    ShopTrade("shop=toys", "Jouets", "47.65Z", "Jouets|La Toupie", 1, 0.4, .counter),
    ShopTrade("shop=gift", "Cadeaux", "47.78C", "Cadeaux|L'Échoppe", 1.5, 0.4, .counter),
    ShopTrade("shop=stationery", "Papeterie", "47.62Z", "Papeterie", 1, 0.6, .counter),
    ShopTrade("shop=mobile_phone", "Téléphonie", "47.42Z", "Téléphonie|Allô", 1.5, 0.8, .counter),
    ShopTrade(
      "amenity=bank", "Banque", "64.19Z", "Banque|Crédit mutuel valmeusien|Caisse", 4, 2, .office),
    ShopTrade("office=insurance", "Assurances", "66.22Z", "Assurances|Mutuelle", 4, 3, .office),
    ShopTrade(
      "office=estate_agent", "Agence immobilière", "68.31Z", "Immobilier|Agence", 3.5, 2, .office),
    ShopTrade("shop=travel_agency", "Agence de voyages", "79.11Z", "Voyages", 1.2, 0.3, .office),
    ShopTrade(
      "amenity=restaurant", "Restaurant", "56.10A",
      "Auberge|Restaurant|La Table|Brasserie|Le Bistrot", 8, 4, .meals),
    ShopTrade("amenity=cafe", "Café", "56.30Z", "Café|Salon de thé", 4, 2, .bar),
    ShopTrade(
      "amenity=fast_food", "Restauration rapide", "56.10C", "Sandwicherie|Pizzeria|Friterie|Kebab",
      5, 5, .meals),
    ShopTrade("amenity=bar", "Bar", "56.30Z", "Bar|Le Comptoir", 3, 2, .bar, isSuitable: false),
    ShopTrade("shop=tobacco", "Tabac", "47.26Z", "Tabac", 2, 3, .food, isSuitable: false),
    ShopTrade(
      "shop=lottery", "Paris et loterie", "92.00Z", "Point Jeux", 0.8, 0.8, .counter,
      isSuitable: false),
    ShopTrade(
      "amenity=doctors", "Cabinet médical", "86.21Z", "Cabinet médical|Maison médicale", 2.5, 4,
      .care),
    ShopTrade("amenity=dentist", "Cabinet dentaire", "86.23Z", "Cabinet dentaire", 2, 2, .care),
    ShopTrade(
      "amenity=veterinary", "Vétérinaire", "75.00Z", "Clinique vétérinaire", 0.4, 1.2, .care),
    ShopTrade("shop=laundry", "Laverie", "96.01B", "Laverie", 1.2, 1.5, .supermarket),
    ShopTrade("shop=dry_cleaning", "Pressing", "96.01B", "Pressing", 1.2, 1.2, .counter),
    ShopTrade("shop=bicycle", "Cycles", "47.64Z", "Cycles|L'Atelier Vélo", 0.7, 1.4, .counter),
    ShopTrade("shop=car_repair", "Garage", "45.20A", "Garage|Auto", 0.1, 5, .workshop),
    ShopTrade("shop=car", "Concession", "45.11Z", "Automobiles", 0, 1.6, .workshop),
    ShopTrade(
      "shop=doityourself", "Bricolage", "47.52B", "Bricolage|Quincaillerie", 0.4, 1.6, .workshop),
    ShopTrade("shop=furniture", "Meubles", "47.59A", "Meubles|Literie", 0.6, 1.4, .counter),
    ShopTrade("shop=hearing_aids", "Audioprothésiste", "47.74Z", "Audition", 1.2, 0.5, .office),
    ShopTrade("craft=shoemaker", "Cordonnerie", "95.23Z", "Cordonnerie", 0.8, 0.3, .counter),
    ShopTrade(
      "office=lawyer", "Étude notariale", "69.10Z", "Étude notariale|Cabinet d'avocats", 1.6, 0.4,
      .office),
    ShopTrade("amenity=driving_school", "Auto-école", "85.53Z", "Auto-École", 1.6, 1.4, .office),
  ]
}

extension ShopTrade.Hours {
  /// Opening hours as the map writes them.
  var patterns: [String] {
    switch self {
    case .bakery:
      [
        "Tu-Sa 06:30-19:00; Su 07:00-12:30", "Mo,Tu,Th-Sa 06:00-13:00,15:30-19:30; Su 06:30-13:00",
        "We-Mo 06:30-13:00,15:00-19:00", "Mo-Sa 06:00-20:00", "Tu-Su 07:00-13:00; PH off",
        "Mo-Fr 06:30-19:30; Sa 06:30-13:00",
      ]
    case .food:
      [
        "Tu-Sa 08:00-12:30,15:00-19:00", "Tu-Fr 08:30-12:30,15:30-19:15; Sa 08:00-18:00",
        "Mo-Sa 08:00-19:30; PH off", "Tu-Sa 08:00-13:00,15:30-19:00; Su 08:30-12:30",
        "Mo-Fr 06:45-18:30; Sa 07:00-18:00; Su 08:00-12:00",
      ]
    case .counter:
      [
        "Tu-Sa 09:00-18:30", "Mo 14:00-19:00; Tu-Sa 10:00-19:00",
        "Tu-Fr 09:30-12:00,14:00-18:30; Sa 09:00-17:00",
        "Mo-Sa 09:30-12:30,14:00-19:00; PH off", "We,Fr,Sa 10:00-12:00,14:00-18:00",
        "Tu-Sa 10:00-12:00,14:00-19:00; Aug off",
        "Tu-Th 09:00-18:00; Fr 09:00-19:30; Sa 08:30-16:00",
      ]
    case .office:
      [
        "Mo-Fr 09:00-12:00,14:00-18:00", "Tu-Fr 08:45-12:15,13:45-17:45; Sa 08:45-12:30",
        "Mo-Th 09:00-18:00; Fr 09:00-17:00", "Mo-Fr 09:00-12:00,14:00-18:00; PH off",
        "Mo-Fr 09:00-12:00; Mo,Tu,Th 14:00-17:30 \"sur rendez-vous\"",
      ]
    case .pharmacy:
      [
        "Mo-Fr 08:30-12:30,14:00-19:30; Sa 09:00-12:30,14:00-18:00", "Mo-Sa 08:30-19:30; PH off",
        "Mo 14:00-19:15; Tu-Fr 08:45-12:15,14:00-19:15; Sa 08:45-16:00",
        "Mo-Fr 09:00-19:00; Sa 09:00-12:30",
      ]
    case .supermarket:
      [
        "Mo-Sa 08:30-20:00; Su 09:00-12:30", "Mo-Sa 08:00-20:00", "Mo-Su 07:30-22:00", "24/7",
        "Mo-Th 08:30-19:30; Fr,Sa 08:30-20:00; PH off", "Mo-Su,PH 08:00-21:00",
      ]
    case .meals:
      [
        "Tu-Sa 12:00-14:00,19:00-22:00", "Mo-Fr 11:30-14:30; Th-Sa 18:30-22:30",
        "We-Su 12:00-14:00,19:00-21:30; PH off", "Mo-Sa 11:00-14:30,18:00-23:00; Su 18:00-23:00",
        "Tu-Th 11:30-22:00; Fr,Sa 11:30-24:00", "Fr-Sa 18:00-02:00",
      ]
    case .bar:
      [
        "Mo-Sa 07:00-20:00", "Tu-Sa 08:00-19:00; Su 09:00-13:00",
        "Mo-Th 07:00-21:00; Fr,Sa 07:00-01:00",
        "Mo-Fr 06:30-19:30; Sa 07:30-14:00",
        "Apr-Sep: Mo-Su 08:00-22:00; Oct-Mar: Tu-Sa 08:00-19:00",
      ]
    case .care:
      [
        "Mo-Fr 08:00-12:00,14:00-19:00", "Mo,Tu,Th,Fr 08:30-18:30; We,Sa 08:30-12:00",
        "Mo-Fr 09:00-19:00; SH Mo-Fr 09:00-12:00",
      ]
    case .workshop:
      [
        "Mo-Fr 08:00-12:00,13:30-18:00", "Mo-Fr 07:45-12:00,13:45-18:15; Sa 09:00-12:00",
        "Mo-Sa 09:00-12:00,14:00-19:00", "Mo-Fr 08:00-12:00,14:00-18:00; Aug 01-Aug 21 off",
      ]
    }
  }
}
