public import CoverageEngine
public import RelaisFormats
import RelaisGeo

/// Streets of an OpenStreetMap extract: its walkable ways as sections.
///
/// A row is a way that carries `highway`. Ways join at shared nodes only; one that names a node the
/// extract lacks is cut there.
///
/// Read to an area, a way keeps its segments with both nodes inside; it is then cut where it leaves, and nothing depends
/// on what lies beyond.
public enum OSMStreets {
  /// What the rules look at, then what says how high a way runs.
  static let question = OSMReader.Question(WalkingRules.keys + OSMLevel.keys)

  /// - Parameter area: How far streets are taken; `nil` for everything.
  public static func read(
    file: String, container: OSMReader.Container, within area: ReadingArea? = nil
  ) throws(FormatError) -> Imported<StreetSections> {
    try taken(
      by: OSMReader(file: file, container: container, question, inside: area?.box), container,
      within: area)
  }

  /// The streets a reader of their question has taken.
  ///
  /// - Parameter area: That whose box the reader was asked for.
  static func taken(
    by reader: OSMReader, _ container: OSMReader.Container, within area: ReadingArea? = nil
  ) throws(FormatError) -> Imported<StreetSections> {
    let texts = reader.texts()
    var rejected: [RejectedRow] = []
    let walkable = reader.withWays { chosen($0, texts, &rejected) }
    let references = reader.withWays { NodeReferences($0, ways: walkable.map(\.way)) }
    let locations = try reader.locations(of: references.ids)
    var missing = 0
    for latitude in locations.latitudes where latitude == .max { missing += 1 }
    return reader.withWays { ways in
      sections(
        ways, walkable, references, locations, texts, file: reader.file,
        format: SourceFormat(container),
        missing: missing, rejected: rejected, area)
    }
  }

  private struct Chosen {
    var way: Int
    var isDemand: Bool
  }

  /// The tags that decide, as one key: ways are judged once per combination.
  private struct Combination: Hashable {
    var tags: SIMD8<UInt32>
  }

  private static func chosen(
    _ ways: OSMWays, _ texts: [String], _ rejected: inout [RejectedRow]
  ) -> [Chosen] {
    var verdicts: [Combination: WalkingRules.Verdict] = [:]
    var result: [Chosen] = []
    result.reserveCapacity(ways.count)
    let nameIndex = WalkingRules.keys.count - 1
    var previous: (Combination, WalkingRules.Verdict)?
    for way in 0..<ways.count {
      var tags = SIMD8<UInt32>()
      for key in 0..<nameIndex { tags[key] = ways.tags[way * ways.keyCount + key] }
      // Any name will do.
      tags[nameIndex] = min(1, ways.tags[way * ways.keyCount + nameIndex])
      let combination = Combination(tags: tags)
      let verdict: WalkingRules.Verdict
      if let previous, previous.0 == combination {
        verdict = previous.1
      } else if let known = verdicts[combination] {
        verdict = known
      } else {
        verdict = WalkingRules.verdict { key in
          let index = WalkingRules.keys.firstIndex(of: key) ?? nameIndex
          return texts[Int(ways.tags[way * ways.keyCount + index])]
        }
        verdicts[combination] = verdict
      }
      previous = (combination, verdict)
      func reject(_ reason: (_ tag: String) -> RejectedRow.Reason) {
        let highway = texts[Int(ways.tags[way * ways.keyCount])]
        rejected.append(
          RejectedRow(
            place: .way(ways.ids[way]), id: "way/\(ways.ids[way])",
            reason: reason("highway=\(highway)")))
      }
      switch verdict {
      case .walkable(let isDemand): result.append(Chosen(way: way, isDemand: isDemand))
      case .notWalkable: reject(RejectedRow.Reason.notWalkable)
      case .noPedestrianAccess: reject(RejectedRow.Reason.noPedestrianAccess)
      case .privateAccess: reject(RejectedRow.Reason.privateAccess)
      case .areaNotWalkable: reject(RejectedRow.Reason.areaNotWalkable)
      }
    }
    return result
  }

  private static func sections(
    _ ways: OSMWays, _ walkable: [Chosen], _ references: NodeReferences,
    _ locations: OSMLocations, _ texts: [String], file: String, format: SourceFormat, missing: Int,
    rejected: [RejectedRow], _ area: ReadingArea?
  ) -> Imported<StreetSections> {
    var sections = StreetSections(
      ground: .ellipsoid, identifiers: .ways(walkable.map { ways.ids[$0.way] }))
    sections.reserve(vertices: references.number.count, lines: walkable.count)
    var rejected = rejected
    var nameNumbers = [UInt32](repeating: .max, count: texts.count)
    var reference = 0
    var cutWays = 0
    var beyond = 0
    /// Read to an area, the nodes outside it that a way goes to from where a cut matters.
    var lost: Set<UInt32> = []
    for chosen in walkable {
      let tags = chosen.way * ways.keyCount
      let text = Int(ways.tags[tags + WalkingRules.keys.count - 1])
      if nameNumbers[text] == .max { nameNumbers[text] = sections.number(ofName: texts[text]) }
      sections.beginLine(
        StreetAttributes(
          name: nameNumbers[text], isDemand: chosen.isDemand,
          level: OSMLevel.level(
            ways.tags[(tags + WalkingRules.keys.count)..<(tags + ways.keyCount)], texts),
          form: WalkingRules.form(ofHighway: texts[Int(ways.tags[tags])])))
      let first = sections.count
      var isCut = false
      var isLeft = false
      let count = Int(ways.firstNode[chosen.way + 1] - ways.firstNode[chosen.way])
      let isTorn = isTorn(references.number[reference..<reference + count], locations)
      if isTorn { reference += count }
      var previous: (number: UInt32, position: Position)?
      var before: UInt32?
      for _ in 0..<(isTorn ? 0 : count) {
        let number = references.number[reference]
        reference += 1
        if let position = locations.position(Int(number)) {
          sections.addVertex(position, junction: number)
          guard let area else { continue }
          if let outside = before {
            sections.leaveOpen(number)
            if area.inner.contains(position) {
              lost.insert(outside)
              isCut = true
            }
            before = nil
          }
          previous = (number, position)
        } else {
          sections.endSection()
          guard let area else {
            isCut = true
            continue
          }
          isLeft = true
          if let known = previous {
            sections.leaveOpen(known.number)
            if area.inner.contains(known.position) {
              lost.insert(number)
              isCut = true
            }
            previous = nil
          }
          before = number
        }
      }
      sections.endSection()
      if isCut { cutWays += 1 }
      let hasEdge = (first..<sections.count).contains {
        sections.firstVertex[$0 + 1] - sections.firstVertex[$0] > 1
      }
      if !hasEdge, isLeft, !isCut {
        beyond += 1
      } else if !hasEdge {
        rejected.append(
          RejectedRow(
            place: .way(ways.ids[chosen.way]), id: "way/\(ways.ids[chosen.way])",
            reason: isTorn ? .outOfRange() : isCut ? .missingNodes : .invalidGeometry()))
      }
    }
    var findings: [Finding] = []
    if cutWays > 0 {
      findings.append(
        Finding(
          .waysCut(ways: cutWays, missingNodes: area == nil ? missing : lost.count), file: file))
    }
    var report = ImportReport(
      file: file, format: format, rows: ways.count - beyond, rejected: rejected,
      findings: findings)
    report.beyond = ways.beyondCount + beyond
    return Imported(sections, report)
  }

  /// Whether two nodes in a row lie a degree or more apart: a node with a slip in its coordinates.
  private static func isTorn(_ numbers: ArraySlice<UInt32>, _ locations: OSMLocations) -> Bool {
    let degree: Int32 = 10_000_000
    var previous: Int?
    for number in numbers {
      let node = Int(number)
      guard locations.latitudes[node] != .max else { continue }
      if let previous,
        abs(locations.latitudes[node] - locations.latitudes[previous]) >= degree
          || abs(Int64(locations.longitudes[node]) - Int64(locations.longitudes[previous]))
            >= Int64(degree)
      {
        return true
      }
      previous = node
    }
    return false
  }
}
