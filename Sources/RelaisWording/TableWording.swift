package import CoverageEngine
package import RelaisGeo

/// Columns, captions and the words inside cells.
extension Wording {
  package func gapsCaption(_ budget: Budget, count: Int) -> String {
    say("council.gapsCaption", ["budget": .budget(budget), "count": .integer(count)])
  }

  package func gapsRemainder(_ count: Int, _ length: Length, in file: String) -> String {
    say(
      "council.gapsRemainder",
      ["file": .text(file), "count": .integer(count), "length": .length(length)])
  }

  /// A gap in a sentence or two.
  package func spoken(_ gap: Gap, nearest: String?) -> String {
    let name = streetName(gap.street)
    let place =
      if let single = singlePlace(from: gap.from, to: gap.to) {
        say(
          "council.spoken.gapNoAt",
          [
            "rank": .integer(gap.rank), "name": .text(name), "place": .text(single),
            "length": .length(gap.length),
          ])
      } else {
        say(
          "council.spoken.gapNoBetweenAnd",
          [
            "rank": .integer(gap.rank), "name": .text(name), "from": .text(gapEnd(gap.from)),
            "to": .text(gapEnd(gap.to)), "length": .length(gap.length),
          ])
      }
    if gap.worstIsOver, let walk = gap.worstDistance {
      return paragraph([place, say("council.spoken.relayOver", ["walk": .length(walk)])])
    }
    guard let walk = gap.worstDistance, let nearest else {
      return paragraph([place, say("council.spoken.noRelay")])
    }
    return paragraph([
      place,
      say("council.spoken.fromIts", ["nearest": .text(nearest), "walk": .length(walk)]),
    ])
  }

  /// A district in a sentence.
  package func spoken(_ district: DistrictSummary, budget: Budget) -> String {
    guard district.streets > .zero else {
      return say("council.spoken.noStreet", ["name": .text(district.name)])
    }
    let covered = district.covered[budget]
    let part = Double(covered.millimetres) / Double(district.streets.millimetres)
    return say(
      "council.spoken.ofThe",
      [
        "name": .text(district.name), "part": .number(part), "budget": .budget(budget),
        "streets": .length(district.streets - covered),
      ])
  }

  package func streetName(_ name: String?) -> String { name ?? say("council.streetName") }

  /// A distance that is more than so much: `plus de 2 km`.
  package func over(_ length: Length) -> String {
    say("council.over", ["length": .length(length)])
  }

  package var noReachableRelay: String { say("council.noReachableRelay") }

  /// Where a gap ends, in a few words.
  package func gapEnd(_ end: GapEnd) -> String {
    switch end {
    case .crossing(let streets): streets.joined(separator: " / ")
    case .number(let number): say("council.gapEnd.number", ["number": .text(number)])
    case .near(let street): say("council.gapEnd.near", ["street": .text(street)])
    case .deadEnd: say("council.gapEnd.deadEnd")
    case .border: say("council.gapEnd.border")
    case .away(let street, let walk):
      say("council.gapEnd.away", ["street": .text(street), "walk": .length(walk)])
    case .place(let position, .ellipsoid):
      say("council.gapEnd.place", ["lat": .number(position.y), "lon": .number(position.x)])
    case .place(let position, .plane):
      say("council.gapEnd.planePlace", ["x": .number(position.x), "y": .number(position.y)])
    }
  }

  /// Where a run along a street lies: `n° 3 → avenue X`, or in one statement where both ends would read the same.
  package func place(from: GapEnd, to: GapEnd) -> String {
    singlePlace(from: from, to: to)
      ?? say("council.gapEnd.ends", ["from": .text(gapEnd(from)), "to": .text(gapEnd(to))])
  }

  /// What is said in place of two ends that would read the same; `nil` where they differ.
  package func singlePlace(from: GapEnd, to: GapEnd) -> String? {
    let text = gapEnd(from)
    guard text == gapEnd(to) else { return nil }
    return switch from {
    case .deadEnd, .border: say("council.gapEnd.whole")
    case .number(let number): say("council.gapEnd.around", ["number": .text(number)])
    case .crossing(let streets):
      say("council.gapEnd.near", ["street": .text(streets.joined(separator: " / "))])
    case .near, .away, .place: text
    }
  }

  package var budgetsCaption: String {
    say("council.budgetsCaption")
  }

  package var communesCaption: String { say("council.communesCaption") }
  package var districtsCaption: String { say("council.districtsCaption") }

  package func shareAt(_ budget: Budget) -> String {
    say("council.shareAt", ["budget": .budget(budget)])
  }

  package func relaysCaption(_ count: Int) -> String {
    say("council.relaysCaption", ["count": .integer(count)])
  }

  /// The kinds the registry knows, in words; any other comes back as it is.
  package func relayKind(_ kind: FacilityKind) -> String {
    switch kind {
    case .known(.shop): say("council.relayKind.known")
    case .known(.institution): say("council.relayKind.institution")
    case .known(.municipal): say("council.relayKind.municipalEstablishment")
    case .known(.association): say("council.relayKind.association")
    case .other(let text): text
    }
  }

  package func attachment(_ snap: Snap?, street: String?, maximum: Length) -> String {
    guard snap != nil else {
      return say("council.attachment", ["maximum": .length(maximum)])
    }
    return streetName(street)
  }
}
