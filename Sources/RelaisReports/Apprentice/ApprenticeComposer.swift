import CoverageEngine
import RelaisGeo
import RelaisWording

/// Lays out the apprentice's page: this week's round first, the others, then the whole list.
struct ApprenticeComposer {
  private let material: ReportMaterial
  private let wording: Wording
  private let doors: DoorTeller?

  init(material: ReportMaterial, wording: Wording) {
    self.material = material
    self.wording = wording
    doors = material.doors(wording)
  }

  func document() -> ReportDocument {
    ReportDocument(
      language: wording.language, title: wording.apprenticeTitle,
      subtitle: wording.place(material.territory, insee: material.insee),
      territory: material.territory,
      answer: wording.warned(material.result.health, wording.apprenticeAnswer(doors)),
      sections: sections(), credits: material.credits,
      generator: wording.generatedBy(material.generator, date: material.date))
  }

  private func sections() -> [ReportDocument.Section] {
    guard let doors, !doors.plan.picks.isEmpty else {
      return [
        .init(
          id: "none", heading: wording.noDoorsHeading,
          blocks: [.paragraph(doors == nil ? wording.noCandidates : wording.nothingToGain)])
      ]
    }
    let rounds = doors.plan.rounds?.rounds ?? []
    return rounds.indices.map { round(rounds[$0], number: $0 + 1, doors) }
      + [beyond(doors), list(doors), method(doors)].compactMap { $0 }
  }

  private func round(
    _ round: VisitRounds.Round, number: Int, _ doors: DoorTeller
  ) -> ReportDocument.Section {
    let start = doors.plan.rounds?.start
    return .init(
      id: "round-\(number)",
      heading: wording.roundHeading(number, doors: round.stops.count, minutes: round.minutes),
      blocks: [
        .paragraph(
          wording.roundIntroduction(
            round, start: start.map(wording.startName) ?? "",
            gain: doors.length(round.gain),
            ifYes: doors.isAverage ? doors.length(round.gainIfYes) : nil)),
        .sketch(RoundSketch(material.result, doors, round, material.scenery).sketch()),
        .doors(
          round.stops.indices.map { door(round.stops[$0], number: $0 + 1, round, doors) },
          plan(round, doors)),
        .table(itinerary(round, number: number, doors)),
      ])
  }

  private func door(
    _ stop: VisitRounds.Stop, number: Int, _ round: VisitRounds.Round, _ doors: DoorTeller
  ) -> Door {
    let candidate = doors.candidate(stop.candidate)
    let minutes = parameters(doors).minutes(stop.way.length)
    var door = Door(
      id: candidate.id, number: number, name: doors.name(stop.candidate),
      place: place(stop.candidate, doors), position: candidate.place.position,
      way: wording.walkTo(
        stop.way, minutes: minutes,
        from: number == 1 ? doors.plan.rounds.map { wording.startName($0.start) } : nil),
      headline: wording.headline(doors.plan.reasons(of: stop.candidate)),
      reasons: doors.clauses(of: stop),
      command: wording.visitCommand(candidate.id),
      alternatives: stop.alternatives.enumerated().map { index, alternative in
        let other = doors.candidate(alternative.candidate)
        let walk = stop.toAlternatives[index]
        return neighbour(
          alternative.candidate, of: candidate.id,
          wording.alternativeSummary(
            walk, minutes: walk.map { parameters(doors).minutes($0) },
            regained: doors.length(alternative.regained), of: doors.length(stop.lost)), doors)
      })
    door.near = stop.near.map { near in
      neighbour(
        near.candidate, of: candidate.id,
        wording.nearSummary(near.detour, gain: doors.length(near.gain)), doors)
    }
    door.telephone = candidate.telephone
    door.gain = stop.gain
    return door
  }

  private func neighbour(
    _ index: Int, of door: String, _ summary: String, _ doors: DoorTeller
  ) -> Door.Alternative {
    let other = doors.candidate(index)
    var neighbour = Door.Alternative(
      // A door may stand in for several; each time it is ticked on its own.
      id: door + "/" + other.id, candidate: other.id, name: doors.name(index),
      place: place(index, doors), position: other.place.position, summary: summary,
      // What it covers, and one reason more: a page for a telephone has no room for all of each.
      reasons: Array(doors.clauses(of: index, pick: nil).prefix(2)),
      command: wording.visitCommand(other.id))
    neighbour.telephone = other.telephone
    return neighbour
  }

  private func plan(_ round: VisitRounds.Round, _ doors: DoorTeller) -> DoorPlan? {
    doors.plan.rounds.map { rounds in
      DoorPlan(
        startName: wording.startName(rounds.start), walks: round.walks,
        doorMinutes: rounds.parameters.doorMinutes, walkingSpeed: rounds.parameters.walkingSpeed)
    }
  }

  private func parameters(_ doors: DoorTeller) -> VisitParameters {
    doors.plan.rounds?.parameters ?? VisitParameters()
  }

  private func place(_ candidate: Int, _ doors: DoorTeller) -> String {
    [doors.kind(candidate), doors.candidate(candidate).address.line ?? ""].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  /// The same as the sketch, leg by leg.
  private func itinerary(
    _ round: VisitRounds.Round, number: Int, _ doors: DoorTeller
  ) -> Table {
    let start = doors.plan.rounds.map { wording.startName($0.start) } ?? ""
    let names = round.stops.map { doors.name($0.candidate) } + [start]
    let ways = round.stops.map(\.way) + [round.back]
    return Table(
      id: "itinerary-\(number)", caption: wording.itineraryCaption(number),
      columns: wording.itineraryColumns,
      rows: zip(names, ways).enumerated().map { index, leg in
        let (name, way) = leg
        let minutes = parameters(doors).minutes(way.length)
        return Table.Row([
          index < round.stops.count ? wording.integerCell(index + 1) : Table.Cell("↩", .empty),
          .text(name), .text(wording.way(way)), wording.metresCell(way.length),
          wording.integerCell(Int((minutes - 1e-9).rounded(.up))),
        ])
      })
  }

  private func beyond(_ doors: DoorTeller) -> ReportDocument.Section? {
    guard let rounds = doors.plan.rounds, !rounds.beyond.isEmpty else { return nil }
    return .init(
      id: "beyond", heading: wording.beyondHeading,
      blocks: [
        .paragraph(wording.beyondIntroduction(rounds.parameters)),
        .list(
          rounds.beyond.map { beyond in
            let candidate = doors.plan.picks[beyond.pick].candidate
            return wording.beyond(
              [doors.name(candidate), place(candidate, doors)].filter { !$0.isEmpty }
                .joined(separator: ", "), beyond.walk)
          }),
      ])
  }

  private func list(_ doors: DoorTeller) -> ReportDocument.Section {
    .init(
      id: "list", heading: wording.wholeListHeading,
      blocks: [
        .paragraph(wording.outcomeSentences(of: doors.plan.prospection)),
        .table(ProspectsTable(doors: doors, wording: wording).table()),
      ])
  }

  private func method(_ doors: DoorTeller) -> ReportDocument.Section {
    .init(
      id: "method", heading: wording.methodHeading,
      blocks: [.list(wording.visitMethod(doors.plan, material.result.parameters))])
  }
}
