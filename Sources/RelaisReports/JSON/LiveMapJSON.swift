package import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// Everything the bench draws, compact: schema `relais.map/1`.
///
/// ```
/// {"schema": "relais.map/1", "distance_m": 300, "scale": 1000000,
///  "names": ["", "rue A", …],
///  "streets": [[NAME, LENGTH, COVERED, x0, y0, dx, dy, dx, dy…], …],
///  "relays": [[ID, NAME, x, y, APPROXIMATE, STATE, HOURS], …],
///  "candidates": [[ID, NAME, KIND, x, y], …],
///  "schools": [[ID, NAME, x, y], …],
///  "gaps": [{"street", "from", "to", "length_m", "demand", "worst": [x, y], "worst_distance_m", "parts": [[STREET, from, to], …]}, …]}
/// ```
///
/// - Coordinates are whole numbers: degrees of longitude and latitude times `scale`; on a plane without a place on earth,
///   metres times `scale`, which is then 1000. In `streets` the first point stands as it is, each further one as its
///   difference from the one before.
/// - NAME of a street is its index in `names`, 0 for none. LENGTH is in decimetres. COVERED is 1 for all of it, 0 for
///   nothing of it, else `[from, to, from, to…]` in decimetres from the street's first point. They are measured along
///   the line: a point at so many decimetres lies at that share of LENGTH along it.
/// - Streets are those to cover of which something lies inside the study area, one row for each piece between two
///   crossings; their covered parts are told beyond its border, too.
/// - APPROXIMATE is 1 for a relay of which only the street is known, and whose point is rounded to thousandths of degrees as
///   in public files, so that nobody takes it for a door; else 0. STATE is `open`, `closed` or `unknown`
///   where a time was asked for, else `null`. HOURS are its opening hours as OpenStreetMap writes them, or `null`.
/// - `gaps` are within `distance_m`, the longest first. STREET of a part is an index in `streets`; `from` and `to` are
///   decimetres along it.
/// - `candidates` are those of a scenario for whoever only looks at one: whom else a town means to ask is not published.
/// - Texts are plain text from files: put them on a page as text, never as markup.
package enum LiveMapJSON {
  package static func bytes(
    _ live: LiveCoverage, _ question: LiveQuestion, showing candidates: Set<String>? = nil,
    _ wording: Wording
  ) -> [UInt8] {
    let network = live.streets.network
    let result = live.result(question)
    let scale = network.ground == .plane ? 1000 : 1_000_000.0
    var json = JSONWriter(capacity: 1 << 20)
    json.beginObject()
    json.member("schema", "relais.map/1")
    json.member("distance_m", question.budgets.main)
    json.member("scale", Int(scale))
    var writer = MapStreets(result, scale: scale)
    writer.write(to: &json)
    json.key("relays")
    json.array { json in
      for (index, relay) in live.relays.enumerated() {
        json.breakLine()
        json.array { json in
          json.string(relay.id)
          json.text(relay.name)
          json.point(relay.isApproximate ? relay.position.roughly : relay.position, scale)
          json.integer(relay.isApproximate ? 1 : 0)
          json.text(result.moment?.states[index].rawValue)
          json.text(relay.openingHours)
        }
      }
    }
    json.key("candidates")
    json.array { json in
      for candidate in live.candidates where candidates?.contains(candidate.id) ?? true {
        json.breakLine()
        json.array { json in
          json.string(candidate.id)
          json.text(candidate.place.name)
          json.text(candidate.place.kind?.text)
          json.point(candidate.place.position, scale)
        }
      }
    }
    json.key("schools")
    json.array { json in
      for school in live.ways?.schools ?? [] {
        json.breakLine()
        json.array { json in
          json.string(school.id)
          json.text(school.name)
          json.point(school.position, scale)
        }
      }
    }
    json.key("gaps")
    json.array { json in
      for gap in live.gaps(question) { writer.write(gap, wording, to: &json) }
    }
    json.endObject()
    return json.finish()
  }
}

/// The streets of the map, and which row each edge has.
private struct MapStreets {
  private let result: AnalysisResult
  private let scale: Double
  private var rows: [EdgeID: Int] = [:]
  private var network: StreetNetwork { result.network }

  init(_ result: AnalysisResult, scale: Double) {
    self.result = result
    self.scale = scale
  }

  mutating func write(to json: inout JSONWriter) {
    var numbers: [UInt32: Int] = [0: 0]
    var names = [""]
    var edges: [EdgeID] = []
    for edge in (0..<network.streetEdgeCount).map(EdgeID.init) where network.isDemand[edge.position]
    {
      let whole = EdgeInterval(edge: edge, from: .zero, to: network.length(of: edge))
      guard !result.inside(whole).isEmpty else { continue }
      let name = network.nameNumber(of: edge)
      if numbers[name] == nil {
        numbers[name] = names.count
        names.append(network.name(of: edge) ?? "")
      }
      rows[edge] = edges.count
      edges.append(edge)
    }
    json.key("names")
    json.array { json in for name in names { json.string(name) } }
    json.key("streets")
    json.beginArray()
    for edge in edges {
      json.breakLine()
      json.beginArray()
      json.integer(numbers[network.nameNumber(of: edge)] ?? 0)
      let length = network.length(of: edge)
      json.integer(MapStreets.decimetres(length))
      let covered = result.main.coverage.intervals(of: edge, in: network)
      if covered.isEmpty {
        json.integer(0)
      } else if covered.count == 1, covered[0].length == length {
        json.integer(1)
      } else {
        json.array { json in
          for part in covered {
            json.integer(MapStreets.decimetres(part.from))
            json.integer(MapStreets.decimetres(part.to))
          }
        }
      }
      var last = (x: Int64(0), y: Int64(0))
      for position in network.vertices(of: edge) {
        let point = position.scaled(scale)
        json.integer(point.x - last.x)
        json.integer(point.y - last.y)
        last = point
      }
      json.endArray()
    }
    json.endArray()
  }

  func write(_ gap: Gap, _ wording: Wording, to json: inout JSONWriter) {
    json.breakLine()
    json.object { json in
      json.member("street", gap.street)
      json.member("from", wording.gapEnd(gap.from))
      json.member("to", wording.gapEnd(gap.to))
      json.member("length_m", gap.length)
      json.member("demand", gap.demand)
      json.key("worst")
      json.array { json in json.point(gap.worst, scale) }
      json.member("worst_distance_m", gap.worstDistance)
      json.key("parts")
      json.array { json in
        for piece in gap.pieces where piece.length > .zero {
          json.array { json in
            json.integer(rows[piece.edge] ?? 0)
            json.integer(MapStreets.decimetres(piece.from))
            json.integer(MapStreets.decimetres(piece.to))
          }
        }
      }
    }
  }

  private static func decimetres(_ length: Length) -> Int64 { (length.millimetres + 50) / 100 }
}

extension Position {
  fileprivate var roughly: Position {
    Position(x: (x * 1000).rounded() / 1000, y: (y * 1000).rounded() / 1000)
  }

  fileprivate func scaled(_ scale: Double) -> (x: Int64, y: Int64) {
    (Int64((x * scale).rounded()), Int64((y * scale).rounded()))
  }
}

extension JSONWriter {
  fileprivate mutating func text(_ value: String?) {
    if let value { string(value) } else { null() }
  }

  fileprivate mutating func point(_ position: Position, _ scale: Double) {
    let point = position.scaled(scale)
    integer(point.x)
    integer(point.y)
  }
}
