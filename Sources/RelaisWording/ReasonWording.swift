package import CoverageEngine
package import RelaisGeo

/// Why a door is worth knocking on, clause by clause: no capital, no full stop, so that they join to a
/// sentence or stand in a list.
extension Wording {
  /// What it would newly cover, and on which streets.
  ///
  /// - Parameter left: Of it, what the doors before it in the list leave; `nil` where that is all of it.
  package func covers(_ reasons: Reasons, left: Length?) -> String {
    let length = distance(reasons.newlyCovered)
    var text = say(
      "couvre \(length) de rue que personne ne couvre",
      "covers \(length) of street that nobody covers")
    if let left {
      text += say(
        " (dont \(distance(left)) que les portes précédentes laissent)",
        " (\(distance(left)) of it left by the doors before)")
    }
    let named = reasons.streets.filter { $0.name != nil }
    let shown = named.prefix(3).map { "\($0.name ?? "") (\(distance($0.length)))" }
    if !shown.isEmpty {
      let rest = named.count - shown.count
      text +=
        say(" : ", ": ") + shown.joined(separator: ", ")
        + (rest > 0
          ? say(" et ", " and ") + count(rest, ("autre rue", "autres rues"), ("other", "others"))
          : "")
    }
    return typographic(text)
  }

  /// The same in short, for the one line everybody reads.
  package func headline(_ reasons: Reasons) -> String {
    let length = distance(reasons.newlyCovered)
    var text = say(
      "couvre \(length) de rue que personne ne couvre",
      "covers \(length) of street that nobody covers")
    if reasons.onSchoolRoutes > .zero {
      let walked = distance(reasons.onSchoolRoutes)
      text += say(
        ", dont \(walked) sur le chemin de l’école", ", of which \(walked) on the way to school")
    }
    return text
  }

  /// The schools whose children walk there, those that may be told.
  ///
  /// - Parameter follows: Whether it goes on from ``covers(_:left:)`` in one sentence.
  package func helps(
    _ reasons: Reasons, schools: [(name: String, children: Int)], follows: Bool
  ) -> String? {
    guard !schools.isEmpty, reasons.onSchoolRoutes > .zero else { return nil }
    let list = schools.prefix(3).map { school in
      say(
        "\(school.name) (jusqu’à \(integer(school.children)) enfants par jour)",
        "\(school.name) (up to \(integer(school.children)) children a day)")
    }
    let rest = schools.count - list.count
    let more =
      rest > 0
      ? say(" et ", " and ")
        + count(rest, ("autre école", "autres écoles"), ("other school", "other schools")) : ""
    let length = distance(reasons.onSchoolRoutes)
    let lead =
      follows
      ? say(
        "dont \(length) sur le chemin de l’école : ", "of which \(length) on the way to school: ")
      : say(
        "\(length) de ces rues sont sur le chemin de l’école : ",
        "\(length) of these streets are on the way to school: ")
    return typographic(lead + list.joined(separator: ", ") + more)
  }

  /// What to look at before ringing: most of its kind are not entered from the street.
  package var oftenWithoutStreetFront: String {
    typographic(
      say(
        "d’ordinaire sans entrée sur la rue : à regarder d’abord",
        "usually not entered from the street: to be looked at first"))
  }

  /// When it is open, and whether when children walk.
  ///
  /// - Parameter isUsuallyOpen: What its kind says of the hours children walk, where its own hours are unknown.
  package func opens(
    _ opening: CandidateOpening, windows: [SchoolRunWindow], isUsuallyOpen: Bool
  ) -> String {
    guard opening.isKnown else {
      return typographic(
        isUsuallyOpen
          ? say("horaires inconnus : à demander", "opening hours unknown: to be asked")
          : say(
            "horaires inconnus, d’ordinaire fermé quand marchent les enfants : à demander",
            "opening hours unknown, usually closed when children walk: to be asked"))
    }
    var parts: [String] = []
    let week = openDays(opening.week)
    if !week.isEmpty { parts.append(say("ouvert ", "open ") + week) }
    func names(_ state: OpeningState) -> String {
      zip(windows, opening.states).filter { $1 == state }.map { name($0.0) }
        .joined(separator: ", ")
    }
    if !windows.isEmpty, opening.states.allSatisfy({ $0 == .open }) {
      parts.append(
        say("à tous les créneaux où marchent les enfants", "whenever children walk"))
    }
    let (closed, unknown) = (names(.closed), names(.unknown))
    if !closed.isEmpty {
      parts.append(say("fermé aux créneaux : ", "closed in the windows: ") + closed)
    }
    if !unknown.isEmpty {
      parts.append(say("à vérifier aux créneaux : ", "to be checked in the windows: ") + unknown)
    }
    return typographic(parts.joined(separator: say(" ; ", "; ")))
  }

  /// `lun.–ven. 7 h 30 – 19 h 30, sam. 8 h – 13 h`: days of the same hours together; empty where none is
  /// open for certain.
  package func openDays(_ week: [CandidateOpening.Day]) -> String {
    var groups: [(days: [Weekday], open: [Range<Int>])] = []
    for day in week where !day.open.isEmpty {
      if let known = groups.firstIndex(where: { $0.open == day.open }) {
        groups[known].days.append(day.weekday)
      } else {
        groups.append(([day.weekday], day.open))
      }
    }
    return groups.map { group in
      let hours = group.open.map { open in
        clock(open.lowerBound) + "\u{A0}–\u{A0}" + clock(open.upperBound)
      }
      return weekdays(group.days) + "\u{A0}" + hours.joined(separator: say(" et ", " and "))
    }.joined(separator: ", ")
  }

  /// The gaps it closes or shortens, the most telling ones by name.
  package func mends(_ parts: [(gap: Gap, part: Reasons.GapPart)]) -> String? {
    let closed = parts.filter(\.part.isClosed)
    let shortened = parts.filter { !$0.part.isClosed }
    var clauses: [String] = []
    if !closed.isEmpty {
      let named = closed.prefix(2).map { gap, _ in
        say(
          "\(streetName(gap.street)) entre « \(gapEnd(gap.from)) » et « \(gapEnd(gap.to)) »",
          "\(streetName(gap.street)) between “\(gapEnd(gap.from))” and “\(gapEnd(gap.to))”")
      }
      let rest = closed.count - named.count
      clauses.append(
        say("ferme le trou ", "closes the gap ")
          + named.joined(separator: say(", le trou ", ", the gap "))
          + (rest > 0
            ? say(", et ", ", and ") + count(rest, ("autre", "autres"), ("other", "others")) : ""))
    }
    if let (gap, part) = shortened.first {
      let rest = shortened.count - 1
      clauses.append(
        say(
          "raccourcit de \(distance(part.covered)) le trou \(streetName(gap.street)) (\(distance(gap.length)))",
          "takes \(distance(part.covered)) off the gap \(streetName(gap.street)) (\(distance(gap.length)))"
        )
          + (rest > 0
            ? say(", et ", ", and ") + count(rest, ("autre", "autres"), ("other", "others")) : ""))
    }
    return clauses.isEmpty ? nil : typographic(clauses.joined(separator: say(" ; ", "; ")))
  }

  /// What another door would make up for.
  package func regains(_ regained: Length, of lost: Length) -> String {
    typographic(
      say(
        "regagne \(distance(regained)) sur \(distance(lost))",
        "regains \(distance(regained)) of \(distance(lost))"))
  }
}
