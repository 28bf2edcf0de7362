package import CoverageEngine

/// What kinds of findings are called.
extension Wording {
  /// A few words for a kind of finding, as a heading or a column says it.
  package func title(_ code: Finding.Code) -> String {
    switch code {
    case .rowsRejected: say("Lignes non reprises", "Rows not taken")
    case .placeUnattached: say("Lieu trop loin des rues", "Place too far from any street")
    case .axesLookSwapped:
      say("Longitude et latitude inversées ?", "Longitude and latitude exchanged?")
    case .relayOnIsland: say("Relais coupé du réseau", "Relay cut off from the network")
    case .waysCut: say("Rues coupées au bord de l’extrait", "Streets cut at the extract’s edge")
    case .networkIslands: say("Morceaux de réseau isolés", "Isolated pieces of network")
    case .areaRepaired: say("Contour réparé", "Outline repaired")
    case .districtsOverlap: say("Quartiers qui se chevauchent", "Overlapping districts")
    case .districtsIncomplete: say("Rues hors de tout quartier", "Streets in no district")
    case .lengthBelowStraight: say("Longueurs impossibles", "Impossible lengths")
    case .boundaryElsewhere: say("Périmètre ailleurs", "Boundary elsewhere")
    case .schoolUnattached: say("École trop loin des rues", "School too far from any street")
    case .homesUnattached: say("Adresses trop loin des rues", "Addresses too far from any street")
    case .homesWithoutWay:
      say("Adresses sans chemin vers l’école", "Addresses with no way to school")
    case .catchmentWithoutSchool:
      say("Secteur d’une école inconnue", "Catchment of an unknown school")
    case .childrenWithoutAddress: say("Enfants sans adresse", "Children without an address")
    case .childrenImputed: say("Enfants estimés", "Estimated children")
    case .coveredRoutesCut:
      say("Recherche de trajets couverts écourtée", "Search for covered routes cut short")
    case .schoolsElsewhere: say("Écoles hors de la carte", "Schools off the map")
    case .homesElsewhere: say("Adresses hors de la commune", "Addresses outside the town")
    case .hoursNotUnderstood: say("Horaires non compris", "Opening hours not understood")
    case .hoursReadAs: say("Horaires, tels que compris", "Opening hours, as understood")
    case .hoursMissing: say("Relais sans horaires", "Relays without opening hours")
    case .schoolCalendarUnknown:
      say("Vacances scolaires inconnues", "School holidays unknown")
    case .windowWithoutDays: say("Créneau sans jour de classe", "Window without a school day")
    case .candidatesLeftOut: say("Lieux non proposés", "Places not proposed")
    case .candidatesMerged: say("Lieux connus de deux sources", "Places two sources know")
    case .candidatesOfOtherKinds:
      say("Commerces d’un genre non classé", "Shops of an unclassified kind")
    case .establishmentsElsewhere:
      say("Établissements d’autres communes", "Establishments of other communes")
    case .siretsNotRead: say("SIRET non compris", "SIRET not understood")
    case .relayClosed: say("Relais qui a fermé", "Relay that closed")
    case .inputMissing: say("Donnée absente", "Input missing")
    }
  }

  /// Note, warning or error, in a word.
  package func severity(_ severity: Finding.Severity) -> String {
    switch severity {
    case .note: say("À savoir", "Note")
    case .warning: say("À vérifier", "To check")
    case .error: say("À corriger", "To correct")
    }
  }

  /// Long texts from files by their beginning.
  package func shortened(_ text: String) -> String {
    text.count > 120 ? text.prefix(119) + "…" : text
  }

  package func quoted(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "" }
    return say("«\u{A0}\(text)\u{A0}»", "“\(text)”")
  }
}
