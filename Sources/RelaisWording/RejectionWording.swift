package import CoverageEngine
package import RelaisGeo

/// Why a row was not taken, for `rejects/<file>.csv`.
extension Wording {
  /// The reason, with what was found where that helps.
  package func sentence(_ row: RejectedRow) -> String {
    guard !row.found.isEmpty else { return reason(row.code) + "." }
    return reason(row.code) + say("\u{A0}: ", ": ") + quoted(row.found) + "."
  }

  /// The reason alone, as a legend or a total says it; no full stop.
  package func reason(_ reason: RejectedRow.Code) -> String {
    switch reason {
    case .wrongColumnCount:
      say(
        "La ligne n’a pas autant de colonnes que l’en-tête",
        "The row has not as many columns as the header")
    case .missingValue: say("Une valeur obligatoire manque", "A required value is missing")
    case .notANumber: say("Un nombre était attendu", "A number was expected")
    case .outOfRange: say("Le nombre est hors des limites", "The number is out of range")
    case .notASIRET: say("Un SIRET a 14 chiffres", "A SIRET has 14 digits")
    case .acceptanceOutOfRange:
      say(
        "L’acceptation est au-dessus de 0 et de 1 (100 %) au plus ; qui refusera n’est pas un candidat",
        "The acceptance is above 0 and at most 1 (100 %); who will refuse is no candidate")
    case .duplicateID:
      say("L’identifiant a déjà servi plus haut", "The identifier was already used above")
    case .duplicateRow: say("La même ligne figure plus haut", "The same row stands above")
    case .noGeometry: say("Ni position ni tracé", "Neither position nor line")
    case .wrongGeometry:
      say("La forme n’est pas du type attendu", "The shape is not of the kind expected")
    case .invalidGeometry: say("La forme est illisible", "The shape cannot be read")
    case .invalidText: say("Le texte est illisible", "The text cannot be read")
    case .malformedLine:
      say(
        "La ligne n’est ni « demand ID POIDS », ni « candidate ID DEMANDES… », ni « relay ID DEMANDES… »",
        "The line is none of “demand ID WEIGHT”, “candidate ID DEMANDS…”, “relay ID DEMANDS…”")
    case .unknownDemand:
      say(
        "Aucune ligne « demand » ne porte cet identifiant", "No line “demand” bears this identifier"
      )
    case .notWalkable:
      say(
        "On n’y marche pas : autoroute ou voie sans piétons",
        "Not for walking: motorway or a way without pedestrians")
    case .noPedestrianAccess: say("L’accès est interdit aux piétons", "Pedestrians are not allowed")
    case .privateAccess: say("L’accès est privé", "Access is private")
    case .areaNotWalkable:
      say("Cette surface n’est pas un lieu où l’on marche", "This area is not a place to walk")
    case .notInService: say("La voie n’est pas en service", "The way is not in service")
    case .notOpen:
      say("L’établissement n’est pas ouvert", "The establishment is not open")
    case .notASchool:
      say(
        "Ce n’est pas une école où l’on se rend chaque jour : service, section ou autre établissement",
        "Not a school one goes to every day: an office, a section or another establishment")
    case .notAShop:
      say(
        "Son activité n’est pas d’un lieu où le public entre : elle n’est dans aucune catégorie",
        "Its activity is not of a place the public enters: no category names it")
    case .missingNodes:
      say("Tous ses points manquent dans l’extrait", "All its points are missing from the extract")
    case .incompleteArea:
      say(
        "Son contour n’est pas entier dans l’extrait",
        "Its outline is not whole in the extract")
    }
  }

  /// Where in a file: `ligne 12`, `enregistrement 3`, `way/123`.
  package func place(_ place: SourcePlace) -> String {
    switch place {
    case .line(let number): say("ligne\u{A0}\(number)", "line\u{A0}\(number)")
    case .record(let number): say("enregistrement\u{A0}\(number)", "record\u{A0}\(number)")
    case .way(let id): "way/\(id)"
    }
  }
}
