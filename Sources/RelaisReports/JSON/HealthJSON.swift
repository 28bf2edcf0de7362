import CoverageEngine
import RelaisFormats

/// `network_health` of `relais coverage --json`, `relais check --json` and `summary.json`. Lengths in metres.
enum HealthJSON {
  /// The key with its value.
  static func write(_ health: NetworkHealth, to json: inout JSONWriter) {
    json.key("network_health")
    json.object { json in
      json.member("verdict", health.verdict.rawValue)
      json.key("problems")
      json.array { json in
        for problem in health.problems {
          json.object { json in
            json.member("code", problem.flaw.rawValue)
            json.member("count", problem.count)
            json.member("length_m", problem.length)
            json.member("verdict", problem.verdict.rawValue)
            json.key("places")
            json.array { json in
              for place in problem.places { write(place, to: &json) }
            }
          }
        }
      }
    }
  }

  /// `x` and `y` are longitude and latitude, in degrees, or metres of a plane without a place on earth.
  private static func write(_ place: NetworkProblem.Place, to json: inout JSONWriter) {
    json.object { json in
      json.member("x", place.position.x)
      json.member("y", place.position.y)
      json.member("street", place.street)
      json.member("length_m", place.length)
    }
  }
}
