/// Names that columns bear in the files towns have, tried in order. A configuration adds its own.
enum Synonyms {
  static let id = ["id", "identifiant", "code", "numero", "ref", "fid", "cleabs"]
  static let placeName = ["nom", "name", "enseigne", "raison_sociale", "appellation", "libelle"]
  static let kind = ["genre", "kind", "type", "categorie", "category"]
  static let longitude = ["lon", "longitude", "lng", "long", "x_longitude"]
  static let latitude = ["lat", "latitude", "y_latitude"]
  static let x = ["x", "x_l93", "coordx_origine", "easting", "coord_x"]
  static let y = ["y", "y_l93", "coordy_origine", "northing", "coord_y"]
  static let openingHours = ["opening_hours", "horaires", "hours", "horaires_ouverture"]
  static let streetName = [
    "name", "nom", "nom_voie", "nom_collaboratif_gauche", "nom_collaboratif_droite",
    "nom_voie_ban_gauche", "nom_voie_ban_droite", "nom_1_gauche", "nom_1_droite", "nom_rue_g",
    "nom_rue_d", "toponyme",
  ]
  static let areaID = [
    "insee", "code_insee", "insee_com", "code_qp", "code", "id", "numero", "uai", "cleabs",
  ]
  static let areaName = [
    "nom", "name", "lib_qp", "nom_qp", "nom_com", "nom_officiel", "libelle", "quartier",
    "nom_quartier",
  ]
}
