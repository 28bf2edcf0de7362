package import CoverageEngine

/// The page for the town's site.
extension Wording {
  package var publicTitle: String { say("Points Relais Sécurité", "Safety relays") }

  package func publicAnswer(_ count: Int) -> String {
    guard count > 0 else { return publicNone }
    return typographic(
      say(
        "Un enfant perdu, suivi ou en danger peut entrer \(count == 1 ? "dans ce lieu" : "dans l’un de ces \(integer(count)) lieux") : on l’y accueille, et l’on appelle ses parents ou la police municipale.",
        "A child who is lost, followed or in danger may walk into \(count == 1 ? "this place" : "any of these \(integer(count)) places"): they are welcomed there, and their parents or the municipal police are called."
      ))
  }

  package var publicNone: String {
    say("Aucun relais n’est encore connu.", "No relay is known as yet.")
  }

  package var nearHeading: String { say("Le plus proche de chez vous", "The nearest to you") }
  package var nearLabel: String { say("Votre rue", "Your street") }
  package var nearHelp: String {
    say(
      "Tapez le début du nom. Rien de ce que vous tapez ne quitte votre appareil.",
      "Type how its name begins. Nothing you type leaves your device.")
  }

  package var publicMapHeading: String {
    say("Tous les relais sur la carte", "All relays on the map")
  }
  package func publicMapLabel(_ count: Int) -> String {
    typographic(
      say(
        "Carte des rues avec \(self.count(count, ("relais numéroté", "relais numérotés"), ("", ""))) ; le tableau plus bas donne les mêmes numéros, avec les adresses.",
        "Map of the streets with \(self.count(count, ("", ""), ("numbered relay", "numbered relays"))); the table below has the same numbers, with addresses."
      ))
  }
  package var publicMapTwin: String {
    say(
      "Les numéros sont ceux de la liste ci-dessous.", "The numbers are those of the list below.")
  }

  package var publicListHeading: String { say("La liste des relais", "The list of relays") }
  package func publicCaption(_ count: Int) -> String {
    say("Les relais, par nom (\(integer(count)))", "The relays, by name (\(integer(count)))")
  }
  package func publicCaption(_ district: String?, _ count: Int) -> String {
    (district ?? say("Hors des quartiers", "Outside the districts")) + " (\(integer(count)))"
  }
  package var publicHeaders: [String] {
    [
      say("N°", "No."), say("Relais", "Relay"), say("Adresse", "Address"),
      say("Horaires", "Opening hours"),
    ]
  }
  package var publicUnknownHours: String { say("horaires non indiqués", "hours not given") }

  package var publicMethod: String {
    typographic(
      say(
        "Les distances sont celles du trajet à pied par les rues, depuis le milieu de la rue choisie ; une minute compte pour soixante mètres, le pas d’un enfant. « Ouvert en ce moment » suit l’horloge de votre appareil, et n’est dit que si les horaires ne laissent aucun doute.",
        "Distances are those of the walk along streets, from the middle of the street chosen; a minute counts for sixty metres, a child’s pace. “Open now” follows your device’s clock, and is said only where opening hours leave no doubt."
      ))
  }

  package func publicMade(by generator: String, date: CalendarDay?) -> String {
    let day = date.map { say(", données du \(self.date($0))", ", data of \(self.date($0))") } ?? ""
    return say("Page établie par \(generator)\(day).", "Page made by \(generator)\(day).")
  }

  /// The sentences the script fills in.
  package var publicTexts: [(String, String)] {
    [
      (
        "far",
        say(
          "{metres}\u{A0}m à pied, environ {minutes}\u{A0}min",
          "{metres}\u{A0}m on foot, about {minutes}\u{A0}min")
      ),
      ("open", say("Ouvert en ce moment", "Open now")),
      ("closed", say("Fermé en ce moment", "Closed now")),
      (
        "nearest",
        say(
          "{street}\u{A0}: les relais les plus proches à pied ({count}).",
          "{street}: the nearest relays on foot ({count}).")
      ),
      (
        "none",
        say(
          "{street}\u{A0}: aucun relais à moins de 5\u{A0}km à pied.",
          "{street}: no relay within 5\u{A0}km on foot.")
      ),
      (
        "unknown",
        say(
          "Aucune rue trouvée pour «\u{A0}{text}\u{A0}».", "No street found for “{text}”.")
      ),
      (
        "several", say("{count} rues\u{A0}: choisissez la vôtre.", "{count} streets: choose yours.")
      ),
      (
        "many",
        say(
          "{count} rues, voici les douze premières\u{A0}: continuez à taper pour préciser.",
          "{count} streets, here are the first twelve: keep typing to narrow down.")
      ),
      ("see", say("Voir le n°\u{A0}{number} sur la carte", "See no.\u{A0}{number} on the map")),
      ("shown", say("La carte montre {name}.", "The map shows {name}.")),
    ]
  }
}
