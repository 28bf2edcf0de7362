public import CoverageEngine
public import RelaisGeo

/// What reports say of coverage when children walk, and hour by hour.
extension Wording {
  var inTimeHeading: String {
    say("Aux heures où les enfants marchent", "When children walk")
  }

  /// What is counted, over which days.
  func windowsIntroduction(_ inTime: CoverageInTime) -> String {
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

  var noHours: String {
    typographic(
      say(
        "Aucun relais n’indique d’horaires lisibles : on ne peut pas dire lesquels sont ouverts quand les enfants marchent. Ajoutez une colonne « horaires » à la liste des relais.",
        "No relay gives opening hours that can be read: nobody can say which are open when children walk. Add a column “opening_hours” to the list of relays."
      ))
  }

  func windowsCaption(_ budget: Length) -> String {
    say(
      "Rues couvertes à \(self.budget(budget)), créneau par créneau",
      "Streets covered at \(self.budget(budget)), window by window")
  }

  var windowColumns: [Table.Column] {
    [
      .init(say("Créneau", "Window"), namesRow: true),
      .init(say("Heures", "Hours"), fold: .init(under: 0)),
      .init(
        say("Couvertes, inconnus fermés", "Covered, unknown closed"), unit: "%", kind: .number,
        showsBar: true),
      .init(
        say("Couvertes, inconnus ouverts", "Covered, unknown open"), unit: "%", kind: .number,
        showsBar: true),
      .init(say("Relais ouverts", "Relays open"), kind: .number),
      .init(say("Relais d’horaires inconnus", "Relays of unknown hours"), kind: .number),
      .init(say("Trous qui s’ouvrent", "Gaps that open up"), kind: .number),
      .init(say("Leur longueur", "Their length"), unit: "km", kind: .number),
      .init(say("Jours de classe", "School days"), kind: .number),
    ]
  }

  /// The reference row of the windows' table.
  var allRelays: String { say("tous les relais, ouverts ou non", "all relays, open or not") }

  func timedGapsCaption(_ budget: Length, count: Int) -> String {
    typographic(
      say(
        "Trous à \(self.budget(budget)) à certaines heures seulement, du plus long au plus court (\(integer(count)))",
        "Gaps at \(self.budget(budget)) at certain times only, the longest first (\(integer(count)))"
      ))
  }

  var timedGapsIntroduction: String {
    typographic(
      say(
        "Ces rues ont un relais, mais il n’est pas ouvert à tous les créneaux, ou ses horaires ne sont pas connus. Demander ses horaires à un relais, ou en trouver un voisin qui ouvre plus tôt, suffit parfois.",
        "These streets have a relay, but it is not open in every window, or its hours are not known. Asking a relay for its hours, or finding a neighbour that opens earlier, is sometimes enough."
      ))
  }

  var timedGapColumns: [Table.Column] {
    [
      .init(say("Rang", "Rank"), kind: .number),
      .init(say("Rue", "Street"), namesRow: true),
      .init(say("De", "From"), fold: .init(under: 1)),
      .init(say("À", "To"), fold: .init(under: 1, lead: " → ")),
      .init(say("Longueur", "Length"), unit: "m", kind: .number),
      .init(
        say("Relais le plus proche", "Nearest relay"),
        fold: .init(under: 1, label: say("relais", "relay"))),
      .init(say("Quartier", "District"), fold: .init(under: 1, lead: " · ")),
      .init(say("Sans relais ouvert", "No relay open")),
      .init(say("Horaires inconnus", "Hours unknown")),
    ]
  }

  /// The header of when a gap is one, and what stands there for gaps at any time.
  var whenHeader: String { say("Quand", "When") }
  var perhapsHeader: String { say("Peut-être (horaires inconnus)", "Perhaps (hours unknown)") }
  var always: String { say("toujours", "always") }
  /// Every window.
  func everyWindow(_ count: Int) -> String {
    say("les \(integer(count)) créneaux", "all \(integer(count)) windows")
  }

  var relayTimeColumns: [Table.Column] {
    [
      .init(say("Horaires", "Opening hours"), fold: .init(under: 0)),
      .init(say("Ouvert aux créneaux", "Open in windows")),
    ]
  }
  var noWindow: String { say("aucun", "none") }
  var unknownHours: String { say("horaires inconnus", "hours unknown") }
  func refusedHours(_ value: String) -> String {
    shortened(value) + say(" (non compris)", " (not understood)")
  }

  // MARK: The week

  func weekCaption(_ monday: CalendarDay, _ budget: Length) -> String {
    typographic(
      say(
        "Part des rues couvertes à \(self.budget(budget)), heure par heure, semaine du \(date(monday)) (%)",
        "Share of streets covered at \(self.budget(budget)), hour by hour, week of \(date(monday)) (%)"
      ))
  }

  func weekIntroduction(_ monday: CalendarDay) -> String {
    typographic(
      say(
        "Heure par heure, la semaine du \(date(monday)) : la barre pleine est la part des rues couverte par des relais sûrement ouverts toute l’heure ; la barre rayée, ce que les relais d’horaires inconnus y ajouteraient. Le trait sous les barres marque les créneaux.",
        "Hour by hour, the week of \(date(monday)): the solid bar is the share of the streets covered by relays surely open the whole hour; the striped bar what relays of unknown hours would add. The line below the bars marks the windows."
      ))
  }

  var weekCertain: String { say("Sûrement ouvert", "Open for certain") }
  var weekPossible: String { say("Horaires inconnus", "Hours unknown") }
  var weekWindow: String { say("Créneau", "Window") }
  var hourColumn: String { say("Heure", "Hour") }

  /// `0 h – 6 h`.
  func hours(from: Int, to: Int) -> String {
    clock(from * 60) + say("\u{A0}–\u{A0}", "–") + clock(to * 60)
  }

  /// `12,3` or `12,3 à 45,6`: both bounds.
  func bounds(_ certain: Double, _ possible: Double) -> String {
    let low = percentNumber(certain)
    let high = percentNumber(possible)
    return low == high ? low : low + say(" à ", " to ") + high
  }

  var hourHeaders: [String] {
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
  public func summary(of moment: MomentCoverage) -> String {
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
  func upTo(_ share: Double) -> String {
    say(
      " ; jusqu’à \(self.share(share)) si les relais d’horaires inconnus sont ouverts",
      "; up to \(self.share(share)) if the relays of unknown hours are open")
  }

  /// The window with the least surely covered, and both its bounds; `nil` without known hours.
  private func worst(
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

  func worstWindowFigure(
    _ inTime: CoverageInTime, budget: Length
  ) -> ReportDocument.KeyFigure? {
    worst(inTime, budget).map { worst in
      .init(
        label: say("Au créneau le moins couvert", "In the least covered window"),
        value: share(worst.certain),
        explanation: typographic(
          name(worst.window) + ", " + hours(of: worst.window) + upTo(worst.possible)))
    }
  }

  /// The same on the command line.
  public func summary(of inTime: CoverageInTime, budget: Length) -> String? {
    worst(inTime, budget).map { worst in
      typographic(
        say("Créneau le moins couvert : ", "Least covered window: ") + name(worst.window) + " ("
          + hours(of: worst.window) + say(") : ", "): ") + share(worst.certain)
          + say(" des rues à ", " of the streets at ") + self.budget(budget)
          + upTo(worst.possible))
    }
  }

  public func unknownWindow(_ text: String, among windows: [SchoolRunWindow]) -> String {
    typographic(
      say(
        "Aucun créneau ne s’appelle « \(text) ». Connus : \(listed(windows.map(name))).",
        "No window is called “\(text)”. Known are: \(listed(windows.map(name)))."))
  }
}
