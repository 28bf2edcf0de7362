package import CoverageEngine
package import RelaisGeo

/// What is said of past days, of quarters, and of what changed between two days.
extension Wording {
  // MARK: The command line

  package var pastTitle: String { say("À UNE DATE DONNÉE", "AS OF A DAY") }
  package var pastDayHelp: String {
    say(
      "Prendre les adhérents de ce jour, passé, d’après le registre : 2026-03-31.",
      "Take the adherents of this past day, as the registry knows them: 2026-03-31.")
  }
  package var sinceHelp: String {
    say(
      "Dire ce qui a changé depuis ce jour (par défaut, depuis le dernier calcul d’un jour précédent).",
      "Say what changed since this day (by default, since the last run of an earlier day).")
  }
  package func dayToCome(_ day: CalendarDay) -> String {
    say(
      "Le \(date(day.iso)) n’est pas encore venu : donnez un jour passé, ou aujourd’hui.",
      "\(date(day.iso)) has not come yet: give a past day, or today.")
  }
  package func sinceTooLate(_ since: CalendarDay, _ day: CalendarDay) -> String {
    say(
      "--since (\(date(since.iso))) doit précéder le jour du rapport (\(date(day.iso))).",
      "--since (\(date(since.iso))) must be before the day of the report (\(date(day.iso))).")
  }
  package var asOfNeedsRegistry: String {
    typographic(
      say(
        "Seul le registre sait qui était adhérent un jour passé, et ce territoire n’en a pas. Pour le créer : relais adherents import FICHIER.",
        "Only the registry knows who was an adherent on a past day, and this territory has none. To make it: relais adherents import FILE."
      ))
  }
  /// Why a run tells no trend.
  package var noTrend: String {
    typographic(
      say(
        "sans registre, l’évolution ne peut pas être suivie. Pour le créer : relais adherents import FICHIER.",
        "without a registry, no trend can be told. To make it: relais adherents import FILE."))
  }
  /// - Parameter reason: The registry's error, as a sentence.
  package func runNotKept(_ reason: String) -> String {
    typographic(
      say(
        "Les résultats sont écrits, mais ce calcul n’a pas pu être noté dans le registre pour le suivi : \(reason)",
        "The results are written, but this run could not be kept in the registry for the trend: \(reason)"
      ))
  }

  package var reportAbstract: String {
    say(
      "Écrit les rapports seuls : conseil, apprenti, agent, public.",
      "Writes the reports alone: council, apprentice, agent, public.")
  }
  package var reportDiscussion: String {
    say(
      """
      Sans --for, tous. Les autres fichiers de out/ restent comme ils sont.

      Exemples :
        relais report --for council
        relais report --for council --as-of 2026-09-30 --out conseil-septembre
        relais report --since 2026-06-30
      """,
      """
      All of them without --for. Other files in out/ stay as they are.

      Examples:
        relais report --for council
        relais report --for council --as-of 2026-09-30 --out council-september
        relais report --since 2026-06-30
      """)
  }
  package func readerHelp(_ readers: [String]) -> String {
    say("Pour qui : ", "For whom: ") + readers.joined(separator: ", ") + "."
  }
  package func unknownReader(_ reader: String, _ readers: [String]) -> String {
    say(
      "Aucun rapport pour « \(reader) » : \(readers.joined(separator: ", ")).",
      "There is no report for “\(reader)”: \(readers.joined(separator: ", ")).")
  }
  package var reportOutHelp: String {
    say("Dossier des rapports (par défaut, out/).", "Folder of the reports (out/ by default).")
  }
  package var runOutHelp: String {
    say("Dossier des résultats (par défaut, out/).", "Folder of the results (out/ by default).")
  }
  package func wroteReport(_ file: String) -> String { say("Écrit : \(file)", "Wrote \(file)") }

  // MARK: On pages

  /// Says on a page that it is about a past day.
  package func asOf(_ day: CalendarDay) -> String {
    say("situation au \(date(day))", "as of \(date(day))")
  }

  package func asOfLine(_ day: CalendarDay) -> String {
    typographic(
      say("Relais : ceux du \(date(day.iso))", "Relays: those of \(date(day.iso))"))
  }

  /// What changed, in a sentence or two, within one budget.
  package func sentence(_ change: CoverageChange, _ budget: Length) -> String {
    guard let effects = change.budgets.first(where: { $0.budget == budget }) else { return "" }
    let people = [
      part(change.joined.count, ("venu", "venus"), "joined"),
      part(change.left.count, ("parti", "partis"), "left"),
      part(change.moved.count, ("déplacé", "déplacés"), "moved"),
    ].compactMap { $0 }
    let who =
      people.isEmpty
      ? say("aucun n’est venu ni parti", "none came or left") : people.joined(separator: ", ")
    let day = date(change.since.iso)
    guard let total = effects.total, let streets = effects.streets else {
      if people.isEmpty {
        return say(
          "Depuis le \(day), aucun relais n’est venu ni parti.",
          "Since \(day), no relay came or left.")
      }
      return typographic(
        say(
          "Depuis le \(day), \(signed(effects.members)) de rues couvertes à \(self.budget(budget)) par les relais (\(who)). Aucun calcul de ce jour n’est gardé : la part des rues n’est pas connue.",
          "Since \(day), \(signed(effects.members)) of streets covered at \(self.budget(budget)) by relays (\(who)). No run of that day was kept: what streets changed is not known."
        ))
    }
    return typographic(
      say(
        "Depuis le \(day), \(signed(total)) de rues couvertes à \(self.budget(budget)) : \(signed(effects.members)) par les relais (\(who)), \(signed(streets)) par les rues elles-mêmes.",
        "Since \(day), \(signed(total)) of streets covered at \(self.budget(budget)): \(signed(effects.members)) by relays (\(who)), \(signed(streets)) by the streets themselves."
      ))
  }

  private func part(_ count: Int, _ french: (String, String), _ english: String) -> String? {
    count == 0 ? nil : self.count(count, french, (english, english))
  }

  /// A difference of lengths with its sign: `+1,2 km`, `−340 m`, `0 m`.
  package func signed(_ length: Length) -> String {
    if length == .zero { return distance(.zero) }
    let size = distance(Length(millimetres: Int64(length.millimetres.magnitude)))
    return (length < .zero ? "−" : "+") + size
  }

  /// The same of the percentages as they are printed, in points: `+1,2 point`.
  package func signedPoints(_ before: Double, _ after: Double) -> String {
    let points = roundedPercent(after) - roundedPercent(before)
    let size = decimal(abs(points), places: 1)
    let sign = points >= 0.05 ? "+" : points <= -0.05 ? "−" : ""
    return sign + size + unitSpace
      + (abs(points) < 2 ? say("point", "points") : say("points", "points"))
  }

  // MARK: Tables and layers

  package var trendIntroduction: String {
    say(
      "Chaque trimestre est recalculé avec les relais de ce jour-là sur les rues d’aujourd’hui : seule l’arrivée ou le départ de relais fait bouger ces chiffres. À côté, ce que le calcul fait à l’époque avait trouvé, sur les rues d’alors.",
      "Each quarter is computed again with the relays of that day on the streets of today: only relays that came or left move these figures. Beside them, what the run of that time had found on the streets of then."
    )
  }
  package var trendCaption: String {
    say("Couverture à la fin de chaque trimestre", "Coverage at the end of each quarter")
  }
  package func effectsCaption(_ since: CalendarDay) -> String {
    say(
      "Rues couvertes depuis le \(date(since.iso)), et ce qui a changé",
      "Streets covered since \(date(since.iso)), and what changed")
  }
  package func changesCaption(_ since: CalendarDay, _ budget: Length) -> String {
    say(
      "Rues gagnées et perdues à \(self.budget(budget)) depuis le \(date(since.iso))",
      "Streets gained and lost at \(self.budget(budget)) since \(date(since.iso))")
  }
  package var sinceHeader: String { say("Depuis", "Since") }
  package func changesRemainder(_ count: Int, _ length: Length) -> String {
    say(
      "Non montrées ici, dans changes.csv : \(self.count(count, ("portion plus courte", "portions plus courtes"), ("", ""))), \(distance(length)) en tout.",
      "Not shown here, in changes.csv: \(self.count(count, ("", ""), ("shorter stretch", "shorter stretches"))), \(distance(length)) in all."
    )
  }
  package func name(_ kind: CoverageChange.Stretch.Kind) -> String {
    switch kind {
    case .gained: say("gagnée", "gained")
    case .lost: say("perdue", "lost")
    }
  }
  package func legend(_ kind: CoverageChange.Stretch.Kind) -> String {
    switch kind {
    case .gained: say("Rue gagnée", "Street gained")
    case .lost: say("Rue perdue", "Street lost")
    }
  }
  package func changesLayer(_ since: CalendarDay) -> String {
    say(
      "Rues gagnées et perdues depuis le \(date(since.iso))",
      "Streets gained and lost since \(date(since.iso))")
  }
  package func changesHeading(_ since: CalendarDay) -> String {
    say(
      "Les rues gagnées et perdues depuis le \(date(since.iso))",
      "Streets gained and lost since \(date(since.iso))")
  }
  package func changesIntroduction(_ budget: Length) -> String {
    say(
      "Sur les rues d’aujourd’hui : ce que les relais de maintenant couvrent à \(self.budget(budget)) et que ceux d’alors ne couvraient pas, et l’inverse.",
      "On the streets of today: what the relays of now cover at \(self.budget(budget)) and those of then did not, and the other way round."
    )
  }
  package func changesSummary(gained: Length, lost: Length, _ budget: Length) -> String {
    typographic(
      say(
        "À \(self.budget(budget)) : \(distance(gained)) de rues gagnées, \(distance(lost)) perdues.",
        "At \(self.budget(budget)): \(distance(gained)) of streets gained, \(distance(lost)) lost."
      ))
  }
  package func changesView(_ since: CalendarDay) -> String {
    say("Changements depuis le \(date(since.iso))", "Changes since \(date(since.iso))")
  }
}
