package import CoverageEngine
import RelaisGeo

/// Opening hours: the help of `relais hours`, what it answers, why a value is refused.
extension Wording {
  package var hoursAbstract: String {
    say(
      "Ouvert, fermé ou inconnu à un instant, et pourquoi.",
      "Open, closed or unknown at an instant, and why.")
  }
  package var hoursDiscussion: String {
    say(
      """
      Les horaires se lisent dans la syntaxe d’OpenStreetMap, ou comme on les écrit en France quand ils \
      n’ont qu’un sens ; ce qui a été compris est montré.

        relais hours "lun-ven 9h-12h30 / 14h-19h, fermé le dimanche" --at 2026-11-23T08:00
        relais hours "Mo-Fr 08:00-18:00; PH,SH off" --at 2026-12-22T10:00 --department 54
        relais hours --file horaires.txt --at 2026-11-23T08:00 --csv resultat.csv
      """,
      """
      Hours are read in OpenStreetMap’s syntax, or as people in France write them where that has one \
      meaning only; what was understood is shown.

        relais hours "lun-ven 9h-12h30 / 14h-19h, fermé le dimanche" --at 2026-11-23T08:00
        relais hours "Mo-Fr 08:00-18:00; PH,SH off" --at 2026-12-22T10:00 --department 54
        relais hours --file hours.txt --at 2026-11-23T08:00 --csv result.csv
      """)
  }
  package var hoursValueHelp: String {
    say(
      "Des horaires ; plusieurs valeurs possibles.", "Opening hours; several values may be given.")
  }
  package var hoursFileHelp: String {
    say("Un fichier de valeurs, une par ligne.", "A file of values, one a line.")
  }
  package var hoursAtHelp: String {
    say(
      "Un instant, à l’heure du lieu ; plusieurs possibles (maintenant par défaut).",
      "An instant, by the clock of the place; may be repeated (now unless given).")
  }
  package var zoneHelp: String {
    say(
      "Zone des vacances scolaires (celle du département par défaut).",
      "Zone of the school holidays (that of the département unless given).")
  }
  package var departmentHelp: String {
    say(
      "Département, pour ses jours fériés et sa zone.",
      "Département, for its public holidays and its zone.")
  }
  package var schoolHolidaysHelp: String {
    say(
      "D’autres années du calendrier scolaire : CSV zone;debut;reprise ; plusieurs possibles.",
      "More years of the school calendar: CSV zone;debut;reprise; may be repeated.")
  }
  package var hoursTerritoryHelp: String {
    say(
      "Un territoire, pour son département et son dossier calendar/.",
      "A territory, for its département and its folder calendar/.")
  }
  package var noHoursGiven: String {
    say(
      "Donnez des horaires, ou un fichier avec --file.",
      "Give opening hours, or a file with --file.")
  }

  /// Lines on stderr about a file of values.
  package func hoursShare(taken: Int, of total: Int) -> String {
    let refused = total - taken
    let share = self.share(total == 0 ? 1 : Double(taken) / Double(total))
    return say(
      "\(count(total, ("valeur", "valeurs"), ("value", "values")))\u{A0}: \(count(taken, ("comprise", "comprises"), ("understood", "understood"))) (\(share)), \(count(refused, ("refusée", "refusées"), ("refused", "refused"))).",
      "\(count(total, ("valeur", "valeurs"), ("value", "values"))): \(count(taken, ("comprise", "comprises"), ("understood", "understood"))) (\(share)), \(count(refused, ("refusée", "refusées"), ("refused", "refused")))."
    )
  }

  // MARK: Answers

  package func name(_ state: OpeningState) -> String {
    switch state {
    case .open: say("ouvert", "open")
    case .closed: say("fermé", "closed")
    case .unknown: say("inconnu", "unknown")
    }
  }

  package func understood(as text: String) -> String {
    say("Compris\u{A0}: \(text)", "Understood as: \(text)")
  }

  /// `lundi 23 novembre 2026, 8 h 00 : ouvert (Mo-Fr 08:00-18:00).`
  package func line(
    _ instant: LocalInstant, _ evaluation: OpeningEvaluation, rule: String?, isOnlyRule: Bool
  ) -> String {
    let when = "\(weekday(instant.day.weekday)) \(date(instant.day.iso)), \(clock(instant.minute))"
    var text = when + say("\u{A0}: ", ": ") + name(evaluation.state)
    if let doubt = evaluation.doubt {
      text += say(". ", ". ") + sentence(doubt)
    } else if let comment = evaluation.comment {
      text += say("\u{A0}: ", ": ") + quoted(comment)
    }
    if let rule, !isOnlyRule { text += say(" (règle ", " (rule ") + rule + ")" }
    if rule == nil, evaluation.doubt == nil {
      text += say(" (aucune règle n’ouvre à cet instant)", " (no rule opens at that instant)")
    }
    return text
  }

  package func sentence(_ doubt: OpeningEvaluation.Doubt) -> String {
    switch doubt {
    case .openEnd:
      say("L’heure de fermeture n’est pas dite.", "The closing time is not given.")
    case .schoolHolidays:
      say(
        "Cela dépend des vacances scolaires, que le calendrier ne connaît pas ce jour-là : donnez --zone ou --department, ou ajoutez l’année avec --school-holidays.",
        "That depends on school holidays, which the calendar does not know for that day: give --zone or --department, or add the year with --school-holidays."
      )
    case .sun:
      say(
        "Cela dépend du soleil : donnez --lat et --lon.",
        "That depends on the sun: give --lat and --lon.")
    }
  }

  package func weekday(_ day: Weekday) -> String {
    switch day {
    case .monday: say("lundi", "Monday")
    case .tuesday: say("mardi", "Tuesday")
    case .wednesday: say("mercredi", "Wednesday")
    case .thursday: say("jeudi", "Thursday")
    case .friday: say("vendredi", "Friday")
    case .saturday: say("samedi", "Saturday")
    case .sunday: say("dimanche", "Sunday")
    }
  }

  /// A time of day: `8 h 05`, `8 h`; `08:05`.
  package func clock(_ minute: Int) -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let (hours, minutes) = (minute / 60, minute % 60)
    let spelled = "\(hours)\u{A0}h" + (minutes == 0 ? "" : "\u{A0}" + padded(minutes))
    return say(spelled, padded(hours) + ":" + padded(minutes))
  }

  // MARK: Refusals

  /// Where a value broke and what would have been understood there.
  package func sentence(_ error: OpeningHoursError, in value: String) -> String {
    let rest = value.dropFirst(error.offset).prefix(16)
    let place = integer(error.offset + 1)
    let expected = sentence(error.expected)
    let text =
      rest.isEmpty
      ? say("Refusé, à la fin : \(expected)", "Refused, at the end: \(expected)")
      : say(
        "Refusé, au caractère \(place), \(quoted(String(rest))) : \(expected)",
        "Refused, at character \(place), \(quoted(String(rest))): \(expected)")
    return typographic(text)
  }

  private func sentence(_ expected: OpeningHoursError.Expected) -> String {
    switch expected {
    case .hours: say("il n’y a pas d’horaires.", "there are no hours.")
    case .rule:
      say(
        "des jours, des dates, des heures, ou un mot comme « off » étaient attendus.",
        "days, dates, times, or a word such as “off” were expected.")
    case .separator:
      say("« ; », « , » ou la fin était attendu.", "“;”, “,” or the end was expected.")
    case .time: say("une heure était attendue.", "a time was expected.")
    case .timeWithinDay:
      say(
        "une heure va jusqu’à 24:00, une fin jusqu’à 48:00.",
        "a time goes up to 24:00, an end up to 48:00.")
    case .span:
      say(
        "une heure seule n’est pas un horaire ; « - » ou « + » était attendu.",
        "one time alone is no opening hours; “-” or “+” was expected.")
    case .weekday: say("un jour de la semaine était attendu.", "a weekday was expected.")
    case .month: say("un mois était attendu.", "a month was expected.")
    case .dayOfMonth: say("ce mois n’a pas ce jour.", "that month has no such day.")
    case .year:
      say("une année de 1900 à 2999 était attendue.", "a year from 1900 to 2999 was expected.")
    case .week: say("une semaine de 1 à 53 était attendue.", "a week from 1 to 53 was expected.")
    case .number: say("un nombre était attendu.", "a number was expected.")
    case .endOfComment:
      say("le commentaire n’est pas fermé.", "the comment is not closed.")
    case .oneMeaning:
      say(
        "cela peut se lire de plusieurs façons ; écrivez-le en toutes lettres ou dans la syntaxe d’OpenStreetMap.",
        "this can be read in several ways; spell it out or use OpenStreetMap’s syntax.")
    case .shorterText:
      say("le texte est trop long pour des horaires.", "the text is too long for opening hours.")
    }
  }
}
