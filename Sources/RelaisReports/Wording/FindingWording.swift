import CoverageEngine
public import RelaisGeo

/// What a finding says: what was found, and what a person can do about it.
extension Wording {
  /// A few words for a kind of finding, as a heading or a column says it.
  public func title(_ code: Finding.Code) -> String {
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

  /// What was found, in a sentence.
  public func sentence(_ finding: Finding) -> String {
    let facts = Facts(finding.facts, self)
    let body =
      switch finding.code {
      case .rowsRejected:
        say(
          "Lignes non reprises : \(facts.count(0)) sur \(facts.count(1)).",
          "Rows not taken: \(facts.count(0)) of \(facts.count(1)).")
      case .placeUnattached: unattached(finding, facts)
      case .axesLookSwapped:
        say(
          "Lieux loin du réseau, mais tout près si l’on échange longitude et latitude : \(facts.count(0)).",
          "Places far from the network, but close to it once longitude and latitude are exchanged: \(facts.count(0))."
        )
      case .relayOnIsland:
        say(
          "\(named(finding)) se trouve sur un morceau de \(facts.metres(0)) sans chemin vers le reste du réseau.",
          "\(named(finding)) stands on a piece of \(facts.metres(0)) with no way to the rest of the network."
        )
      case .waysCut:
        say(
          "Rues qui s’arrêtent à un point absent de l’extrait : \(facts.count(0)) (points absents : \(facts.count(1))).",
          "Streets that stop at a point the extract lacks: \(facts.count(0)) (points missing: \(facts.count(1)))."
        )
      case .networkIslands:
        say(
          "Morceaux de réseau sans chemin vers le principal : \(facts.count(0)), soit \(facts.metres(1)) en tout.",
          "Pieces of network with no way to the main one: \(facts.count(0)), \(facts.metres(1)) in all."
        )
      case .areaRepaired:
        say(
          "Le contour \(quoted(finding.subject)) n’était pas valide (\(facts.text(0))) et a été réparé.",
          "The outline \(quoted(finding.subject)) was not valid (\(facts.text(0))) and was repaired."
        )
      case .districtsOverlap:
        say(
          "Des quartiers se chevauchent : \(facts.metres(0)) de rue comptent dans plusieurs, et leurs totaux dépassent celui de la ville.",
          "Districts overlap: \(facts.metres(0)) of street count in several, and their totals exceed the town’s."
        )
      case .districtsIncomplete:
        say(
          "\(facts.metres(0)) de rue ne sont dans aucun quartier.",
          "\(facts.metres(0)) of street lie in no district.")
      case .lengthBelowStraight:
        say(
          "Tronçons dont la longueur déclarée est plus courte que la ligne droite entre leurs bouts : \(facts.count(0)).",
          "Sections whose declared length is below the straight line between their ends: \(facts.count(0))."
        )
      case .boundaryElsewhere:
        say(
          "Le périmètre d’étude et le réseau des rues ne se touchent pas.",
          "The study area and the street network do not meet.")
      case .schoolUnattached:
        finding.facts.first?.isEmpty ?? true
          ? say(
            "L’école \(quoted(finding.subject)) n’a aucune rue autour d’elle.",
            "The school \(quoted(finding.subject)) has no street around it.")
          : say(
            "L’école \(quoted(finding.subject)) est à \(facts.metres(0)) de la rue la plus proche, au-delà des \(facts.metres(1)) permis : aucun trajet n’y mène.",
            "The school \(quoted(finding.subject)) is \(facts.metres(0)) from the nearest street, beyond the \(facts.metres(1)) allowed: no route leads there."
          )
      case .homesUnattached:
        say(
          "Adresses à plus de \(facts.metres(2)) de toute rue : \(facts.count(0)) sur \(facts.count(1)).",
          "Addresses more than \(facts.metres(2)) from any street: \(facts.count(0)) of \(facts.count(1))."
        )
      case .homesWithoutWay:
        say(
          "Adresses sans chemin vers leur école : \(facts.count(0)).",
          "Addresses with no way to their school: \(facts.count(0)).")
      case .catchmentWithoutSchool:
        say(
          "La carte scolaire nomme une école absente du fichier des écoles : \(quoted(finding.subject)) (lignes : \(facts.count(0))).",
          "The catchments name a school that is not in the schools’ file: \(quoted(finding.subject)) (rows: \(facts.count(0)))."
        )
      case .childrenWithoutAddress:
        say(
          "Enfants de carreaux sans aucune adresse, absents des trajets : \(facts.count(0)) (carreaux : \(facts.count(1))).",
          "Children of squares without any address, missing from the routes: \(facts.count(0)) (squares: \(facts.count(1)))."
        )
      case .childrenImputed:
        say(
          "Enfants de carreaux dont l’INSEE a estimé les chiffres : \(facts.count(0)) sur \(facts.count(1)).",
          "Children of squares whose figures INSEE estimated: \(facts.count(0)) of \(facts.count(1))."
        )
      case .coveredRoutesCut:
        say(
          "Écoles dont la recherche de trajets couverts a été écourtée, et où de meilleurs peuvent exister : \(facts.count(0)).",
          "Schools whose search for covered routes was cut short, where better ones may exist: \(facts.count(0))."
        )
      case .schoolsElsewhere:
        say(
          "Écoles situées au-delà des rues du fichier, laissées de côté : \(facts.count(0)).",
          "Schools beyond the streets of the file, left aside: \(facts.count(0)).")
      case .homesElsewhere:
        say(
          "Adresses hors de la zone d’étude, laissées de côté : \(facts.count(0)).",
          "Addresses outside the study area, left aside: \(facts.count(0)).")
      case .hoursNotUnderstood: hoursNotUnderstood(finding, facts)
      case .hoursReadAs:
        say(
          "\(named(finding)) : les horaires \(quoted(shortened(facts.text(0)))) ont été compris comme \(quoted(shortened(facts.text(1)))).",
          "\(named(finding)): the opening hours \(quoted(shortened(facts.text(0)))) were read as \(quoted(shortened(facts.text(1))))."
        )
      case .hoursMissing:
        say(
          "Relais qui n’indiquent pas d’horaires : \(facts.count(0)) sur \(facts.count(1)). On ne sait pas quand ils sont ouverts.",
          "Relays that give no opening hours: \(facts.count(0)) of \(facts.count(1)). When they are open is not known."
        )
      case .schoolCalendarUnknown: schoolCalendarUnknown(facts)
      case .windowWithoutDays:
        say(
          "Le créneau \(quoted(finding.subject)) ne tombe sur aucun jour de classe de la période.",
          "The window \(quoted(finding.subject)) falls on no school day of the period.")
      case .candidatesLeftOut, .candidatesMerged, .candidatesOfOtherKinds,
        .establishmentsElsewhere, .siretsNotRead, .relayClosed:
        candidateSentence(finding, facts)
      case .inputMissing:
        say("Il manque : \(kindOfInput(facts.text(0))).", "Missing: \(kindOfInput(facts.text(0))).")
      }
    return typographic(located(finding) + body)
  }

  /// What to do about it.
  public func remedy(_ code: Finding.Code) -> String {
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
      case .candidatesLeftOut, .candidatesMerged, .candidatesOfOtherKinds,
        .establishmentsElsewhere, .siretsNotRead, .relayClosed:
        candidateRemedy(code)
      case .inputMissing:
        say(
          "Ajoutez le fichier avec « relais import » ; le rapport dit ce qu’il apporterait.",
          "Add the file with “relais import”; the report says what it would bring.")
      }
    return typographic(text)
  }

  /// Note, warning or error, in a word.
  public func severity(_ severity: Finding.Severity) -> String {
    switch severity {
    case .note: say("À savoir", "Note")
    case .warning: say("À vérifier", "To check")
    case .error: say("À corriger", "To correct")
    }
  }

  private func unattached(_ finding: Finding, _ facts: Facts) -> String {
    guard !facts.text(0).isEmpty else {
      return say(
        "\(named(finding)) n’est rattaché à aucune rue : le réseau n’en a pas.",
        "\(named(finding)) is attached to no street: the network has none.")
    }
    return say(
      "\(named(finding)) est à \(facts.metres(0)) de la rue la plus proche, au-delà des \(facts.metres(1)) permis : il ne couvre rien.",
      "\(named(finding)) is \(facts.metres(0)) from the nearest street, past the \(facts.metres(1)) allowed: it covers nothing."
    )
  }

  private func hoursNotUnderstood(_ finding: Finding, _ facts: Facts) -> String {
    let value = facts.text(0)
    let error = OpeningHoursError(
      offset: max(0, Int(facts.text(1)) ?? 0), expected: .init(rawValue: facts.text(2)) ?? .hours)
    return say(
      "\(named(finding)) : les horaires \(quoted(shortened(value))) ne se comprennent pas. \(sentence(error, in: value)) On ne sait pas quand il est ouvert.",
      "\(named(finding)): the opening hours \(quoted(shortened(value))) cannot be understood. \(sentence(error, in: value)) When it is open is not known."
    )
  }

  private func schoolCalendarUnknown(_ facts: Facts) -> String {
    guard !facts.text(1).isEmpty else {
      return say(
        "La zone de vacances scolaires n’est pas connue : \(facts.count(0)) jours de la période sont peut-être des jours de classe.",
        "The zone of school holidays is not known: \(facts.count(0)) days of the period may be school days."
      )
    }
    return say(
      "Le calendrier de la zone \(facts.text(1)) s’arrête au \(date(facts.text(2))) : \(facts.count(0)) jours de la période sont peut-être des jours de classe.",
      "The calendar of zone \(facts.text(1)) ends on \(date(facts.text(2))): \(facts.count(0)) days of the period may be school days."
    )
  }

  /// Long texts from files by their beginning.
  func shortened(_ text: String) -> String {
    text.count > 120 ? text.prefix(119) + "…" : text
  }

  /// « subject », or a plain word where the finding names none.
  func named(_ finding: Finding) -> String {
    finding.subject == nil ? say("Un lieu", "A place") : quoted(finding.subject)
  }

  func quoted(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "" }
    return say("«\u{A0}\(text)\u{A0}»", "“\(text)”")
  }

  private func located(_ finding: Finding) -> String {
    guard let file = finding.file else { return "" }
    let place = finding.place.map { ", " + self.place($0) } ?? ""
    return file + place + say("\u{A0}: ", ": ")
  }
}
