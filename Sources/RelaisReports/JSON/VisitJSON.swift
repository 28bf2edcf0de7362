import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisWording

/// Reasons, alternatives and rounds, as `relais.prospect/1` and `summary.json` have them. Lengths in
/// metres; children in public figures.
enum VisitJSON {
  /// What is known of one pick apart from its rank and gain.
  static func write(_ doors: DoorTeller, pick index: Int, to json: inout JSONWriter) {
    let pick = doors.plan.picks[index]
    write(doors, pick.candidate, to: &json)
    json.key("round")
    if let round = doors.round(of: index) { json.integer(round) } else { json.null() }
    json.key("reasons")
    write(doors, reasonsOf: pick.candidate, pick: index, to: &json)
    let unit = doors.plan.prospection.problem.unit
    json.member("lost_if_refused", pick.lost, unit)
    json.key("alternatives")
    json.array { json in
      for alternative in pick.alternatives {
        json.breakLine()
        json.object { json in
          let candidate = doors.candidate(alternative.candidate)
          json.member("id", candidate.id)
          json.member("regained", alternative.regained, unit)
          json.member("gain", alternative.gain, unit)
          write(doors, alternative.candidate, to: &json)
          json.key("reasons")
          write(doors, reasonsOf: alternative.candidate, pick: nil, to: &json)
        }
      }
    }
  }

  private static func write(_ doors: DoorTeller, _ index: Int, to json: inout JSONWriter) {
    let candidate = doors.candidate(index)
    json.member("name", candidate.place.name)
    json.member("category", candidate.category)
    json.member("kind", candidate.place.kind?.text)
    json.member("address", candidate.address.line)
    if doors.hasCommunes {
      json.member("commune", doors.commune(index)?.name)
      json.member("insee", doors.commune(index)?.code)
    }
  }

  private static func write(
    _ doors: DoorTeller, reasonsOf candidate: Int, pick: Int?, to json: inout JSONWriter
  ) {
    let reasons = doors.plan.reasons(of: candidate)
    json.object { json in
      json.member("text", doors.sentence(of: candidate, pick: pick))
      json.member("newly_covered_m", reasons.newlyCovered)
      json.key("streets")
      json.array { json in
        for street in reasons.streets {
          json.object { json in
            json.member("name", street.name)
            json.member("length_m", street.length)
          }
        }
      }
      json.member("on_school_routes_m", reasons.onSchoolRoutes)
      json.key("schools")
      json.array { json in
        for school in doors.schools(reasons) {
          json.object { json in
            json.member("name", school.name)
            json.member("children", school.children)
          }
        }
      }
      if let opening = reasons.opening {
        json.member("hours", doors.candidate(candidate).place.openingHours)
        for state in OpeningState.allCases {
          json.key("windows_" + state.rawValue)
          json.array { json in
            for (window, own) in zip(doors.plan.windows, opening.states) where own == state {
              json.string(window.name)
            }
          }
        }
      }
      json.key("gaps")
      json.array { json in
        for (gap, part) in doors.gaps(reasons) {
          json.object { json in
            json.member("rank", gap.rank)
            json.member("street", gap.street)
            json.member("from", doors.wording.gapEnd(gap.from))
            json.member("to", doors.wording.gapEnd(gap.to))
            json.member("length_m", gap.length)
            json.member("covered_m", part.covered)
            json.member("closed", part.isClosed)
          }
        }
      }
    }
  }

  static func writeRounds(_ doors: DoorTeller, to json: inout JSONWriter) {
    json.key("start")
    if let start = doors.plan.rounds?.start {
      json.object { json in
        json.member("name", start.name)
        json.member("found", key(start.origin))
        json.member("x", start.position.x)
        json.member("y", start.position.y)
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
          json.key("doors")
          json.array { json in
            for stop in round.stops {
              json.string(doors.candidate(stop.candidate).id)
            }
          }
          json.member("walk_m", round.walk)
          for (name, minutes) in [
            ("minutes", round.minutes), ("minutes_if_refused", round.minutesIfRefused),
          ] {
            json.key(name)
            json.fixed(Int64((minutes * 10).rounded()), decimals: 1)
          }
          writeGain(doors, of: round, to: &json)
        }
      }
    }
    json.key("beyond_rounds")
    json.array { json in
      for beyond in doors.plan.rounds?.beyond ?? [] {
        json.string(doors.candidate(doors.plan.picks[beyond.pick].candidate).id)
      }
    }
  }

  /// What a round adds on average, the most any round could, and how far apart they are.
  static func writeGain(_ doors: DoorTeller, of round: VisitRounds.Round, to json: inout JSONWriter)
  {
    json.member("gain", doors.metres(round.gain))
    if doors.isAverage { json.member("gain_if_yes", doors.metres(round.gainIfYes)) }
    json.member("upper_bound", doors.metres(round.bound))
    json.key("optimality_gap")
    json.fixed(Int64((round.optimalityGap * 1e6).rounded()), decimals: 6)
  }

  /// Stable names for programs.
  private static func key(_ origin: VisitStart.Origin) -> String {
    switch origin {
    case .configured: "configured"
    case .townHall: "town-hall"
    case .middle: "middle"
    }
  }
}
