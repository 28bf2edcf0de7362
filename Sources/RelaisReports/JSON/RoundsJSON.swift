package import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisWording

/// The rounds of a prospection list for a telephone: schema `relais.rounds/1`. No contact of a person is in it.
package enum RoundsJSON {
  /// - Parameters:
  ///   - territory: Its name.
  ///   - day: The day the rounds were made, `2026-11-30`.
  package static func bytes(
    _ doors: DoorTeller, territory: String, made day: CalendarDay
  ) -> [UInt8] {
    var json = JSONWriter(capacity: 1 << 15)
    json.object { json in
      json.member("schema", "relais.rounds/1")
      json.member("territory", territory)
      json.member("made_on", day.iso)
      json.key("start")
      if let start = doors.plan.rounds?.start {
        json.object { json in
          json.member("name", doors.wording.startName(start))
          write(start.position, to: &json)
        }
      } else {
        json.null()
      }
      json.key("rounds")
      json.array { json in
        for (index, round) in (doors.plan.rounds?.rounds ?? []).enumerated() {
          json.breakLine()
          json.object { json in
            json.member("round", index + 1)
            json.member("walk_m", round.walk)
            json.member("minutes", doors.tenths(round.minutes))
            VisitJSON.writeGain(doors, of: round, to: &json)
            json.key("line")
            json.array { json in
              for position in round.line {
                json.array { json in
                  json.number(position.x)
                  json.number(position.y)
                }
              }
            }
            json.key("doors")
            json.array { json in
              for stop in round.stops {
                json.object { json in
                  write(doors, stop, to: &json)
                }
              }
            }
          }
        }
      }
      json.key("beyond_rounds")
      json.array { json in
        for beyond in doors.plan.rounds?.beyond ?? [] {
          json.object { write(doors, pick: beyond.pick, to: &$0) }
        }
      }
    }
    return json.finish()
  }

  private static func write(
    _ doors: DoorTeller, _ stop: VisitRounds.Stop, to json: inout JSONWriter
  ) {
    write(doors, stop.candidate, doors.clauses(of: stop), to: &json)
    json.member("walk_m", stop.way.length)
    json.member("gain", doors.metres(stop.gain))
    write(doors, stop.alternatives.map(\.candidate), as: "alternatives", to: &json)
    write(doors, stop.near.map(\.candidate), as: "near", to: &json)
  }

  private static func write(
    _ doors: DoorTeller, pick index: Int, to json: inout JSONWriter
  ) {
    let pick = doors.plan.picks[index]
    write(doors, pick.candidate, doors.clauses(of: pick.candidate, pick: index), to: &json)
    json.member("walk_m", Length?.none)
    write(doors, pick.alternatives.map(\.candidate), as: "alternatives", to: &json)
  }

  private static func write(
    _ doors: DoorTeller, _ others: [Int], as key: String, to json: inout JSONWriter
  ) {
    json.key(key)
    json.array { json in
      for other in others {
        json.object { write(doors, other, doors.clauses(of: other, pick: nil), to: &$0) }
      }
    }
  }

  private static func write(
    _ doors: DoorTeller, _ index: Int, _ clauses: [String], to json: inout JSONWriter
  ) {
    let candidate = doors.candidate(index)
    json.member("place", candidate.id)
    json.member("name", doors.name(index))
    json.member("kind", doors.kind(index))
    json.member("address", candidate.address.line)
    json.member("hours", candidate.place.openingHours)
    json.member("phone", candidate.telephone?.dialled)
    write(candidate.place.position, to: &json)
    json.key("reasons")
    json.array { json in
      for clause in clauses { json.string(clause) }
    }
  }

  private static func write(_ position: Position, to json: inout JSONWriter) {
    json.member("lon", position.x)
    json.member("lat", position.y)
  }
}
