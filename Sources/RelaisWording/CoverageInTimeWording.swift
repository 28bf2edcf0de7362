package import CoverageEngine
package import RelaisGeo

/// What reports say of coverage when children walk, and hour by hour.
extension Wording {
  package var inTimeHeading: String {
    say("Aux heures où les enfants marchent", "When children walk")
  }

  /// What is counted, over which days.
  package func windowsIntroduction(_ inTime: CoverageInTime) -> String {
    typographic(
      say(
        "Un relais fermé n’abrite personne. Ici, un relais compte dans un créneau s’il est ouvert d’un bout à l’autre, chaque jour de classe \(period(inTime.question.period)) \(calendar(inTime.hours.calendar)). Un relais d’horaires inconnus est compté d’abord comme fermé, puis comme ouvert : la vérité est entre les deux.",
        "A closed relay shelters nobody. Here a relay counts in a window if it is open from one end to the other, on every school day \(period(inTime.question.period)) \(calendar(inTime.hours.calendar)). A relay of unknown hours is counted as closed first, then as open: the truth lies between."
      ))
  }

  /// `(zone B, jours fériés du 54)`.
  private func calendar(_ calendar: FrenchCalendar) -> String {
    let zone =
      calendar.zone.map { say("zone \($0.rawValue)", "zone \($0.rawValue)") }
      ?? say("vacances scolaires inconnues", "school holidays unknown")
    let department =
      calendar.department.map {
        say(
          ", jours fériés du département \($0.code)", ", public holidays of département \($0.code)")
      } ?? ""
    return "(" + zone + department + ")"
  }

  package var noHours: String {
    typographic(
      say(
        "Aucun relais n’indique d’horaires lisibles : on ne peut pas dire lesquels sont ouverts quand les enfants marchent. Ajoutez une colonne « horaires » à la liste des relais.",
        "No relay gives opening hours that can be read: nobody can say which are open when children walk. Add a column “opening_hours” to the list of relays."
      ))
  }

  package func windowsCaption(_ budget: Length) -> String {
    say(
      "Rues couvertes à \(self.budget(budget)), créneau par créneau",
      "Streets covered at \(self.budget(budget)), window by window")
  }

  /// The reference row of the windows' table.
  package var allRelays: String {
    say("tous les relais, ouverts ou non", "all relays, open or not")
  }

  package func timedGapsCaption(_ budget: Length, count: Int) -> String {
    typographic(
      say(
        "Trous à \(self.budget(budget)) à certaines heures seulement, du plus long au plus court (\(integer(count)))",
        "Gaps at \(self.budget(budget)) at certain times only, the longest first (\(integer(count)))"
      ))
  }

  package var timedGapsIntroduction: String {
    typographic(
      say(
        "Ces rues ont un relais, mais il n’est pas ouvert à tous les créneaux, ou ses horaires ne sont pas connus. Demander ses horaires à un relais, ou en trouver un voisin qui ouvre plus tôt, suffit parfois.",
        "These streets have a relay, but it is not open in every window, or its hours are not known. Asking a relay for its hours, or finding a neighbour that opens earlier, is sometimes enough."
      ))
  }

  /// The header of when a gap is one, and what stands there for gaps at any time.
  package var whenHeader: String { say("Quand", "When") }
  package var perhapsHeader: String {
    say("Peut-être (horaires inconnus)", "Perhaps (hours unknown)")
  }
  package var always: String { say("toujours", "always") }
  /// Every window.
  package func everyWindow(_ count: Int) -> String {
    say("les \(integer(count)) créneaux", "all \(integer(count)) windows")
  }
  package var noWindow: String { say("aucun", "none") }
  package var unknownHours: String { say("horaires inconnus", "hours unknown") }
  package func refusedHours(_ value: String) -> String {
    shortened(value) + say(" (non compris)", " (not understood)")
  }

  // MARK: The week

  package func weekCaption(_ monday: CalendarDay, _ budget: Length) -> String {
    typographic(
      say(
        "Part des rues couvertes à \(self.budget(budget)), heure par heure, semaine du \(date(monday)) (%)",
        "Share of streets covered at \(self.budget(budget)), hour by hour, week of \(date(monday)) (%)"
      ))
  }

  package func weekIntroduction(_ monday: CalendarDay) -> String {
    typographic(
      say(
        "Heure par heure, la semaine du \(date(monday)) : la barre pleine est la part des rues couverte par des relais sûrement ouverts toute l’heure ; la barre rayée, ce que les relais d’horaires inconnus y ajouteraient. Le trait sous les barres marque les créneaux.",
        "Hour by hour, the week of \(date(monday)): the solid bar is the share of the streets covered by relays surely open the whole hour; the striped bar what relays of unknown hours would add. The line below the bars marks the windows."
      ))
  }

  package var weekCertain: String { say("Sûrement ouvert", "Open for certain") }
  package var weekPossible: String { say("Horaires inconnus", "Hours unknown") }
  package var weekWindow: String { say("Créneau", "Window") }
  package var hourColumn: String { say("Heure", "Hour") }

  /// `0 h – 6 h`.
  package func hours(from: Int, to: Int) -> String {
    clock(from * 60) + say("\u{A0}–\u{A0}", "–") + clock(to * 60)
  }

  /// `12,3` or `12,3 à 45,6`: both bounds.
  package func bounds(_ certain: Double, _ possible: Double) -> String {
    let low = percentNumber(certain)
    let high = percentNumber(possible)
    return low == high ? low : low + say(" à ", " to ") + high
  }

  package var hourHeaders: [String] {
    [
      say("Début", "Start"), say("Distance (m)", "Distance (m)"),
      say("Relais ouverts", "Relays open"),
      say("Relais d’horaires inconnus", "Relays of unknown hours"),
      say("Couvertes, inconnus fermés (%)", "Covered, unknown closed (%)"),
      say("Couvertes, inconnus ouverts (%)", "Covered, unknown open (%)"),
    ]
  }

  // MARK: On the command line

  /// Who is open at the time asked for.
  package func summary(of moment: MomentCoverage) -> String {
    let (open, unknown, closed) = (
      moment.states.count { $0 == .open }, moment.states.count { $0 == .unknown },
      moment.states.count { $0 == .closed }
    )
    let time =
      switch moment.moment {
      case .instant(let instant): capitalised(self.instant(instant))
      case .window(let window, let period):
        capitalised(name(window)) + ", " + hours(of: window) + ", " + self.period(period) + ", "
          + count(
            moment.windowDays?.count ?? 0, ("jour de classe", "jours de classe"),
            ("school day", "school days")) + " " + calendar(moment.calendar)
      }
    return typographic(
      time + say(" : ", ": ")
        + count(open, ("relais ouvert", "relais ouverts"), ("relay open", "relays open")) + ", "
        + count(
          unknown, ("d’horaires inconnus", "d’horaires inconnus"),
          ("of unknown hours", "of unknown hours"))
        + ", " + count(closed, ("fermé", "fermés"), ("closed", "closed")))
  }

  /// The upper bound, after the lower one.
  package func upTo(_ share: Double) -> String {
    say(
      " ; jusqu’à \(self.share(share)) si les relais d’horaires inconnus sont ouverts",
      "; up to \(self.share(share)) if the relays of unknown hours are open")
  }

  /// The window with the least surely covered, and both its bounds; `nil` without known hours.
  package func worst(
    _ inTime: CoverageInTime, _ budget: Length
  ) -> (window: SchoolRunWindow, certain: Double, possible: Double)? {
    guard inTime.knowsHours else { return nil }
    func share(_ summaries: [BudgetSummary]) -> Double {
      summaries.first { $0.budget == budget }?.streetsShare ?? 0
    }
    return inTime.windows.filter { $0.days > 0 }
      .map { ($0.window, share($0.bounds.certain), share($0.bounds.possible)) }
      .min { $0.1 < $1.1 }
  }

  /// The same on the command line.
  package func summary(of inTime: CoverageInTime, budget: Length) -> String? {
    worst(inTime, budget).map { worst in
      typographic(
        say("Créneau le moins couvert : ", "Least covered window: ") + name(worst.window) + " ("
          + hours(of: worst.window) + say(") : ", "): ") + share(worst.certain)
          + say(" des rues à ", " of the streets at ") + self.budget(budget)
          + upTo(worst.possible))
    }
  }

  package func unknownWindow(_ text: String, among windows: [SchoolRunWindow]) -> String {
    typographic(
      say(
        "Aucun créneau ne s’appelle « \(text) ». Connus : \(listed(windows.map(name))).",
        "No window is called “\(text)”. Known are: \(listed(windows.map(name)))."))
  }
}
