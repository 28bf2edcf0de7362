import RelaisFormats
import RelaisGeo

/// How a layer of lines shows that it holds streets.
///
/// The columns of rivers, pipelines and railways are often named like those of streets: BD TOPO gives
/// them all a nature and a level, Geofabrik an `fclass`. What only streets have decides.
enum StreetLayer {
  /// 5 for what only streets have, 4 for columns streets have among other things, 3 for a name that says
  /// so, 2 for lines with names, 1 for any lines, 0 for lines that say they are something else.
  static func rank(_ layer: GeoPackageReader.Layer, sample: [Feature]) -> Int {
    let columns = Set(layer.columns.map(ColumnName.folded))
    let name = ColumnName.folded(layer.name)
    if columns.contains("highway") {
      return sample.contains { $0.text(["highway"]) != nil } ? 5 : 4
    }
    if columns.contains("fclass") {
      let classes = sample.compactMap { $0.text(["fclass"]) }
      let streets = classes.count { streetClasses.contains($0.lowercased()) }
      return 2 * streets > classes.count ? 5 : 0
    }
    if columns.intersection(streetColumns).count >= 2 { return 5 }
    let tags = sample.compactMap { $0.text(["tags", "other_tags", "all_tags"]) }
    if tags.contains(where: { $0.contains("\"highway\"") }) { return 4 }
    if otherWords.contains(where: { name.contains($0) }) { return 0 }
    if streetWords.contains(where: { name.contains($0) }) { return 3 }
    return ColumnFinder(layer.columns, as: .lines).has(.name) ? 2 : 1
  }

  /// Folded names of columns that BD TOPO gives to streets alone, in all its vintages.
  private static let streetColumns: Set<String> = [
    "accespieton", "accesped", "accesvehiculeleger", "accesvl", "sensdecirculation", "sens",
    "largeurdechaussee", "largeur", "nombredevoies", "nbvoies", "urbain", "itinerairevert",
    "itvert",
    "nomvoiebangauche", "nomvoiebandroite", "nomcollaboratifgauche", "nomcollaboratifdroite",
    "nom1gauche", "nom1droite", "nomcollg", "nomcolld", "nom1g", "nom1d", "nomvoieg", "nomvoied",
    "nomrueg", "nomrued", "inseecomg", "inseecomd", "inseecommunegauche", "inseecommunedroite",
    "vitmoyvl", "vitessemoyennevl", "cpxnumero", "cpxclassementadministratif",
  ]

  private static let streetClasses: Set<String> = [
    "motorway", "motorway_link", "trunk", "trunk_link", "primary", "primary_link", "secondary",
    "secondary_link", "tertiary", "tertiary_link", "unclassified", "residential", "living_street",
    "service", "road", "pedestrian", "footway", "path", "steps", "track", "track_grade1",
    "track_grade2", "track_grade3", "track_grade4", "track_grade5", "cycleway", "bridleway",
    "busway", "unknown",
  ]

  private static let streetWords = [
    "troncon", "route", "rue", "voie", "voirie", "street", "road", "highway", "edge", "way",
    "chemin", "filaire",
  ]

  /// Lines of towns that are no streets, some of whose names hold a street's word.
  private static let otherWords = [
    "canalisation", "pipeline", "coursdeau", "hydro", "river", "waterway", "ruisseau", "riviere",
    "rail", "ferree", "ferroviaire", "electri", "orographique", "limite", "boundary", "cable",
    "egout", "assainissement", "eclairage", "contour", "construction", "itineraire", "transport",
    "sectiondepoints", "numerotee", "nommee", "clotur", "haie", "courbe", "niveau",
  ]
}
