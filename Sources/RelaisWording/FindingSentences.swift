package import CoverageEngine
import RelaisGeo

/// What a finding says, in a sentence.
extension Wording {
  /// What was found.
  ///
  /// - Parameter name: What to call its subject, where that is not by its identifier.
  package func sentence(_ finding: Finding, named name: String? = nil) -> String {
    let name = name ?? finding.subject?.id ?? ""
    let body =
      switch finding.kind {
      case .rowsRejected(let rows, let all):
        say(
          "Lignes non reprises : \(integer(rows)) sur \(integer(all)).",
          "Rows not taken: \(integer(rows)) of \(integer(all)).")
      case .placeUnattached(_, let away, let allowed): unattached(name, away, allowed)
      case .axesLookSwapped(let places):
        say(
          "Lieux loin du réseau, mais tout près si l’on échange longitude et latitude : \(integer(places)).",
          "Places far from the network, but close to it once longitude and latitude are exchanged: \(integer(places))."
        )
      case .relayOnIsland(_, let piece):
        say(
          "\(quoted(name)) se trouve sur un morceau de \(shortDistance(piece)) sans chemin vers le reste du réseau.",
          "\(quoted(name)) stands on a piece of \(shortDistance(piece)) with no way to the rest of the network."
        )
      case .waysCut(let ways, let nodes):
        say(
          "Rues qui s’arrêtent à un point absent de l’extrait : \(integer(ways)) (points absents : \(integer(nodes))).",
          "Streets that stop at a point the extract lacks: \(integer(ways)) (points missing: \(integer(nodes)))."
        )
      case .networkIslands(let pieces, let length):
        say(
          "Morceaux de réseau sans chemin vers le principal : \(integer(pieces)), soit \(shortDistance(length)) en tout.",
          "Pieces of network with no way to the main one: \(integer(pieces)), \(shortDistance(length)) in all."
        )
      case .areaRepaired(_, let flaw):
        say(
          "Le contour \(quoted(name)) n’était pas valide (\(flaw)) et a été réparé.",
          "The outline \(quoted(name)) was not valid (\(flaw)) and was repaired."
        )
      case .districtsOverlap(let length):
        say(
          "Des quartiers se chevauchent : \(shortDistance(length)) de rue comptent dans plusieurs, et leurs totaux dépassent celui de la ville.",
          "Districts overlap: \(shortDistance(length)) of street count in several, and their totals exceed the town’s."
        )
      case .districtsIncomplete(let length):
        say(
          "\(shortDistance(length)) de rue ne sont dans aucun quartier.",
          "\(shortDistance(length)) of street lie in no district.")
      case .lengthBelowStraight(let sections):
        say(
          "Tronçons dont la longueur déclarée est plus courte que la ligne droite entre leurs bouts : \(integer(sections)).",
          "Sections whose declared length is below the straight line between their ends: \(integer(sections))."
        )
      case .boundaryElsewhere:
        say(
          "Le périmètre d’étude et le réseau des rues ne se touchent pas.",
          "The study area and the street network do not meet.")
      case .schoolUnattached(_, let away, let allowed): schoolUnattached(name, away, allowed)
      case .homesUnattached(let homes, let all, let allowed):
        say(
          "Adresses à plus de \(shortDistance(allowed)) de toute rue : \(integer(homes)) sur \(integer(all)).",
          "Addresses more than \(shortDistance(allowed)) from any street: \(integer(homes)) of \(integer(all))."
        )
      case .homesWithoutWay(let homes):
        say(
          "Adresses sans chemin vers leur école : \(integer(homes)).",
          "Addresses with no way to their school: \(integer(homes)).")
      case .catchmentWithoutSchool(_, let catchments):
        say(
          "La carte scolaire nomme une école absente du fichier des écoles : \(quoted(name)) (lignes : \(integer(catchments))).",
          "The catchments name a school that is not in the schools’ file: \(quoted(name)) (rows: \(integer(catchments)))."
        )
      case .childrenWithoutAddress(let children, let squares):
        say(
          "Enfants de carreaux sans aucune adresse, absents des trajets : \(integer(children)) (carreaux : \(integer(squares))).",
          "Children of squares without any address, missing from the routes: \(integer(children)) (squares: \(integer(squares)))."
        )
      case .childrenImputed(let children, let all):
        say(
          "Enfants de carreaux dont l’INSEE a estimé les chiffres : \(integer(children)) sur \(integer(all)).",
          "Children of squares whose figures INSEE estimated: \(integer(children)) of \(integer(all))."
        )
      case .coveredRoutesCut(let schools):
        say(
          "Écoles dont la recherche de trajets couverts a été écourtée, et où de meilleurs peuvent exister : \(integer(schools)).",
          "Schools whose search for covered routes was cut short, where better ones may exist: \(integer(schools))."
        )
      case .schoolsElsewhere(let schools):
        say(
          "Écoles situées au-delà des rues du fichier, laissées de côté : \(integer(schools)).",
          "Schools beyond the streets of the file, left aside: \(integer(schools)).")
      case .homesElsewhere(let homes):
        say(
          "Adresses hors de la zone d’étude, laissées de côté : \(integer(homes)).",
          "Addresses outside the study area, left aside: \(integer(homes)).")
      case .hoursNotUnderstood(_, let hours, let error): hoursNotUnderstood(name, hours, error)
      case .hoursReadAs(_, let hours, let understood):
        say(
          "\(quoted(name)) : les horaires \(quoted(shortened(hours))) ont été compris comme \(quoted(shortened(understood))).",
          "\(quoted(name)): the opening hours \(quoted(shortened(hours))) were read as \(quoted(shortened(understood)))."
        )
      case .hoursMissing(let relays, let all):
        say(
          "Relais qui n’indiquent pas d’horaires : \(integer(relays)) sur \(integer(all)). On ne sait pas quand ils sont ouverts.",
          "Relays that give no opening hours: \(integer(relays)) of \(integer(all)). When they are open is not known."
        )
      case .schoolCalendarUnknown(let days, let zone, let lastDay):
        schoolCalendarUnknown(days, zone, lastDay)
      case .windowWithoutDays:
        say(
          "Le créneau \(quoted(name)) ne tombe sur aucun jour de classe de la période.",
          "The window \(quoted(name)) falls on no school day of the period.")
      case .candidatesLeftOut(let places, let exclusion):
        say(
          "Lieux non proposés : \(integer(places)), motif : \(reason(exclusion)).",
          "Places not proposed: \(integer(places)), \(reason(exclusion)).")
      case .candidatesMerged(let places):
        say(
          "Lieux que deux sources connaissent, proposés une seule fois : \(integer(places)).",
          "Places two sources know, proposed once: \(integer(places)).")
      case .candidatesOfOtherKinds(let shops, let examples):
        say(
          "Commerces d’un genre qu’aucune catégorie ne nomme, comptés comme « autre commerce » : \(integer(shops)) (\(shortened(examples.joined(separator: ", ")))…).",
          "Shops of a kind no category names, counted as “other shop”: \(integer(shops)) (\(shortened(examples.joined(separator: ", ")))…)."
        )
      case .establishmentsElsewhere(let establishments, let communes):
        say(
          "Établissements d’autres communes, laissés de côté : \(integer(establishments)) (communes retenues : \(communes.joined(separator: ", "))).",
          "Establishments of other communes, left aside: \(integer(establishments)) (communes taken: \(communes.joined(separator: ", ")))."
        )
      case .siretsNotRead(let sirets, let example):
        say(
          "SIRET non compris, laissés de côté : \(integer(sirets)), par exemple \(quoted(shortened(example))).",
          "SIRETs not understood, left aside: \(integer(sirets)), for example \(quoted(shortened(example)))."
        )
      case .relayClosed(_, let closure): closed(name, closure)
      case .inputMissing(let kind):
        say("Il manque : \(self.name(kind)).", "Missing: \(self.name(kind)).")
      }
    return typographic(located(finding) + body)
  }

  private func unattached(_ name: String, _ away: Length?, _ allowed: Length) -> String {
    guard let away else {
      return say(
        "\(quoted(name)) n’est rattaché à aucune rue : le réseau n’en a pas.",
        "\(quoted(name)) is attached to no street: the network has none.")
    }
    return say(
      "\(quoted(name)) est à \(shortDistance(away)) de la rue la plus proche, au-delà des \(shortDistance(allowed)) permis : il ne couvre rien.",
      "\(quoted(name)) is \(shortDistance(away)) from the nearest street, past the \(shortDistance(allowed)) allowed: it covers nothing."
    )
  }

  private func schoolUnattached(_ name: String, _ away: Length?, _ allowed: Length) -> String {
    guard let away else {
      return say(
        "L’école \(quoted(name)) n’a aucune rue autour d’elle.",
        "The school \(quoted(name)) has no street around it.")
    }
    return say(
      "L’école \(quoted(name)) est à \(shortDistance(away)) de la rue la plus proche, au-delà des \(shortDistance(allowed)) permis : aucun trajet n’y mène.",
      "The school \(quoted(name)) is \(shortDistance(away)) from the nearest street, beyond the \(shortDistance(allowed)) allowed: no route leads there."
    )
  }

  private func hoursNotUnderstood(
    _ name: String, _ hours: String, _ error: OpeningHoursError
  ) -> String {
    say(
      "\(quoted(name)) : les horaires \(quoted(shortened(hours))) ne se comprennent pas. \(sentence(error, in: hours)) On ne sait pas quand il est ouvert.",
      "\(quoted(name)): the opening hours \(quoted(shortened(hours))) cannot be understood. \(sentence(error, in: hours)) When it is open is not known."
    )
  }

  private func schoolCalendarUnknown(
    _ days: Int, _ zone: SchoolZone?, _ lastDay: CalendarDay?
  ) -> String {
    guard let zone else {
      return say(
        "La zone de vacances scolaires n’est pas connue : \(integer(days)) jours de la période sont peut-être des jours de classe.",
        "The zone of school holidays is not known: \(integer(days)) days of the period may be school days."
      )
    }
    let end = lastDay.map { date($0) } ?? ""
    return say(
      "Le calendrier de la zone \(zone.letter) s’arrête au \(end) : \(integer(days)) jours de la période sont peut-être des jours de classe.",
      "The calendar of zone \(zone.letter) ends on \(end): \(integer(days)) days of the period may be school days."
    )
  }

  private func located(_ finding: Finding) -> String {
    guard let file = finding.file else { return "" }
    let place = finding.place.map { ", " + self.place($0) } ?? ""
    return file + place + say("\u{A0}: ", ": ")
  }
}
