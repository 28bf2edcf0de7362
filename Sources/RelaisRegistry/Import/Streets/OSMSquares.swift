import CoverageEngine
import RelaisFormats

/// Areas of OpenStreetMap that are walked across: closed ways with `area=yes`, and multipolygon relations.
enum OSMSquares {
  /// A relation that the rules were asked of.
  struct Area {
    var id: Int64
    var file: Int
    /// A number of the texts.
    var name: Int
    var level: Int8
    var hours: WalkingHours?
    /// Why it is not walked; `nil` where it is.
    var refusal: RejectedRow.Reason?
    /// What makes a row of it, as rejected rows say it.
    var tag: String
    /// The nodes of its member ways, and whether a way is its outline alone: one that is walked by itself is drawn once.
    var members: [(nodes: [Int64], isDrawn: Bool)]
    /// Whether the file has all of its ways.
    var isComplete: Bool

    var nodeCount: Int { members.reduce(0) { $0 + $1.nodes.count } }
  }

  /// What the rules say of the relations of a question on ways, with its keys.
  ///
  /// - Parameter walked: The ways that are walked by themselves.
  static func judged(
    _ areas: [OSMArea], _ texts: [String], walked: @autoclosure () -> Set<Int64>
  ) -> [Area] {
    guard !areas.isEmpty else { return [] }
    let walked = walked()
    let keys = OSMStreets.questions[0].keys
    let levels = WalkingRules.keys.count..<(WalkingRules.keys.count + OSMLevel.keys.count)
    return areas.map { area in
      func value(_ key: String) -> String {
        key == "area" ? "yes" : keys.firstIndex(of: key).map { texts[Int(area.tags[$0])] } ?? ""
      }
      let judged = WalkingRules.judged(value)
      let key = WalkingRules.deciding.first { !value($0).isEmpty } ?? WalkingRules.deciding[0]
      let tag = "\(key)=\(value(key))"
      return Area(
        id: area.id, file: area.file, name: Int(area.tags[WalkingRules.keys.count - 1]),
        level: OSMLevel.level(
          layer: texts[Int(area.tags[levels.lowerBound])],
          bridge: texts[Int(area.tags[levels.lowerBound + 1])],
          tunnel: texts[Int(area.tags[levels.lowerBound + 2])]),
        hours: judged.hours, refusal: judged.verdict.refusal(tag, value), tag: tag,
        members: area.members.map { ($0.nodes, !walked.contains($0.way)) },
        isComplete: area.members.allSatisfy { $0.way == 0 || !$0.nodes.isEmpty })
    }
  }

  /// The areas that ways make: of each its outer ring, then its holes, without the first node again at the end. None where
  /// they make no valid one.
  static func polygons(of ways: [[UInt32]], _ locations: OSMLocations, file: String) -> [[[UInt32]]]
  {
    // It fails only where memory does.
    let rings = (try? OSMRings.rings(of: ways, locations, file: file)) ?? []
    var polygons: [[[UInt32]]] = []
    for ring in rings {
      let nodes = ring.nodes.dropLast().map { UInt32($0) }
      if ring.isInner, !polygons.isEmpty {
        polygons[polygons.count - 1].append(nodes)
      } else {
        polygons.append([nodes])
      }
    }
    return polygons
  }
}

extension WalkingRules.Verdict {
  /// Why a way or area with a tag that makes a row of it is not walked; `nil` where it is.
  func refusal(_ tag: String, _ value: (String) -> String) -> RejectedRow.Reason? {
    switch self {
    case .walkable: nil
    case .notWalkable: .notWalkable(tag)
    case .noPedestrianAccess: .noPedestrianAccess(tag)
    case .privateAccess: .privateAccess(tag)
    case .areaNotWalkable: .areaNotWalkable(tag)
    case .notInService(let key): .notInService("\(key)=\(value(key))")
    }
  }
}
