package import CoverageEngine
import RelaisFormats
import RelaisGeo

/// `relais routes --json`: schema `relais.routes/1`. Lengths in metres, to the millimetre.
package enum RoutesJSON {
  /// Schools and their routes in the order of the plan; single addresses, not for publication.
  package static func bytes(_ plan: RoutePlan) -> [UInt8] {
    var json = JSONWriter(capacity: 1024 + plan.homes.count * 96)
    json.beginObject()
    json.member("schema", "relais.routes/1")
    json.key("schools")
    json.beginArray()
    for (index, school) in plan.schools.enumerated() {
      json.breakLine()
      json.beginObject()
      json.member("id", school.id)
      json.key("children")
      json.children(plan.figures[index].children)
      json.key("routes")
      json.beginArray()
      for route in plan.routes[index] {
        json.breakLine()
        json.beginObject()
        json.member("address", plan.homes[route.home].id)
        json.member("length_m", route.walk?.length)
        json.member("uncovered_m", route.walk?.uncovered)
        json.member("longest_uncovered_m", route.walk?.longestUncovered)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.finish()
  }
}

extension JSONWriter {
  /// Children, whole where they are; to the millionth else.
  mutating func children(_ children: Children) {
    decimal(children.number, decimals: 6)
  }
}
