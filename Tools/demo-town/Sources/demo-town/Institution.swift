/// A place of the town or of an association that takes in children.
struct InstitutionPlan {
  let name: String
  /// `institution`, `municipal` or `association`.
  let kind: String
  let label: String
  /// The map's tag, `key=value`.
  let tag: String
  /// The wished place, metres from the market square.
  let near: Point
  let hours: String

  private init(
    _ name: String, _ kind: String, _ label: String, _ tag: String, _ x: Double, _ y: Double,
    _ hours: String
  ) {
    self.name = name
    self.kind = kind
    self.label = label
    self.tag = tag
    near = Point(x, y)
    self.hours = hours
  }

  static let all: [InstitutionPlan] = [
    InstitutionPlan(
      "Hôtel de Ville", "municipal", "Mairie", "amenity=townhall", -60, 60,
      "Mo-Fr 08:30-12:00,13:30-17:30; Sa 09:00-12:00; PH off"),
    InstitutionPlan(
      "Police municipale", "municipal", "Police municipale", "amenity=police", 120, -60,
      "Mo-Sa 08:00-19:00"),
    InstitutionPlan(
      "Médiathèque de l'Orle", "municipal", "Bibliothèque", "amenity=library", -120, -130,
      "Tu,Th,Fr 14:00-18:30; We,Sa 10:00-12:30,13:30-18:00"),
    InstitutionPlan(
      "Bureau de poste Valmeuse-Centre", "institution", "La Poste", "amenity=post_office", 90, 130,
      "Mo-Fr 09:00-12:00,14:00-18:00; Sa 09:00-12:00"),
    InstitutionPlan(
      "Bureau de poste de la Gare", "institution", "La Poste", "amenity=post_office", 60, -780,
      "Tu-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00"),
    InstitutionPlan(
      "Centre communal d'action sociale", "municipal", "Action sociale",
      "amenity=social_facility", -230, 60, "Mo-Fr 08:30-12:00,13:30-17:00"),
    InstitutionPlan(
      "Maison de quartier du Haut-du-Bois", "municipal", "Maison de quartier",
      "amenity=community_centre", 230, 1480, "Mo-Fr 09:00-12:00,14:00-19:00; SH Mo-Fr 08:00-18:00"),
    InstitutionPlan(
      "Maison de quartier de la Rive-Gauche", "municipal", "Maison de quartier",
      "amenity=community_centre", -480, -860, "Mo-Fr 14:00-19:00; Sa 10:00-12:00"),
    InstitutionPlan(
      "Maison de quartier des Jardins", "municipal", "Maison de quartier",
      "amenity=community_centre", -1080, 560, "Mo,Tu,Th,Fr 15:30-19:00; We 09:00-19:00"),
    InstitutionPlan(
      "MJC des Trois-Ponts", "association", "Jeunesse et culture", "amenity=community_centre",
      -180, 640, "Tu-Fr 14:00-21:00; We 09:00-21:00; Sa 09:00-17:00"),
    InstitutionPlan(
      "Piscine de l'Orle", "municipal", "Piscine", "leisure=sports_centre", 620, -160,
      "Mo,Tu,Th,Fr 12:00-14:00,17:00-20:00; We 14:00-19:00; Sa,Su 09:00-13:00"),
    InstitutionPlan(
      "Gymnase des Verriers", "municipal", "Gymnase", "leisure=sports_centre", 1240, -330,
      "Mo-Fr 08:00-22:00; Sa 09:00-18:00"),
    InstitutionPlan(
      "Gymnase des Vignes", "municipal", "Gymnase", "leisure=sports_centre", 1380, 1010,
      "Mo-Fr 08:00-21:30"),
    InstitutionPlan(
      "Conservatoire de musique", "municipal", "Conservatoire", "amenity=music_school", 470, 140,
      "Mo-Fr 13:30-20:30; We,Sa 09:00-18:00"),
    InstitutionPlan(
      "Office de tourisme", "association", "Office de tourisme", "tourism=information", 20, -60,
      "Apr-Oct: Mo-Sa 09:30-18:30; Nov-Mar: Tu-Sa 10:00-12:00,14:00-17:00"),
    InstitutionPlan(
      "Centre de secours", "institution", "Pompiers", "amenity=fire_station", -880, 150, "24/7"),
    InstitutionPlan(
      "Caisse d'allocations – antenne", "institution", "Service public", "office=government",
      280, -620, "Mo-Th 08:30-12:00,13:00-16:30"),
    InstitutionPlan(
      "Ludothèque Pirouette", "association", "Ludothèque", "amenity=toy_library", -380, 420,
      "We,Sa 09:30-12:00,14:00-18:00; Tu,Fr 16:00-18:30"),
    InstitutionPlan(
      "Association de la Cité", "association", "Vie de quartier", "amenity=social_centre", -330,
      -1400,
      "Mo-Fr 16:00-19:00"),
    InstitutionPlan(
      "Maison des associations", "association", "Vie associative", "amenity=community_centre",
      1130, 640, "Mo-Fr 09:00-12:00,14:00-18:00"),
  ]

  /// A relay far from any street: the sports ground's club house, 90 m into the field.
  static let remote = InstitutionPlan(
    "Club-house du Grand-Pré", "association", "Club sportif", "leisure=sports_centre", -560, 1800,
    "We 13:30-19:00; Sa 09:00-18:00")
  /// A relay on paths that join no street: the keeper's lodge of the closed garden.
  static let enclosed = InstitutionPlan(
    "Loge du Jardin clos", "municipal", "Jardin public", "amenity=shelter", 0, 0,
    "Apr-Sep: Mo-Su 09:00-19:00; Oct-Mar: Mo-Su 10:00-17:00")
}
