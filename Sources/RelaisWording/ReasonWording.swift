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
    var text = say("prospection.covers.coversOf", ["length": .text(length)])
    if let left {
      text += say("prospection.covers.ofIt", ["left": .length(left)])
    }
    let named = reasons.streets.filter { $0.name != nil }
    let shown = named.prefix(3).map { "\($0.name ?? "") (\(distance($0.length)))" }
    if !shown.isEmpty {
      let rest = named.count - shown.count
      text +=
        say("punctuation.colon") + shown.joined(separator: ", ")
        + (rest > 0
          ? say("prospection.covers.and") + say("count.others", ["number": .integer(rest)])
          : "")
    }
    return text
  }

  /// The same in short, for the one line everybody reads.
  package func headline(_ reasons: Reasons) -> String {
    let length = distance(reasons.newlyCovered)
    var text = say("prospection.headline.coversOf", ["length": .text(length)])
    if reasons.onSchoolRoutes > .zero {
      let walked = distance(reasons.onSchoolRoutes)
      text += say("prospection.headline.ofWhich", ["walked": .text(walked)])
    }
    return text
  }

  /// The schools whose children walk there, as far as this is public.
  ///
  /// - Parameter follows: Whether it goes on from ``covers(_:left:)`` in one sentence.
  package func helps(
    _ reasons: Reasons, schools: [(name: String, children: Int)], follows: Bool
  ) -> String? {
    guard !schools.isEmpty, reasons.onSchoolRoutes > .zero else { return nil }
    let list = schools.prefix(3).map { school in
      say(
        "prospection.helps.upTo",
        ["name": .text(school.name), "children": .integer(school.children)])
    }
    let rest = schools.count - list.count
    let more =
      rest > 0
      ? say("prospection.covers.and")
        + say("count.otherSchools", ["number": .integer(rest)]) : ""
    let length = distance(reasons.onSchoolRoutes)
    let lead =
      follows
      ? say("prospection.helps.ofWhich", ["length": .text(length)])
      : say("prospection.helps.ofThese", ["length": .text(length)])
    return lead + list.joined(separator: ", ") + more
  }

  /// What to look at before ringing: most of its kind are not entered from the street.
  package var oftenWithoutStreetFront: String {
    say("prospection.oftenWithoutStreetFront")
  }

  /// When it is open, and whether when children walk.
  ///
  /// - Parameter isUsuallyOpen: What its kind says of the hours children walk, where its own hours are unknown.
  package func opens(
    _ opening: CandidateOpening, windows: [SchoolRunWindow], isUsuallyOpen: Bool
  ) -> String {
    guard opening.isKnown else {
      return isUsuallyOpen
        ? say("prospection.opens.openingHours")
        : say("prospection.opens.openingHoursUnknownUsually")
    }
    var parts: [String] = []
    let week = openDays(opening.week)
    if !week.isEmpty { parts.append(say("prospection.opens.open") + week) }
    func names(_ state: OpeningState) -> String {
      zip(windows, opening.states).filter { $1 == state }.map { name($0.0) }
        .joined(separator: ", ")
    }
    if !windows.isEmpty, opening.states.allSatisfy({ $0 == .open }) {
      parts.append(
        say("prospection.opens.wheneverChildren"))
    }
    let (closed, unknown) = (names(.closed), names(.unknown))
    if !closed.isEmpty {
      parts.append(say("prospection.opens.closedIn") + closed)
    }
    if !unknown.isEmpty {
      parts.append(say("prospection.opens.toBe") + unknown)
    }
    return parts.joined(separator: say("punctuation.semicolon"))
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
      return weekdays(group.days) + "\u{A0}"
        + hours.joined(separator: say("prospection.covers.and"))
    }.joined(separator: ", ")
  }

  /// The gaps it closes or shortens, the most important ones by name.
  package func mends(_ parts: [(gap: Gap, part: Reasons.GapPart)]) -> String? {
    let closed = parts.filter(\.part.isClosed)
    let shortened = parts.filter { !$0.part.isClosed }
    var clauses: [String] = []
    if !closed.isEmpty {
      let named = closed.prefix(2).map { gap, _ in
        say(
          "prospection.mends.betweenAnd",
          [
            "gap": .text(streetName(gap.street)), "gap2": .text(gapEnd(gap.from)),
            "gap3": .text(gapEnd(gap.to)),
          ])
      }
      let rest = closed.count - named.count
      clauses.append(
        say("prospection.mends.closesThe")
          + named.joined(separator: say("prospection.mends.theGap"))
          + (rest > 0
            ? say("prospection.mends.and") + say("count.others2", ["number": .integer(rest)]) : ""))
    }
    if let (gap, part) = shortened.first {
      let rest = shortened.count - 1
      clauses.append(
        say(
          "prospection.mends.takesOff",
          [
            "covered": .length(part.covered), "gap": .text(streetName(gap.street)),
            "length": .length(gap.length),
          ])
          + (rest > 0
            ? say("prospection.mends.and") + say("count.others2", ["number": .integer(rest)]) : ""))
    }
    return clauses.isEmpty ? nil : clauses.joined(separator: say("punctuation.semicolon"))
  }

  /// What another door would make up for.
  package func regains(_ regained: Length, of lost: Length) -> String {
    say("prospection.regains", ["regained": .length(regained), "lost": .length(lost)])
  }
}
