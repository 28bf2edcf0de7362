package import CoverageEngine
import RelaisFormats
import RelaisGeo

/// The best candidates after a scenario: schema `relais.next/1`. Demand in weighted metres.
///
/// ```
/// {"schema": "relais.next/1", "distance_m": 300,
///  "next": [{"rank", "id", "name", "kind", "lon", "lat", "gain", "cumulative"}],
///  "objective", "upper_bound", "optimality_gap"}
/// ```
///
/// `gain` is what a candidate adds to the scenario and to those before it; the last three as in relais.prospect/1.
package enum NextJSON {
  package static func bytes(
    _ choice: NextRelays, _ question: LiveQuestion, of live: LiveCoverage
  ) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("schema", "relais.next/1")
    json.member("distance_m", question.budgets.main)
    json.key("next")
    var cumulative: Int64 = 0
    json.beginArray()
    for (rank, next) in choice.next.enumerated() {
      let place = live.candidates[next.candidate].place
      cumulative += next.gain
      json.breakLine()
      json.beginObject()
      json.member("rank", rank + 1)
      json.member("id", place.id)
      json.member("name", place.name)
      json.member("kind", place.kind?.text)
      json.key("lon")
      json.decimal(place.position.x, decimals: 7)
      json.key("lat")
      json.decimal(place.position.y, decimals: 7)
      json.member("gain", next.gain, choice.unit)
      json.member("cumulative", cumulative, choice.unit)
      json.endObject()
    }
    json.endArray()
    json.member("objective", choice.optimality.objective, choice.unit)
    json.member("upper_bound", choice.optimality.upperBound, choice.unit)
    json.member("optimality_gap", choice.optimality.gap)
    json.endObject()
    return json.finish()
  }
}
