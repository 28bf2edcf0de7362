package import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// What a scenario would change: schema `relais.scenario/1`. Lengths in metres, to the millimetre.
///
/// ```
/// {"schema": "relais.scenario/1", "distance_m": 300, "at" or "window" where one was asked for,
///  "before": [BUDGET…], "after": [BUDGET…],            as `budgets` of relais.coverage/1
///  "before_if_unknown_open": […], "after_if_unknown_open": […],     only where a time was asked for
///  "added": [{"id", "name", "lon", "lat", "attached", "street", "connector_m", "state"}],
///  "gaps_closed": [{"street", "from", "to", "length_m", "demand", "changed_m", "whole"}],
///  "gaps_opened": […],
///  "schools": [{"id", "name", "share_before", "share_after"}],
///  "changed": {"type": "FeatureCollection", "features": [
///    {"type": "Feature", "properties": {"street", "change": "gained"|"lost", "length_m"},
///     "geometry": {"type": "LineString", "coordinates": [[lon, lat]…]}}]},
///  "findings": [{"code", "text"}]}
/// ```
///
/// `gaps_closed` has the gaps of before of which something is covered after: `changed_m` of it, all of it where `whole`
/// is true. `gaps_opened` has those of after of which something was covered before. Both, `schools` and `changed` are
/// about `distance_m`, the first distance asked for, and about streets to cover inside the study area: what `changed`
/// gains less what it loses is the difference of `streets_covered_m`, and so is the sum of `changed_m`. `state` is
/// there where a time was asked for. Shares are whole per cent as published, of schools where enough homes stand
/// behind them; schools whose share does not change are left out.
package enum ScenarioJSON {
  package static func bytes(
    _ outcome: ScenarioOutcome, of live: LiveCoverage, _ wording: Wording
  ) -> [UInt8] {
    let network = live.streets.network
    var json = JSONWriter(capacity: 1 << 14)
    json.beginObject()
    json.member("schema", "relais.scenario/1")
    json.member("distance_m", outcome.question.budgets.main)
    switch outcome.question.moment {
    case nil: break
    case .instant(let instant)?: json.member("at", instant.iso)
    case .window(let window, _)?: json.member("window", window.name)
    }
    write("before", outcome.before, to: &json)
    write("after", outcome.after, to: &json)
    json.key("added")
    json.array { json in
      for added in outcome.added { write(added, network, to: &json) }
    }
    json.key("gaps_closed")
    json.array { json in for change in outcome.closed { write(change, wording, to: &json) } }
    json.key("gaps_opened")
    json.array { json in for change in outcome.opened { write(change, wording, to: &json) } }
    json.key("schools")
    json.array { json in
      for change in outcome.schools {
        guard let school = live.ways?.schools[change.school] else { continue }
        json.breakLine()
        json.object { json in
          json.member("id", school.id)
          json.member("name", school.name)
          json.key("share_before")
          json.fixed(Int64(change.before), decimals: 2)
          json.key("share_after")
          json.fixed(Int64(change.after), decimals: 2)
        }
      }
    }
    json.key("changed")
    write(outcome.stretches, network, to: &json)
    json.key("findings")
    let names = FindingNames(candidates: live.candidates)
    json.array { json in
      for finding in outcome.findings {
        json.object { json in
          json.member("code", finding.code.rawValue)
          json.member("text", names.sentence(finding, wording))
        }
      }
    }
    json.endObject()
    return json.finish()
  }

  private static func write(
    _ name: String, _ figures: ScenarioOutcome.Figures, to json: inout JSONWriter
  ) {
    json.breakLine()
    json.key(name)
    json.array { json in
      for summary in figures.certain { CoverageJSON.write(summary, to: &json) }
    }
    guard let possible = figures.possible else { return }
    json.breakLine()
    json.key(name + "_if_unknown_open")
    json.array { json in for summary in possible { CoverageJSON.write(summary, to: &json) } }
  }

  private static func write(
    _ added: ScenarioOutcome.AddedPlace, _ network: StreetNetwork, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("id", added.place.id)
      json.member("name", added.place.name)
      json.key("lon")
      json.decimal(added.place.position.x, decimals: 7)
      json.key("lat")
      json.decimal(added.place.position.y, decimals: 7)
      json.member("attached", added.snap != nil)
      json.member("street", added.snap.flatMap { network.name(of: $0.edge) })
      json.member("connector_m", added.snap?.connector)
      if let state = added.state { json.member("state", state.rawValue) }
    }
  }

  private static func write(
    _ change: ScenarioOutcome.GapChange, _ wording: Wording, to json: inout JSONWriter
  ) {
    let gap = change.gap
    json.breakLine()
    json.object { json in
      json.member("street", gap.street)
      json.member("from", wording.gapEnd(gap.from))
      json.member("to", wording.gapEnd(gap.to))
      json.member("length_m", gap.length)
      json.member("demand", gap.demand)
      json.member("changed_m", change.changed)
      json.member("whole", change.isWhole)
    }
  }

  private static func write(
    _ stretches: [ScenarioOutcome.Stretch], _ network: StreetNetwork, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("type", "FeatureCollection")
      json.key("features")
      json.array { json in
        for stretch in stretches {
          let interval = stretch.interval
          json.breakLine()
          json.object { json in
            json.member("type", "Feature")
            json.key("properties")
            json.object { json in
              json.member("street", network.name(of: interval.edge))
              json.member("change", stretch.isGained ? "gained" : "lost")
              json.member("length_m", interval.length)
            }
            json.key("geometry")
            json.object { json in
              json.member("type", "LineString")
              json.key("coordinates")
              json.array { json in
                for point in network.line(of: interval.edge, from: interval.from, to: interval.to) {
                  json.array { json in
                    json.decimal(point.x, decimals: 7)
                    json.decimal(point.y, decimals: 7)
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
