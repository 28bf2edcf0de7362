/// What the columns of a GeoPackage are called by those who open it.
extension Wording {
  /// `nil` for a column without a title of its own, which is then shown by its name.
  package func fieldTitle(_ column: String) -> String? {
    if let title = plainFieldTitle(column) { return title }
    guard column.hasPrefix("covered_") else { return nil }
    let rest = column.dropFirst("covered_".count)
    let metres = rest.prefix { $0.isNumber || $0 == "_" }.split(separator: "_").joined(
      separator: decimalSeparator)
    guard !metres.isEmpty else { return nil }
    return rest.hasSuffix("_m")
      ? say("Couvert à \(metres)\u{A0}m (m)", "Covered within \(metres)\u{A0}m (m)")
      : say("Couvert à \(metres)\u{A0}m", "Covered within \(metres)\u{A0}m")
  }

  private func plainFieldTitle(_ column: String) -> String? {
    switch column {
    case "id": say("Identifiant", "Identifier")
    case "name": say("Nom", "Name")
    case "kind": say("Genre", "Kind")
    case "address": say("Adresse", "Address")
    case "category": say("Catégorie", "Category")
    case "district": say("Quartier", "District")
    case "edge": say("Arête", "Edge")
    case "street": say("Rue", "Street")
    case "demand": say("Demande", "Demand")
    case "from": say("De", "From")
    case "to": say("À", "To")
    case "from_m": say("Début sur l’arête (m)", "From along the edge (m)")
    case "to_m": say("Fin sur l’arête (m)", "To along the edge (m)")
    case "length_m": say("Longueur (m)", "Length (m)")
    case "covered": say("Couvert", "Covered")
    case "budget_m": say("Couvert dès (m)", "Covered from (m)")
    case "distance_m": say("Distance à pied (m)", "Walking distance (m)")
    case "rank": say("Rang", "Rank")
    case "worst_distance_m": say("Relais au plus loin (m)", "Relay at most (m)")
    case "nearest_relay": say("Relais le plus proche", "Nearest relay")
    case "children": say("Enfants", "Children")
    case "schools": say("Écoles", "Schools")
    case "gap_in": say("Trou (fenêtres)", "Gap in (windows)")
    case "perhaps_in": say("Peut-être (fenêtres)", "Perhaps (windows)")
    case "open_in": say("Ouvert (fenêtres)", "Open in (windows)")
    case "attached": say("Rattaché", "Attached")
    case "offset_m": say("Position sur l’arête (m)", "Along the edge (m)")
    case "connector_m": say("Raccord (m)", "Connector (m)")
    case "opening_hours": say("Horaires", "Opening hours")
    case "relay": say("Relais", "Relay")
    case "streets_m": say("Rues (m)", "Streets (m)")
    case "school": say("École (identifiant)", "School (identifier)")
    case "school_name": say("École", "School")
    case "levels": say("Niveaux", "Levels")
    case "uncovered_m": say("Non couvert (m)", "Not covered (m)")
    case "median_walk_m": say("Trajet médian (m)", "Median walk (m)")
    case "p90_walk_m": say("Neuf trajets sur dix sous (m)", "Nine walks in ten below (m)")
    case "covered_share": say("Part couverte", "Share covered")
    case "exposed_children": say("Enfants exposés", "Exposed children")
    case "longest_uncovered_m": say("Plus long trou du trajet (m)", "Longest gap on the way (m)")
    case "stop": say("Arrêt", "Stop")
    case "place": say("Lieu", "Place")
    case "to_school_m": say("Jusqu’à l’école (m)", "To the school (m)")
    case "loss_m": say("Perte sans ce relais (m)", "Lost without this relay (m)")
    case "keep": say("À ne pas perdre", "Not to be lost")
    case "gain_m": say("Gain (m)", "Gain (m)")
    case "cumulative_m": say("Gain cumulé (m)", "Gain in all (m)")
    case "acceptance": say("Probabilité d’accepter", "Likelihood to accept")
    case "gain_if_yes_m": say("Gain si oui (m)", "Gain if yes (m)")
    case "round": say("Tournée", "Round")
    case "doors": say("Portes", "Doors")
    case "walk_m": say("Marche (m)", "Walk (m)")
    case "minutes": say("Minutes", "Minutes")
    case "minutes_if_refused": say("Minutes en cas de refus", "Minutes if refused")
    case "names": say("Noms", "Names")
    case "reasons": say("Raisons", "Reasons")
    case "alternatives": say("Solutions de rechange", "Alternatives")
    case "instead_of": say("À la place de", "Instead of")
    case "change": say("Changement", "Change")
    case "since": say("Depuis", "Since")
    case "going_window": say("Fenêtre d’aller", "Window of going")
    case "going_covered_share": say("À l’aller, part couverte", "Going, share covered")
    case "going_exposed_children": say("À l’aller, enfants exposés", "Going, exposed children")
    case "going_covered_share_if_unknown_open":
      say(
        "À l’aller, part couverte si les horaires inconnus sont ouverts",
        "Going, share covered if unknown hours are open")
    case "going_exposed_children_if_unknown_open":
      say(
        "À l’aller, enfants exposés si les horaires inconnus sont ouverts",
        "Going, exposed children if unknown hours are open")
    default: nil
    }
  }
}
