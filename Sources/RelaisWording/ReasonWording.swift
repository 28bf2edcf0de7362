package import CoverageEngine
package import RelaisGeo

/// Why a door is worth knocking on, clause by clause: no capital, no full stop, so that they join to a
/// sentence or stand in a list.
extension Wording {
  /// What it would newly cover, and on which streets.
  ///
  /// - Parameter left: Of it, what the doors before it in the list leave; `nil` where that is all of it.
  package func covers(_ reasons: Reasons, left: Length?) -> String {
    let covers =
      if let left {
        say(
          "prospection.covers.ofIt",
          ["length": .length(reasons.newlyCovered), "left": .length(left)])
      } else {
        say("prospection.covers.coversOf", ["length": .length(reasons.newlyCovered)])
      }
    let named = reasons.streets.filter { $0.name != nil }
    let shown = named.prefix(3).map { "\($0.name ?? "") (\(distance($0.length)))" }
    guard !shown.isEmpty else { return covers }
    let rest = named.count - shown.count
    return rest == 0
      ? say("prospection.covers.streets", ["covers": .text(covers), "streets": .list(shown)])
      : say(
        "prospection.covers.streetsAndOthers",
        ["covers": .text(covers), "streets": .list(shown), "others": .integer(rest)])
  }

  /// The same in short, for the one line everybody reads.
  package func headline(_ reasons: Reasons) -> String {
    guard reasons.onSchoolRoutes > .zero else {
      return say("prospection.covers.coversOf", ["length": .length(reasons.newlyCovered)])
    }
    return say(
      "prospection.covers.onSchoolRoutes",
      ["length": .length(reasons.newlyCovered), "walked": .length(reasons.onSchoolRoutes)])
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
    let named =
      rest == 0
      ? list.joined(separator: ", ")
      : say("prospection.helps.andOthers", ["schools": .list(list), "others": .integer(rest)])
    return follows
      ? say(
        "prospection.helps.ofWhich",
        ["length": .length(reasons.onSchoolRoutes), "schools": .text(named)])
      : say(
        "prospection.helps.ofThese",
        ["length": .length(reasons.onSchoolRoutes), "schools": .text(named)])
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
    if !week.isEmpty { parts.append(say("prospection.opens.open", ["week": .text(week)])) }
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
      parts.append(say("prospection.opens.closedIn", ["windows": .text(closed)]))
    }
    if !unknown.isEmpty {
      parts.append(say("prospection.opens.toBe", ["windows": .text(unknown)]))
    }
    return parts.joined(separator: clauseSeparator)
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
      let times = group.open.map { stretch(from: $0.lowerBound, to: $0.upperBound) }
      return say(
        "prospection.openDays",
        ["days": .text(weekdays(group.days)), "times": .text(all(times))])
    }.joined(separator: ", ")
  }

  /// The gaps it closes or shortens, the most important ones by name.
  package func mends(_ parts: [(gap: Gap, part: Reasons.GapPart)]) -> String? {
    let closed = parts.filter(\.part.isClosed)
    let shortened = parts.filter { !$0.part.isClosed }
    var clauses: [String] = []
    if let first = closed.first {
      let (gap, rest) = (named(first.gap), closed.count - 2)
      if rest < 0 {
        clauses.append(say("prospection.mends.closes", ["gap": .text(gap)]))
      } else if rest == 0 {
        clauses.append(
          say(
            "prospection.mends.closesTwo",
            ["gap": .text(gap), "other": .text(named(closed[1].gap))]))
      } else {
        clauses.append(
          say(
            "prospection.mends.closesMore",
            [
              "gap": .text(gap), "other": .text(named(closed[1].gap)), "rest": .integer(rest),
            ]))
      }
    }
    if let (gap, part) = shortened.first {
      let rest = shortened.count - 1
      clauses.append(
        rest == 0
          ? say(
            "prospection.mends.takesOff",
            [
              "covered": .length(part.covered), "street": .text(streetName(gap.street)),
              "length": .length(gap.length),
            ])
          : say(
            "prospection.mends.takesOffMore",
            [
              "covered": .length(part.covered), "street": .text(streetName(gap.street)),
              "length": .length(gap.length), "rest": .integer(rest),
            ]))
    }
    return clauses.isEmpty ? nil : clauses.joined(separator: clauseSeparator)
  }

  private func named(_ gap: Gap) -> String {
    if let place = singlePlace(from: gap.from, to: gap.to) {
      return say(
        "prospection.mends.at",
        ["street": .text(streetName(gap.street)), "place": .text(place)])
    }
    return say(
      "prospection.mends.betweenAnd",
      [
        "street": .text(streetName(gap.street)), "from": .text(gapEnd(gap.from)),
        "to": .text(gapEnd(gap.to)),
      ])
  }

  /// What another door would make up for.
  package func regains(_ regained: Length, of lost: Length) -> String {
    say("prospection.regains", ["regained": .length(regained), "lost": .length(lost)])
  }
}
