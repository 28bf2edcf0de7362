package import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// `relais explain` of a street: schema `relais.explain/1`. Lengths in metres, to the millimetre.
///
/// ```
/// {"schema": "relais.explain/1", "street", "length_m",
///  "budgets": [{"distance_m", "covered_m"}],
///  "stretches": [{"from", "to", "length_m", "covered",
///    "nearest": {"id", "name", "walk_m", "over"} or null, "candidate": {"id", "name", "gain_m"} or null}]}
/// ```
///
/// `length_m` and `covered_m` are of the street's parts to cover inside the study area; `stretches` are within the first distance
/// asked for, in the order of the streets' source, and their lengths add up to `length_m`. `nearest` is the relay nearest to the
/// place of the stretch that is farthest from any, and the walk from there; `over` is true where it is in truth more. `candidate` is
/// who would cover most of an uncovered stretch, and `gain_m` how much of it.
package enum StreetExplanationJSON {
  package static func bytes(
    _ explanation: StreetExplanation, of live: LiveCoverage, _ wording: Wording
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "relais.explain/1")
      json.member("street", explanation.street)
      if let moment = explanation.moment { TimeJSON.write(moment, to: &json) }
      json.member("length_m", explanation.length)
      json.key("budgets")
      json.array { json in
        for (budget, covered) in explanation.covered.pairs {
          json.object { json in
            json.member("distance_m", budget)
            json.member("covered_m", covered)
          }
        }
      }
      json.key("stretches")
      json.array { json in
        for stretch in explanation.stretches {
          json.breakLine()
          json.object { write(stretch, live, wording, to: &$0) }
        }
      }
    }
    return json.finish()
  }

  private static func write(
    _ stretch: StreetExplanation.Stretch, _ live: LiveCoverage, _ wording: Wording,
    to json: inout JSONWriter
  ) {
    let run = stretch.run
    json.member("from", wording.gapEnd(run.from))
    json.member("to", wording.gapEnd(run.to))
    json.member("length_m", run.length)
    json.member("covered", stretch.isCovered)
    json.key("nearest")
    if let walk = run.worstDistance {
      json.object { json in
        json.member("id", run.nearestFacility.map { live.relays[$0].id })
        json.member("name", run.nearestFacility.flatMap { live.relays[$0].name })
        json.member("walk_m", walk)
        json.member("over", run.worstIsOver)
      }
    } else {
      json.null()
    }
    json.key("candidate")
    if let candidate = stretch.candidate {
      json.object { json in
        json.member("id", live.candidates[candidate.index].id)
        json.member("name", live.candidates[candidate.index].place.name)
        json.member("gain_m", candidate.gain)
      }
    } else {
      json.null()
    }
  }
}
