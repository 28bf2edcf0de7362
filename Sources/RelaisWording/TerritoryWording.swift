package import CoverageEngine

/// What `relais init` writes and says.
extension Wording {
  /// The commented `relais.yml`.
  package func configuration(name: String, insee: String?) -> String {
    let name = yaml(name)
    let insee = yaml(insee ?? "")
    return say(
      """
      # Territoire de Relais. Les lignes qui commencent par # sont des commentaires.

      # Nom de la commune, tel qu'il paraît dans les rapports.
      name: \(name)

      # Code INSEE ; sert à trouver la commune dans un fichier qui en contient plusieurs.
      insee: \(insee)

      # Système de coordonnées des sorties : auto (selon le lieu ; Lambert-93 en métropole)
      # ou un code, par exemple EPSG:2154.
      crs: auto

      # Distances de marche, en mètres ; la première est celle des cartes.
      budgets: [300, 500]

      # Compter (straight) ou non (none) le trajet du relais à sa rue.
      connector: straight

      # Au-delà de cette distance d'une rue, en mètres, un relais n'est pas rattaché.
      max_snap: 60

      # Demi-largeur des aires de desserte autour des rues, en mètres.
      buffer: 25

      # Les fichiers sont pris dans sources/<genre>/. Pour en nommer d'autres :
      # files:
      #   streets: [donnees/ville.osm.pbf]

      # Couche d'un GeoPackage, si ce n'est pas la première :
      # layers:
      #   streets: troncon_de_route

      # Colonnes qui portent d'autres noms :
      # columns:
      #   streets: { id: IDENT, name: NOM_RUE, level: NIVEAU }
      #   adherents: { id: code, name: raison, lon: X, lat: Y }

      # Sources à nommer au pied des rapports, si ce ne sont pas celles des formats lus :
      # credits: ["© IGN, BD TOPO", "Ville de Nancy"]

      # Zone de vacances scolaires (A, B ou C), si ce n'est pas celle du département :
      # zone: B
      # department: "54"

      # Créneaux où les enfants marchent, à la place de ceux de Relais ; jours Mo Tu We Th Fr
      # Sa Su (ou Lu Ma Me Je Ve Sa Di) :
      # windows:
      #   matin: Mo,Tu,Th,Fr 07:45-08:30
      #   mercredi: We 07:45-08:30,11:30-12:15

      # Jours de classe où un relais doit être ouvert pour compter dans un créneau (par défaut,
      # la dernière année scolaire connue), et semaine montrée heure par heure :
      # period: { from: 2026-09-01, to: 2027-07-02 }
      # week: 2026-11-23

      # Genres de commerces : lesquels sont sollicités, avec quelle chance d'un oui (une estimation),
      # par quels mots, balises OSM et codes NAF on les reconnaît : le tableau categories.csv, à
      # côté de ce fichier. Les commerces viennent de sources/candidates/ ; sans liste, de l'extrait
      # OpenStreetMap des rues. Communes voisines dont les établissements SIRENE comptent aussi :
      # candidates: { communes: ["54547"], streets: true, categories: categories.csv }

      # Ce que coûte le réseau, en euros : les dépliants (une fois), les autocollants par
      # lot, et ce que coûte en plus chaque recrue :
      # costs: { leaflets: 518.40, stickers: { lot: 200, price: 259.20 }, recruit: 0 }

      # Ce que compte un mètre de rue quand on cherche où frapper : la rue elle-même, chaque enfant
      # qui y passe pour aller à l'école, et par combien multiplier en quartier prioritaire :
      # demand: { street: 1, children: 0.1, priority: 2 }

      # Portes où frapper : combien en choisir ; d'où partent les tournées (la mairie, si elle est
      # parmi les relais ou les commerces), leur durée, celle d'une visite, l'allure en km/h :
      # prospect: { count: 10, start: "6.1844, 48.6937", round_minutes: 90, door_minutes: 5, walking_speed: 4.5 }

      # Numéros que les relais appellent, pour la fiche « relais adherents kit » :
      # numbers:
      #   - { name: Police municipale, phone: "03 83 00 00 00", hours: de 6 h à 3 h }

      """,
      """
      # A territory of Relais. Lines that begin with # are comments.

      # The town's name, as reports show it.
      name: \(name)

      # INSEE code; finds the town in a file that holds several.
      insee: \(insee)

      # Reference system of outputs: auto (by location; Lambert-93 in metropolitan France)
      # or a code, for example EPSG:2154.
      crs: auto

      # Walking distances, metres; the first is the one of the maps.
      budgets: [300, 500]

      # Count (straight) or not (none) the leg from a relay to its street.
      connector: straight

      # Farther than this from a street, metres, a relay is not attached.
      max_snap: 60

      # Half the width of service areas around streets, metres.
      buffer: 25

      # Files are taken from sources/<kind>/. To name others:
      # files:
      #   streets: [data/town.osm.pbf]

      # A GeoPackage's layer, if it is not the first:
      # layers:
      #   streets: troncon_de_route

      # Columns that bear other names:
      # columns:
      #   streets: { id: IDENT, name: STREET, level: LEVEL }
      #   adherents: { id: code, name: title, lon: X, lat: Y }

      # Sources named at the foot of reports, if not those of the formats read:
      # credits: ["© IGN, BD TOPO", "City of Nancy"]

      # Zone of school holidays (A, B or C), if it is not the département's:
      # zone: B
      # department: "54"

      # Windows when children walk, instead of those of Relais; days Mo Tu We Th Fr Sa Su:
      # windows:
      #   morning: Mo,Tu,Th,Fr 07:45-08:30
      #   wednesday: We 07:45-08:30,11:30-12:15

      # School days on which a relay must be open to count in a window (by default, the last
      # school year known), and the week shown hour by hour:
      # period: { from: 2026-09-01, to: 2027-07-02 }
      # week: 2026-11-23

      # Kinds of shop: which are asked, how likely they say yes (an estimate), and the words, OSM
      # tags and NAF codes that tell them: the table categories.csv beside this file. Shops come
      # from sources/candidates/; without a list, from the streets' OpenStreetMap extract.
      # Neighbouring communes whose SIRENE establishments count too:
      # candidates: { communes: ["54547"], streets: true, categories: categories.csv }

      # What the network costs, in euros: leaflets (once), stickers by the lot, and what
      # every recruit costs besides:
      # costs: { leaflets: 518.40, stickers: { lot: 200, price: 259.20 }, recruit: 0 }

      # What a metre of street counts for when looking where to knock: the street itself, each child
      # who walks there to school, and the factor in priority areas:
      # demand: { street: 1, children: 0.1, priority: 2 }

      # Doors to knock on: how many to choose; where rounds start (the town hall, if it is among the
      # relays or the shops), how long they take, what a visit takes, the pace in km/h:
      # prospect: { count: 10, start: "6.1844, 48.6937", round_minutes: 90, door_minutes: 5, walking_speed: 4.5 }

      # Numbers that relays call, for the page of “relais adherents kit”:
      # numbers:
      #   - { name: Municipal police, phone: "03 83 00 00 00", hours: 6:00 to 3:00 }

      """)
  }

  /// A text as a quoted YAML scalar.
  private func yaml(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    // YAML allows no control characters, and none belongs in a name.
    let printable = escaped.unicodeScalars.filter { $0.properties.generalCategory != .control }
    return "\"\(String(String.UnicodeScalarView(printable)))\""
  }

  /// Which files to put where, with their official names.
  package func whatToPutWhere(folder: String) -> String {
    var lines = [
      say("Territoire créé : \(folder)", "Territory made: \(folder)"),
      say("Mettez maintenant les fichiers à leur place :", "Now put the files in their places:"),
      "",
    ]
    for kind in InputKind.allCases {
      lines.append("  sources/\(kind.rawValue)/")
      lines.append("      " + officialName(kind))
    }
    lines += [
      "",
      say(
        "Les rues suffisent pour commencer. Puis : relais run \(folder)",
        "The streets are enough to begin with. Then: relais run \(folder)"),
    ]
    return lines.map(typographic).joined(separator: "\n")
  }

  /// The data set a kind of file is published as, and by whom.
  package func officialName(_ kind: InputKind) -> String {
    switch kind {
    case .streets:
      say(
        "OpenStreetMap, extrait régional .osm.pbf (Geofabrik), ou BD TOPO de l’IGN, couche troncon_de_route (GeoPackage)",
        "OpenStreetMap, regional extract .osm.pbf (Geofabrik), or IGN’s BD TOPO, layer troncon_de_route (GeoPackage)"
      )
    case .boundary:
      say(
        "ADMIN EXPRESS de l’IGN, couche commune, ou contours des communes sur data.gouv.fr (GeoJSON)",
        "IGN’s ADMIN EXPRESS, layer commune, or outlines of communes on data.gouv.fr (GeoJSON)")
    case .adherents:
      say(
        "la liste des relais : CSV avec id, nom, lon, lat (ou x, y)",
        "the list of relays: CSV with id, nom, lon, lat (or x, y)")
    case .addresses:
      say(
        "Base Adresse Nationale, adresses-<département>.csv.gz (adresse.data.gouv.fr)",
        "Base Adresse Nationale, adresses-<département>.csv.gz (adresse.data.gouv.fr)")
    case .districts:
      say(
        "les quartiers de la ville, GeoJSON ou GeoPackage avec une colonne nom",
        "the town’s districts, GeoJSON or GeoPackage with a column nom")
    case .priorityAreas:
      say(
        "Quartiers prioritaires de la politique de la ville, QPV 2024 (ANCT, data.gouv.fr)",
        "Quartiers prioritaires de la politique de la ville, QPV 2024 (ANCT, data.gouv.fr)")
    case .schools:
      say(
        "Annuaire de l’éducation (data.education.gouv.fr, CSV ou GeoJSON)",
        "Annuaire de l’éducation (data.education.gouv.fr, CSV or GeoJSON)")
    case .catchments:
      say("la carte scolaire de la ville (GeoJSON)", "the town’s school catchments (GeoJSON)")
    case .population:
      say(
        "Données carroyées à 200 m, Filosofi (Insee)", "Gridded data at 200 m, Filosofi (Insee)")
    case .candidates:
      say(
        "Base Sirene des établissements (Insee, StockEtablissement_utf8.zip tel quel, et sa géolocalisation), ou un CSV avec id, nom, categorie, lon, lat ; sans rien, les commerces de l’extrait OpenStreetMap",
        "Sirene base of establishments (Insee, StockEtablissement_utf8.zip as it is, and its geolocation), or a CSV with id, nom, categorie, lon, lat; with nothing, the shops of the OpenStreetMap extract"
      )
    }
  }
}
