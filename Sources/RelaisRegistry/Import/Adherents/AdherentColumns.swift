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
    case phone
    case email
  }

  private static let synonyms: [(Role, [String])] = [
    (.id, ["id", "identifiant", "code", "numero", "n°", "no", "num", "ref", "uuid"]),
    (
      .field(.name),
      [
        "nom", "name", "enseigne", "raison_sociale", "nom_du_commerce", "nom_commerce",
        "commerce", "etablissement", "nom_etablissement", "nom_de_l'etablissement", "denomination",
        "appellation", "shop", "store", "libelle", "nom_de_l'enseigne", "nom_de_la_structure",
        "nom_structure", "structure", "nom_du_magasin", "magasin",
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
      ["etat", "statut", "state", "status", "situation", "statut_adhesion", "etat_adhesion"]
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
    (
      .phone,
      [
        "telephone", "tel", "tél.", "n°_tel", "numero_telephone", "numero_de_telephone",
        "telephone_fixe", "tel_fixe", "fixe", "n°_telephone", "n°_de_telephone", "portable",
        "tel_portable", "telephone_portable", "mobile", "phone", "phone_number",
      ]
    ),
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
    for (role, names) in AdherentColumns.synonyms {
      let names = mapping.names(AdherentColumns.key(role), names)
      // A column serves once: « numero » is an identifier or a house number, not both.
      let found = names.lazy.compactMap { named[Establishment.folded($0)] }.first
      guard let found, taken.insert(found).inserted else { continue }
      columns[role] = found
    }
    self.columns = columns
    ignored = headers.enumerated().filter {
      !taken.contains($0.offset) && !$0.element.isEmpty
    }
    .map(\.element)
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
    case .phone: "phone"
    case .email: "email"
    }
  }
}
