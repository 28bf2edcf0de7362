import CoverageEngine
import RelaisGeo

/// What the columns of an adherents' spreadsheet are called, French and English, tried in order.
/// Case, accents, spaces and punctuation, apostrophes of either shape too, do not count.
struct AdherentColumns {
  /// A column and what it says; facts of their own, and parts of facts.
  enum Role: Hashable {
    case field(EstablishmentField)
    case id
    case longitude
    case latitude
    case x
    case y
    case houseNumber
    case contactName
    case firstName
    case phone
    case secondPhone
    case email
  }

  /// Columns of yes and no that say whether somebody is an adherent.
  private static let yesNoStates = ["adherent", "actif", "active", "adherent_actif"]

  /// Whether a column's yes makes an adherent.
  static func saysYesOrNo(_ title: String) -> Bool {
    yesNoStates.contains { Establishment.folded($0) == Establishment.folded(title) }
  }

  private static let phones = [
    "telephone", "tel", "tél.", "n°_tel", "numero_telephone", "numero_de_telephone",
    "telephone_fixe", "tel_fixe", "fixe", "n°_telephone", "n°_de_telephone", "portable",
    "tel_portable", "telephone_portable", "mobile", "phone", "phone_number", "tel_1", "tel_2",
    "telephone_1", "telephone_2", "tel_mobile", "telephone_mobile",
  ]

  private static let synonyms: [(Role, [String])] = [
    (.id, ["id", "identifiant", "code", "numero", "n°", "no", "num", "ref", "uuid"]),
    (
      .field(.name),
      [
        "nom", "name", "enseigne", "raison_sociale", "nom_du_commerce", "nom_commerce",
        "commerce", "etablissement", "nom_etablissement", "nom_de_l'etablissement", "denomination",
        "appellation", "shop", "store", "libelle", "nom_de_l'enseigne", "nom_de_la_structure",
        "nom_structure", "structure", "nom_du_magasin", "magasin", "store_name", "shop_name",
        "nom_de_l'adherent", "nom_adherent", "nom_du_relais", "point_relais",
        "nom_du_point_relais", "relais", "partenaire", "adherent",
      ]
    ),
    (
      .field(.kind),
      [
        "genre", "kind", "nature", "type_adherent", "type_d'adherent", "type_de_structure",
        "type_structure", "type_d'etablissement", "type_etablissement", "type",
      ]
    ),
    (
      .field(.state),
      [
        "etat", "statut", "state", "status", "situation", "statut_adhesion", "etat_adhesion",
      ] + yesNoStates
    ),
    (
      .field(.category),
      [
        "categorie", "category", "activite", "naf", "ape", "code_naf", "code_ape", "activity",
        "type_de_commerce", "activite_principale", "secteur_d'activite", "domaine_d'activite",
      ]
    ),
    (
      .field(.address),
      [
        "adresse", "address", "adr1", "adresse_1", "rue", "voie", "street", "adresse_postale",
        "adresse_complete", "adresse_du_commerce", "adresse_de_l'etablissement", "n°_et_rue",
        "n°_et_voie", "numero_et_rue",
      ]
    ),
    (.houseNumber, ["numero_rue", "numero_voie", "n°_rue", "n°_voie", "housenumber"]),
    (.field(.postcode), ["code_postal", "cp", "postcode", "postal_code", "zip", "codepostal"]),
    (.field(.city), ["commune", "ville", "city", "town", "localite"]),
    (.field(.insee), ["code_insee", "insee", "citycode", "code_commune"]),
    (.longitude, Synonyms.longitude),
    (.latitude, Synonyms.latitude),
    (.x, Synonyms.x + ["x_lambert_93", "x_lambert"]),
    (.y, Synonyms.y + ["y_lambert_93", "y_lambert"]),
    (
      .field(.groundFloor),
      [
        "rez_de_chaussee", "rdc", "ground_floor", "plain_pied", "de_plain_pied",
        "en_rdc", "au_rez_de_chaussee",
      ]
    ),
    (
      .field(.streetFront),
      [
        "donnant_sur_rue", "donne_sur_rue", "sur_rue", "sur_la_rue", "street_front", "vitrine",
        "vitrine_sur_rue", "vitrine_sur_la_rue", "donnant_sur_la_rue", "facade_sur_rue",
      ]
    ),
    (
      .field(.minorsAdmitted),
      [
        "mineurs_admis", "accueil_mineurs", "ouvert_aux_mineurs", "minors_admitted", "mineurs",
        "moins_de_18_ans", "ouvert_aux_moins_de_18_ans", "accueil_des_mineurs",
        "mineurs_acceptes", "accessible_aux_mineurs",
      ]
    ),
    (
      .field(.openingHours),
      [
        "horaires", "opening_hours", "hours", "horaires_d'ouverture", "horaires_ouverture",
        "horaire", "heures_d'ouverture",
      ]
    ),
    (.field(.siret), ["siret", "n°_siret", "no_siret", "numero_siret", "siret_number"]),
    (
      .field(.sticker),
      [
        "autocollant", "n°_autocollant", "numero_autocollant", "vitrophanie", "n°_vitrophanie",
        "sticker", "sticker_number", "autocollant_n°", "n°_d'autocollant", "n°_sticker",
        "numero_sticker", "n°_macaron", "macaron",
      ]
    ),
    (
      .field(.stickerOn),
      [
        "date_autocollant", "date_vitrophanie", "date_pose_autocollant", "sticker_on",
        "sticker_date", "date_de_pose",
      ]
    ),
    (
      .field(.charterOn),
      [
        "date_charte", "charte_signee_le", "date_signature", "date_signature_charte",
        "date_d'adhesion", "date_adhesion", "adhesion", "adherent_depuis", "charter_on",
        "charter_signed_on", "joined_on", "charte", "adherent_le", "date_de_signature",
        "date_de_signature_de_la_charte", "date_d'entree",
      ]
    ),
    (
      .field(.followedUpOn),
      [
        "dernier_suivi", "date_suivi", "date_dernier_suivi", "followed_up_on", "last_follow_up",
        "date_du_dernier_suivi", "date_de_suivi", "derniere_visite", "date_derniere_visite",
      ]
    ),
    (
      .field(.callBackOn),
      [
        "rappeler_le", "date_rappel", "call_back_on", "date_de_relance", "date_relance",
        "relancer_le", "a_relancer_le", "a_rappeler_le", "prochaine_relance", "relance",
      ]
    ),
    (
      .field(.notes),
      [
        "notes", "note", "remarques", "remarque", "observations", "commentaire",
        "commentaires", "comments",
      ]
    ),
    (
      .contactName,
      [
        "contact", "nom_du_contact", "nom_contact", "responsable", "gerant", "nom_du_gerant",
        "interlocuteur", "referent", "contact_name", "manager", "nom_du_responsable",
        "nom_responsable", "personne_a_contacter", "personne_contact", "gerante", "dirigeant",
        "proprietaire", "nom_et_prenom",
      ]
    ),
    (.phone, phones),
    (.secondPhone, phones),
    (.firstName, ["prenom", "first_name", "prenom_du_contact", "prenom_contact"]),
    (
      .email,
      [
        "mail", "email", "e_mail", "courriel", "adresse_mail", "adresse_email", "mel",
        "adresse_electronique", "adresse_e_mail", "adresse_courriel",
      ]
    ),
  ]

  /// The place of each column that is known.
  let columns: [Role: Int]
  /// Columns nobody knows, as the file writes them.
  let ignored: [String]

  /// - Throws: ``RegistryError/childColumn(file:column:)``.
  init(of headers: [String], file: String, mapping: ColumnMapping) throws {
    if let column = headers.first(where: ChildData.isSuspect) {
      throw RegistryError.childColumn(file: file, column: column)
    }
    var named: [String: Int] = [:]
    for (index, header) in headers.enumerated()
    where named[Establishment.folded(header)] == nil {
      named[Establishment.folded(header)] = index
    }
    // What stands in brackets explains: « Adresse (n° et rue) ».
    for (index, header) in headers.enumerated() where header.contains("(") {
      let short = Establishment.folded(String(header.prefix { $0 != "(" }))
      if !short.isEmpty, named[short] == nil { named[short] = index }
    }
    var columns: [Role: Int] = [:]
    var taken = Set<Int>()
    let personal = AdherentColumns.personal(named)
    let number = AdherentColumns.houseNumber(headers)
    for (role, names) in AdherentColumns.synonyms {
      var names = mapping.names(AdherentColumns.key(role), names)
      if role == .field(.name) { names.removeAll { personal.contains($0) } }
      if role == .contactName { names += personal }
      // A column serves once: « numero » is an identifier or a house number, not both.
      var found = names.lazy.compactMap { named[Establishment.folded($0)] }.first { $0 != number }
      if role == .houseNumber { found = found ?? number }
      if role == .secondPhone {
        let folded = Set(names.map { Establishment.folded($0) })
        found = headers.indices.first {
          !taken.contains($0) && folded.contains(Establishment.folded(headers[$0]))
        }
      }
      guard let found, taken.insert(found).inserted else { continue }
      columns[role] = found
    }
    self.columns = columns
    ignored = headers.enumerated().filter {
      !taken.contains($0.offset) && !$0.element.isEmpty
    }
    .map(\.element)
  }

  /// The names that mean a person where a first name stands beside them and the shop has another.
  private static func personal(_ named: [String: Int]) -> [String] {
    let person = ["nom", "name"]
    guard let names = synonyms.first(where: { $0.0 == .field(.name) })?.1,
      named["prenom"] ?? named["firstname"] != nil,
      names.contains(where: { !person.contains($0) && named[Establishment.folded($0)] != nil })
    else { return [] }
    return person
  }

  /// The column « numéro » just before « rue », which is the number in the street.
  private static func houseNumber(_ headers: [String]) -> Int? {
    let folded = headers.map { Establishment.folded($0) }
    guard let street = folded.firstIndex(where: { ["rue", "voie", "street"].contains($0) }),
      street > 0, !folded.contains(where: { $0.hasPrefix("adresse") && !$0.contains("mail") }),
      ["numero", "n", "no", "num", "number"].contains(folded[street - 1])
    else { return nil }
    return street - 1
  }

  /// Whether a list of adherents could have these column names.
  static func areKnown(_ headers: [String], mapping: ColumnMapping) -> Bool {
    // Children's data are refused by whoever reads on.
    guard let columns = try? AdherentColumns(of: headers, file: "", mapping: mapping) else {
      return true
    }
    return columns.canPlace && columns[.field(.name)] != nil
  }

  /// Whether there is an address, or both coordinates.
  var canPlace: Bool {
    self[.longitude] != nil && self[.latitude] != nil || self[.x] != nil && self[.y] != nil
      || self[.field(.address)] != nil
  }

  subscript(role: Role) -> Int? { columns[role] }

  private static func key(_ role: Role) -> String {
    switch role {
    case .field(let field): field.rawValue
    case .id: "id"
    case .longitude: "lon"
    case .latitude: "lat"
    case .x: "x"
    case .y: "y"
    case .houseNumber: "house_number"
    case .contactName: "contact"
    case .firstName: "first_name"
    case .phone: "phone"
    case .secondPhone: "second_phone"
    case .email: "email"
    }
  }
}
