package import RelaisGeo

extension Wording {
  /// What a long step is doing, for its progress line.
  package func step(_ step: Progress.Step) -> String {
    switch step {
    case .readingStreets: say("Lecture des rues", "Reading streets")
    case .buildingNetwork: say("Construction du réseau", "Building the network")
    case .readingPlaces: say("Lecture des lieux", "Reading places")
    case .readingAddresses: say("Lecture des adresses", "Reading addresses")
    case .geocoding: say("Recherche des adresses", "Finding addresses")
    case .searching: say("Distances à pied", "Walking distances")
    case .serviceAreas: say("Aires de desserte", "Service areas")
    case .describingGaps: say("Description des trous", "Describing gaps")
    case .planningRoutes: say("Trajets vers l’école", "Ways to school")
    case .openingHours: say("Heures d’ouverture", "Opening hours")
    case .choosing: say("Choix des portes", "Choosing doors")
    case .pastQuarters: say("Trimestres passés", "Past quarters")
    case .writing: say("Écriture", "Writing")
    }
  }
}
