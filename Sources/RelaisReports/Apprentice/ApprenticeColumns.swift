import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns of the apprentice’s page, and its answer.
extension Wording {
  func apprenticeAnswer(_ doors: DoorTeller?) -> String {
    guard let doors, !doors.plan.picks.isEmpty else {
      return say("apprentice.apprenticeAnswer.noDoor")
    }
    guard let round = doors.plan.rounds?.rounds.first else {
      return outcomeSentences(of: doors.plan.prospection)
    }
    return say(
      doors.isAverage
        ? "apprentice.apprenticeAnswer.average" : "apprentice.apprenticeAnswer.thisWeek",
      [
        "doors": .integer(round.stops.count), "minutes": .number(round.minutes),
        "gain": .length(doors.length(round.gain)),
      ])
  }

  var itineraryColumns: [Table.Column] {
    [
      .init(say("apprentice.sheetNumber"), kind: .number),
      .init(say("apprentice.sheetDoor"), namesRow: true),
      .init(say("apprentice.itineraryColumns.way"), fold: .init(under: 1)),
      .init(say("apprentice.itineraryColumns.onFoot"), unit: "m", kind: .number),
      .init(say("apprentice.itineraryColumns.time"), unit: "min", kind: .number),
    ]
  }

  var prospectColumns: [Table.Column] {
    [
      .init(say("apprentice.prospectColumns.rank"), kind: .number),
      .init(say("apprentice.sheetDoor"), namesRow: true),
      .init(say("apprentice.prospectColumns.address"), fold: .init(under: 1)),
      .init(say("apprentice.prospectColumns.adds"), unit: "m", kind: .number),
      .init(say("apprentice.prospectColumns.inAll"), unit: "m", kind: .number),
      .init(say("apprentice.prospectColumns.round"), kind: .number),
    ]
  }
}
