/// What a page says around its content: controls, legends, help.
extension Wording {
  package var skipToContent: String { say("Aller au contenu", "Skip to content") }
  package var mapView: String { say("Distance à pied", "Walking distance") }
  package var findStreet: String { say("Trouver une rue", "Find a street") }
  package var zoomIn: String { say("Agrandir", "Zoom in") }
  package var zoomOut: String { say("Réduire", "Zoom out") }
  package var wholeMap: String { say("Revoir toute la carte", "Show the whole map") }
  package var northUp: String { say("Le nord est en haut", "North is up") }
  package var legendTitle: String { say("Légende", "Legend") }
  package var colon: String { say("\u{A0}: ", ": ") }
  package var creditsTitle: String { say("Sources des données", "Data sources") }

  package func mapFrame(_ title: String) -> String {
    typographic(
      say(
        "\(title), carte à explorer au clavier : flèches, plus, moins, zéro, Entrée",
        "\(title), map to explore with the keyboard: arrows, plus, minus, zero, Enter"))
  }

  package var mapHelp: String {
    typographic(
      say(
        "Souris : clic sur une rue, puis molette et glisser. Doigts : pincer, puis glisser. Clavier, une fois la carte choisie : flèches, + et −, 0 pour tout revoir, Entrée pour la rue sous la mire, N et P pour le repère suivant ou précédent. La légende montre et cache.",
        "Mouse: click on a street, then wheel and drag. Fingers: pinch, then drag. Keyboard, once the map is chosen: arrows, + and −, 0 to see it all, Enter for the street under the cross-hair, N and P for the next mark or the one before. The legend shows and hides."
      ))
  }

  /// The sentences the script fills in, by the key it knows them by; `{…}` are its places.
  package var mapTexts: [(String, String)] {
    [
      ("colon", colon),
      ("thousands", thousandsSeparator),
      ("decimal", decimalSeparator),
      ("underOne", say("moins d’un mètre", "less than a metre")),
      ("unnamed", say("Voie sans nom", "Unnamed way")),
      ("covered", say("rue couverte.", "covered street.")),
      (
        "uncertain",
        say(
          "couverte si les relais d’horaires inconnus sont ouverts.",
          "covered if the relays of unknown hours are open.")
      ),
      ("uncovered", say("rue non couverte.", "uncovered street.")),
      (
        "walkable",
        say(
          "chemin où l’on marche, sans être une rue à couvrir.",
          "a way to walk, not a street to cover.")
      ),
      ("length", say("Cette portion mesure {length}.", "This stretch is {length} long.")),
      (
        "walk",
        say(
          "De son point le plus éloigné, le relais le plus proche est à {walk} à pied.",
          "From its farthest point, the nearest relay is {walk} away on foot.")
      ),
      (
        "timed",
        say(
          "Un relais est assez près, mais pas sûrement ouvert.",
          "A relay is near enough, but not open for certain.")
      ),
      ("noWalk", say("Aucun relais n’est accessible à pied.", "No relay can be reached on foot.")),
      (
        "street",
        say(
          "{covered} couverts, {uncovered} non couverts.",
          "{covered} covered, {uncovered} not covered.")
      ),
      (
        "nothing",
        say(
          "Aucune rue à cet endroit. Visez une ligne ou agrandissez.",
          "No street there. Aim at a line or zoom in.")
      ),
      ("notFound", say("Aucune rue de ce nom sur la carte.", "No street of that name on the map.")),
      ("shown", say("La carte montre maintenant\u{A0}: {view}.", "The map now shows: {view}.")),
      ("whole", say("Toute la carte.", "The whole map.")),
      (
        "hint",
        say(
          "Touchez une rue, un relais ou une ligne du tableau pour en savoir plus.",
          "Choose a street, a relay or a row of the table to know more.")
      ),
    ]
  }
}
