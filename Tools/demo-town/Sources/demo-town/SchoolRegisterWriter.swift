/// Writes schools in the columns of the ministry's *annuaire de l'éducation*.
enum SchoolRegisterWriter {
  private static let columns = [
    "identifiant_de_l_etablissement", "nom_etablissement", "type_etablissement",
    "statut_public_prive", "adresse_1", "adresse_2", "adresse_3", "code_postal", "code_commune",
    "nom_commune", "code_departement", "code_academie", "code_region", "ecole_maternelle",
    "ecole_elementaire", "voie_generale", "voie_technologique", "voie_professionnelle",
    "telephone", "web", "mail", "restauration", "hebergement", "ulis", "nombre_d_eleves",
    "position", "coordx_origine", "coordy_origine", "epsg_origine", "latitude", "longitude",
    "precision_localisation", "date_ouverture", "date_maj_ligne", "etat", "ministere_tutelle",
    "code_nature", "libelle_nature",
  ]

  static func text(_ schools: [School]) -> String {
    var table = SemicolonTable(columns)
    for school in schools {
      let plan = school.plan
      let (x, y) = TownSite.lambert(school.entrance)
      let (longitude, latitude) = TownSite.degrees(school.entrance)
      let isSchool = plan.level == .nursery || plan.level == .elementary
      let isHigh = plan.level == .high
      let lon = FixedDecimal.text(longitude, 6)
      let lat = FixedDecimal.text(latitude, 6)
      table.add([
        plan.code, plan.name, isSchool ? "Ecole" : isHigh ? "Lycée" : "Collège",
        plan.isPublic ? "Public" : "Privé", "\(school.address.label) \(school.address.street)",
        "", "\(TownSite.postcode) \(TownSite.postalName)", TownSite.postcode, TownSite.insee,
        TownSite.name, "999", "99", "99",
        isSchool ? (plan.level == .nursery || plan.hasNursery ? "1" : "0") : "",
        isSchool ? (plan.level == .elementary ? "1" : "0") : "",
        isHigh ? "1" : "", isHigh ? "1" : "", isHigh ? "0" : "", "", "", "", "1", "0", "0",
        plan.isClosed ? "" : String(plan.pupils), "\(lat), \(lon)", FixedDecimal.text(x, 1),
        FixedDecimal.text(y, 1), "EPSG:2154", lat, lon, "NUMERO (ADRESSE)", "1970-09-01",
        "2026-01-15", plan.isClosed ? "FERME" : "OUVERT", "MINISTERE DE L'EDUCATION NATIONALE",
        plan.nature.code, plan.nature.label,
      ])
    }
    return table.text
  }
}

extension SchoolPlan {
  /// The ministry's code and words for the kind of school.
  var nature: (code: String, label: String) {
    switch level {
    case .nursery: ("101", "ECOLE MATERNELLE")
    case .elementary: ("151", "ECOLE DE NIVEAU ELEMENTAIRE")
    case .middle: ("340", "COLLEGE")
    case .high: ("300", "LYCEE ENSEIGNT GENERAL ET TECHNOLOGIQUE")
    }
  }

  /// The map's word for the level.
  var osmLevel: String {
    switch level {
    case .nursery: "maternelle"
    case .elementary: hasNursery ? "primaire" : "élémentaire"
    case .middle: "collège"
    case .high: "lycée"
    }
  }
}
