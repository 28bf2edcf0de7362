package import CoverageEngine

/// What a person can do about a finding.
extension Wording {
  /// What to do about it.
  package func remedy(_ code: Finding.Code) -> String {
    let text =
      switch code {
      case .rowsRejected:
        say(
          "Voyez chaque ligne et sa raison dans le dossier « rejects », corrigez le fichier et relancez.",
          "See each row and its reason in the “rejects” folder, correct the file and run again.")
      case .placeUnattached:
        say(
          "Vérifiez sa position sur la carte ; si elle est juste, augmentez la distance de rattachement (--max-snap).",
          "Check its position on the map; if it is right, allow a longer leg to the street (--max-snap)."
        )
      case .axesLookSwapped:
        say(
          "Échangez les deux colonnes de coordonnées dans le fichier, ou dites laquelle est laquelle dans relais.yml.",
          "Exchange the two coordinate columns in the file, or say which is which in relais.yml.")
      case .relayOnIsland:
        say(
          "Complétez le chemin qui manque dans OpenStreetMap, ou corrigez la position du relais.",
          "Add the missing path to OpenStreetMap, or correct the relay’s position.")
      case .waysCut:
        say(
          "Prenez un extrait plus large que la ville, d’un kilomètre au moins.",
          "Take an extract wider than the town, by a kilometre at least.")
      case .networkIslands:
        say(
          "C’est souvent une cour, un parking ou un chemin mal raccordé ; s’il s’agit de vraies rues, complétez OpenStreetMap.",
          "Often a courtyard, a car park or a path not joined; if they are real streets, mend OpenStreetMap."
        )
      case .areaRepaired:
        say(
          "Comparez le contour sur la carte avec le vôtre ; corrigez le fichier s’il diffère.",
          "Compare the outline on the map with yours; correct the file if it differs.")
      case .districtsOverlap:
        say(
          "Corrigez les contours des quartiers pour qu’ils se touchent sans se recouvrir.",
          "Correct the districts’ outlines so that they touch without overlapping.")
      case .districtsIncomplete:
        say(
          "Complétez les contours des quartiers ; en attendant, ces rues comptent dans le total de la ville seulement.",
          "Complete the districts’ outlines; until then these streets count in the town’s total only."
        )
      case .lengthBelowStraight:
        say(
          "Vérifiez l’unité de la colonne de longueur ; elle doit être en mètres.",
          "Check the unit of the length column; it must be metres.")
      case .boundaryElsewhere:
        say(
          "Vérifiez que les deux fichiers concernent la même ville et le même système de coordonnées.",
          "Check that both files are about the same town and in the same coordinates.")
      case .schoolUnattached:
        say(
          "Vérifiez sa position sur la carte ; si elle est juste, augmentez la distance de rattachement (--max-snap) ou donnez ses entrées.",
          "Check its position on the map; if it is right, allow a longer leg to the street (--max-snap) or give its gates."
        )
      case .homesUnattached:
        say(
          "Leurs trajets manquent aux chiffres : vérifiez que les deux fichiers portent sur la même ville, ou augmentez la distance de rattachement (--max-snap).",
          "Their routes are missing from the figures: check that both files are about the same town, or allow a longer leg to the street (--max-snap)."
        )
      case .homesWithoutWay:
        say(
          "Elles sont sur un morceau de réseau isolé, ou leur école n’est rattachée à aucune rue.",
          "They stand on an isolated piece of network, or their school is attached to no street.")
      case .catchmentWithoutSchool:
        say(
          "Donnez à l’école le même identifiant (UAI) ou le même nom dans les deux fichiers ; en attendant, ces adresses vont à l’école la plus proche.",
          "Give the school the same identifier (UAI) or name in both files; until then these addresses go to the nearest school."
        )
      case .childrenWithoutAddress:
        say(
          "Complétez la base adresse de la commune, ou vérifiez que les deux fichiers portent sur la même ville.",
          "Complete the town’s address base, or check that both files are about the same town.")
      case .childrenImputed:
        say(
          "Rien à corriger : l’INSEE protège ainsi les carreaux de moins de onze ménages.",
          "Nothing to correct: INSEE so protects squares of fewer than eleven households.")
      case .coveredRoutesCut:
        say(
          "Les trajets donnés restent justes et jamais moins couverts que les plus courts.",
          "The routes given remain right, and never less covered than the shortest.")
      case .schoolsElsewhere:
        say(
          "Rien à faire, sauf si l’une d’elles accueille des enfants de la commune : prenez alors un extrait de rues plus large.",
          "Nothing to do, unless one of them takes children of the town: then take a wider extract of streets."
        )
      case .homesElsewhere:
        say(
          "Rien à faire : les trajets partent de la commune seule.",
          "Nothing to do: routes start in the town alone.")
      case .hoursNotUnderstood:
        say(
          "Écrivez les horaires comme « Mo-Fr 08:00-12:30,14:00-19:00; Sa 09:00-12:00 » ; « relais hours » vérifie une valeur.",
          "Write the hours like “Mo-Fr 08:00-12:30,14:00-19:00; Sa 09:00-12:00”; “relais hours” checks a value."
        )
      case .hoursReadAs:
        say(
          "Vérifiez que c’est bien ce qu’affiche le relais ; sinon, corrigez ses horaires.",
          "Check that this is what the relay’s door says; otherwise correct its hours.")
      case .hoursMissing:
        say(
          "Demandez leurs horaires aux relais, à la prochaine visite, et notez-les dans la liste.",
          "Ask the relays for their hours on the next visit, and note them in the list.")
      case .schoolCalendarUnknown:
        say(
          "Indiquez la zone (zone: B dans relais.yml, ou --zone B), ou ajoutez au calendrier les années qui manquent.",
          "Give the zone (zone: B in relais.yml, or --zone B), or add the missing years to the calendar."
        )
      case .windowWithoutDays:
        say(
          "Choisissez une période plus longue, ou d’autres jours pour ce créneau.",
          "Choose a longer period, or other days for this window.")
      case .candidatesLeftOut:
        say(
          "Rien à corriger : candidates_left_out.csv les nomme ; categories.csv dit quels genres sont sollicités.",
          "Nothing to correct: candidates_left_out.csv names them; categories.csv says which kinds are asked."
        )
      case .candidatesMerged:
        say("Rien à corriger.", "Nothing to correct.")
      case .candidatesOfOtherKinds:
        say(
          "Nommez leur genre dans categories.csv (colonnes osm, naf ou mots) pour leur donner leurs propres règles.",
          "Name their kind in categories.csv (columns osm, naf or mots) to give them rules of their own."
        )
      case .establishmentsElsewhere:
        say(
          "Rien à faire ; pour les prendre, ajoutez leurs communes à relais.yml (candidates: communes).",
          "Nothing to do; to take them, add their communes to relais.yml (candidates: communes).")
      case .siretsNotRead:
        say(
          "Un SIRET a 14 chiffres ; dans un tableur, donnez à sa colonne le format texte. Sans lui, une fermeture au répertoire peut passer inaperçue.",
          "A SIRET has 14 digits; in a spreadsheet, make its column text. Without it, a closure in the register may go unseen."
        )
      case .relayClosed:
        say(
          "Passez voir : si c’est bien fermé, « relais adherents leave » et « relais adherents stickers --recovered » ; sinon, corrigez son SIRET, ou la carte.",
          "Go and see: if it is closed, “relais adherents leave” and “relais adherents stickers --recovered”; otherwise correct its SIRET, or the map."
        )
      case .inputMissing:
        say(
          "Ajoutez le fichier avec « relais import » ; le rapport dit ce qu’il apporterait.",
          "Add the file with “relais import”; the report says what it would bring.")
      }
    return typographic(text)
  }
}
