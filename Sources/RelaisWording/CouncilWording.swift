package import CoverageEngine
package import RelaisGeo

/// What the council's report says.
extension Wording {
  package var councilTitle: String {
    typographic(
      say(
        "Points Relais Sécurité : la couverture des rues",
        "Points Relais Sécurité: coverage of the streets"))
  }

  package func place(_ town: String, insee: String?) -> String {
    insee.map { say("\(town) (INSEE \($0))", "\(town) (INSEE \($0))") } ?? town
  }

  /// The one sentence a reader takes away.
  package func answer(_ summary: BudgetSummary, town: String, relays: Int) -> String {
    let at = budget(summary.budget)
    guard summary.streets > .zero else {
      return say(
        "Aucune rue à couvrir n’a été trouvée : il n’y a rien à mesurer.",
        "No street to cover was found: there is nothing to measure.")
    }
    let left = summary.streets - summary.streetsCovered
    let text =
      if relays == 0 {
        say(
          "\(town) n’a encore aucun relais : ses \(distance(summary.streets)) de rues restent à couvrir.",
          "\(town) has no relay yet: its \(distance(summary.streets)) of streets are still to cover."
        )
      } else if left == .zero {
        say(
          "À \(at) à pied, toutes les rues \(of(town)) ont un relais.",
          "Within a \(at) walk, every street of \(town) has a relay.")
      } else {
        say(
          "À \(at) à pied, \(share(summary.streetsShare)) des rues \(of(town)) ont un relais ; \(distance(left)) n’en ont pas.",
          "Within a \(at) walk, \(share(summary.streetsShare)) of the streets of \(town) have a relay; \(distance(left)) have none."
        )
      }
    return typographic(text)
  }

  package func generatedBy(_ generator: String, date: CalendarDay?) -> String {
    let day = date.map { say(", données du \(self.date($0))", ", data of \(self.date($0))") } ?? ""
    return say(
      "Rapport établi par \(generator)\(day). Les chiffres sont calculés, non échantillonnés.",
      "Report made by \(generator)\(day). Figures are computed, not sampled.")
  }

  package var summaryHeading: String { say("L’essentiel", "In brief") }

  package func gapsHeading(_ budget: Length) -> String {
    say("Où sont les trous", "Where the gaps are")
  }

  package var gapsIntroduction: String {
    typographic(
      say(
        "Un trou est une suite de portions d’une même rue d’où aucun relais n’est à la distance voulue ; « Relais\u{A0}à » dit combien il faut marcher depuis son point le plus mal placé.",
        "A gap is a run of stretches of one street with no relay within the distance; “Relay at” says how far one must walk from its worst-placed point."
      ))
  }

  package var mapTitle: String {
    say("Carte des rues couvertes et des trous", "Map of covered streets and gaps")
  }

  package func mapSummary(_ summary: BudgetSummary?) -> String {
    guard let summary, summary.streets > .zero else {
      return say("Aucune rue à couvrir.", "No street to cover.")
    }
    return typographic(
      say(
        "À \(budget(summary.budget)) : \(distance(summary.streetsCovered)) de rues couvertes, \(distance(summary.streets - summary.streetsCovered)) non couvertes. Le tableau des trous dit la même chose que la carte.",
        "At \(budget(summary.budget)): \(distance(summary.streetsCovered)) of streets covered, \(distance(summary.streets - summary.streetsCovered)) not covered. The table of gaps says what the map shows."
      ))
  }

  package var coveredStreets: String { say("Rue couverte", "Covered street") }
  package var uncoveredStreets: String { say("Rue non couverte (trou)", "Uncovered street (gap)") }
  package var otherWays: String {
    say("Autre chemin, ou rue hors périmètre", "Other way, or street outside the area")
  }
  package var longestGaps: String { say("Rang des plus longs trous", "Rank of the longest gaps") }
  package var attachedRelays: String { say("Relais", "Relay") }
  package var unattachedRelays: String {
    say(
      "Relais trop loin des rues, ne couvre rien", "Relay too far from any street, covers nothing")
  }
  package var studyArea: String { say("Limite du périmètre d’étude", "Border of the study area") }
  package var districtLimits: String { say("Limite de quartier", "District border") }

  package func relayState(_ snap: Snap?, street: String?) -> String {
    guard let snap else {
      return say(
        "trop loin des rues, ce relais ne couvre rien.",
        "too far from any street, this relay covers nothing.")
    }
    return say(
      "relais rattaché à \(quoted(streetName(street))), à \(distance(snap.connector)).",
      "relay attached to \(quoted(streetName(street))), \(distance(snap.connector)) away.")
  }

  package var budgetsHeading: String { say("Selon la distance", "By distance") }

  /// What circles on a map would have said, and why it is not so.
  package func circlesExplained(_ summary: BudgetSummary) -> String {
    guard summary.streets > .zero else { return say("Rien à mesurer.", "Nothing to measure.") }
    let points = roundedPercent(summary.circlesShare) - roundedPercent(summary.streetsShare)
    guard points >= 0.05 else {
      return say(
        "Ici, des cercles tracés sur la carte donneraient à peu près la même part que la marche.",
        "Here, circles drawn on a map would give about the same share as walking.")
    }
    let claimed = share(summary.circlesShare)
    return typographic(
      say(
        "Des cercles de \(budget(summary.budget)) tracés autour des relais annonceraient \(claimed) des rues ; en marchant, on en couvre \(share(summary.streetsShare)), soit \(decimal(points, places: 1)) points de moins. Un cercle ignore les détours : voie ferrée, canal, îlot fermé, impasse.",
        "Circles of \(budget(summary.budget)) drawn around the relays would claim \(claimed) of the streets; walking covers \(share(summary.streetsShare)), \(decimal(points, places: 1)) points less. A circle knows no detour: railway, canal, closed block, dead end."
      ))
  }

  package var districtsHeading: String { say("Par quartier", "By district") }
  package var relaysHeading: String { say("Les relais", "The relays") }
  package var noRelays: String { say("Aucun relais pour l’instant.", "No relay as yet.") }
  package var findingsHeading: String { say("À vérifier dans les données", "To check in the data") }
  package var noFindings: String {
    say("Rien d’anormal n’a été relevé.", "Nothing unusual was found.")
  }
  package var findingsIntroduction: String {
    typographic(
      say(
        "Le calcul a été mené malgré ces points ; les corriger rendra les chiffres plus sûrs.",
        "The computation was carried out in spite of these; mending them will make the figures surer."
      ))
  }
  package func moreFindings(_ count: Int) -> String {
    say(
      "Et \(self.count(count, ("autre", "autres"), ("", ""))), dans findings.csv.",
      "And \(self.count(count, ("", ""), ("other", "others"))), in findings.csv.")
  }
  package var missingHeading: String {
    say("Ce qui manque, et ce que cela apporterait", "What is missing, and what it would bring")
  }
  package var missingLabel: String { say("Donnée absente", "Input missing") }

  package var methodHeading: String { say("Comment c’est calculé", "How it is computed") }

  package func method(_ parameters: AnalysisParameters, knowsHours: Bool) -> [String] {
    [
      say(
        "On marche dans les deux sens, sur toutes les voies ouvertes aux piétons ; les rues à couvrir sont celles qui portent un nom ou desservent des habitations, sans les allées privées, parkings et trottoirs tracés à part.",
        "One walks both ways, on every way open to pedestrians; the streets to cover are those that bear a name or serve homes, without driveways, car parks and pavements drawn apart."
      ),
      say(
        "La distance à un relais se mesure le long des rues, en mètres au sol, pour chaque point de chaque rue : la limite entre couvert et non couvert tombe au millimètre, souvent au milieu d’une rue. Rien n’est échantillonné.",
        "The distance to a relay is measured along the streets, in metres on the ground, for every point of every street: the limit between covered and uncovered falls to the millimetre, often in mid-street. Nothing is sampled."
      ),
      parameters.countsConnector
        ? say(
          "Le raccord, du seuil du relais à la rue, compte comme de la marche.",
          "The connector, from the relay’s door to the street, counts as walking.")
        : say(
          "Le raccord, du seuil du relais à la rue, n’est pas compté.",
          "The connector, from the relay’s door to the street, is not counted."),
      say(
        "Un relais à plus de \(metres(parameters.maximumSnap)) de toute voie n’est rattaché à aucune et ne couvre rien ; il est signalé.",
        "A relay farther than \(metres(parameters.maximumSnap)) from every way is attached to none and covers nothing; it is reported."
      ),
      knowsHours
        ? say(
          "La carte, les trous et les quartiers comptent tous les relais, ouverts ou non ; la partie « Aux heures où les enfants marchent » dit ce qu’il en reste selon l’heure.",
          "The map, the gaps and the districts count all relays, open or not; “When children walk” tells what is left of it by the hour."
        )
        : say(
          "Tous les relais comptent, ouverts ou non.", "All relays count, open or not."),
      say(
        "Ces chiffres valent ce que valent les données : une rue ou un passage absent du plan fausse le chemin. Ils disent la distance, non la sûreté du trajet.",
        "These figures are worth what the data are worth: a street or passage missing from the map makes the path wrong. They tell the distance, not how safe the way is."
      ),
    ].map(typographic)
  }
}
