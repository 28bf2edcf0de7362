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
                  write(doors, pick: stop.pick, walk: stop.way.length, to: &json)
                }
              }
            }
          }
        }
      }
      json.key("beyond_rounds")
      json.array { json in
        for beyond in doors.plan.rounds?.beyond ?? [] {
          json.object { write(doors, pick: beyond.pick, walk: nil, to: &$0) }
        }
      }
    }
    return json.finish()
  }

  private static func write(
    _ doors: DoorTeller, pick index: Int, walk: Length?, to json: inout JSONWriter
  ) {
    let pick = doors.plan.picks[index]
    write(doors, pick.candidate, pick: index, to: &json)
    json.member("walk_m", walk)
    json.key("alternatives")
    json.array { json in
      for alternative in pick.alternatives {
        json.object { write(doors, alternative.candidate, pick: nil, to: &$0) }
      }
    }
  }

  private static func write(
    _ doors: DoorTeller, _ index: Int, pick: Int?, to json: inout JSONWriter
  ) {
    let candidate = doors.candidate(index)
    json.member("place", candidate.id)
    json.member("name", doors.name(index))
    json.member("kind", doors.kind(index))
    json.member("address", candidate.address.line)
    json.member("hours", candidate.place.openingHours)
    write(candidate.place.position, to: &json)
    json.key("reasons")
    json.array { json in
      for clause in doors.clauses(of: index, pick: pick) { json.string(clause) }
    }
  }

  private static func write(_ position: Position, to json: inout JSONWriter) {
    json.member("lon", position.x)
    json.member("lat", position.y)
  }
}
