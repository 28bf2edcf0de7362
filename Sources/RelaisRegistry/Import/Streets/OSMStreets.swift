public import CoverageEngine
public import RelaisFormats
import RelaisGeo

/// Streets of an OpenStreetMap extract: its walkable ways as sections.
///
/// A row is a way that carries `highway`. Ways join at shared nodes only; one that names a node the
/// extract lacks is cut there. Several extracts are one: a way or node they share counts once, in its
/// newest version, and a copy left out is a rejected row.
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
    let (streets, reports) = try read(files: [OSMReader.File(file, container)], within: area)
    return Imported(streets, reports[0])
  }

  /// The streets of all OpenStreetMap files of a run, as one network.
  ///
  /// - Parameters:
  ///   - files: At least one. Of versions that are equal or not given, that of the file named last
  ///     counts, unless all say of what instant they are.
  ///   - area: How far streets are taken; `nil` for everything.
  /// - Returns: The streets, and a report for each file.
  public static func read(
    files: [OSMReader.File], within area: ReadingArea? = nil
  ) throws(FormatError) -> (streets: StreetSections, reports: [ImportReport]) {
    try taken(by: OSMReader(files: files, question, inside: area?.box), within: area)
  }

  /// The streets a reader of their question has taken.
  ///
  /// - Parameter area: That whose box the reader was asked for.
  static func taken(
    by reader: OSMReader, within area: ReadingArea? = nil
  ) throws(FormatError) -> (streets: StreetSections, reports: [ImportReport]) {
    let texts = reader.texts()
    var rejected = [[RejectedRow]](repeating: [], count: reader.files.count)
    let walkable = reader.withWays { chosen($0, texts, &rejected) }
    let references = reader.withWays { NodeReferences($0, ways: walkable.map(\.way)) }
    let locations = try reader.locations(of: references.ids)
    var missing = 0
    for latitude in locations.latitudes where latitude == .max { missing += 1 }
    let remarks = reader.remarks
    return reader.withWays { ways in
      sections(
        ways, walkable, references, locations, texts, files: reader.files,
        copies: reader.copies(), remarks: remarks, missing: missing, rejected: rejected, area)
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
    _ ways: OSMWays, _ texts: [String], _ rejected: inout [[RejectedRow]]
  ) -> [Chosen] {
    var verdicts: [Combination: WalkingRules.Verdict] = [:]
    var result: [Chosen] = []
    result.reserveCapacity(ways.count)
    let nameIndex = WalkingRules.keys.count - 1
    var previous: (Combination, WalkingRules.Verdict)?
    for way in 0..<ways.count {
      var tags = SIMD8<UInt32>()
      for key in 0..<nameIndex { tags[key] = ways.tags[way * ways.keyCount + key] }
      // Any name will do, but a blank one.
      tags[nameIndex] = isNamed(texts[Int(ways.tags[way * ways.keyCount + nameIndex])]) ? 1 : 0
      let combination = Combination(tags: tags)
      let verdict: WalkingRules.Verdict
      if let previous, previous.0 == combination {
        verdict = previous.1
      } else if let known = verdicts[combination] {
        verdict = known
      } else {
        verdict = WalkingRules.verdict { key in
          let index = WalkingRules.keys.firstIndex(of: key) ?? nameIndex
          if index == nameIndex, combination.tags[nameIndex] == 0 { return "" }
          return texts[Int(ways.tags[way * ways.keyCount + index])]
        }
        verdicts[combination] = verdict
      }
      previous = (combination, verdict)
      func reject(_ reason: (_ tag: String) -> RejectedRow.Reason) {
        let highway = texts[Int(ways.tags[way * ways.keyCount])]
        rejected[ways.file(way)].append(
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
    _ locations: OSMLocations, _ texts: [String], files: [OSMReader.File], copies: [[OSMCopy]],
    remarks: [String?],
    missing: Int, rejected: [[RejectedRow]], _ area: ReadingArea?
  ) -> (streets: StreetSections, reports: [ImportReport]) {
    var sections = StreetSections(
      ground: .ellipsoid, identifiers: .ways(walkable.map { ways.ids[$0.way] }))
    sections.reserve(vertices: references.number.count, lines: walkable.count)
    var rejected = rejected
    var nameNumbers = [UInt32](repeating: .max, count: texts.count)
    var reference = 0
    var cutWays = [Int](repeating: 0, count: files.count)
    var beyond = ways.beyondCounts
    /// The nodes that ways of a file go to and that are not there; read to an area, those outside it
    /// that a way goes to from where a cut matters.
    var lost = [Set<UInt32>](repeating: [], count: files.count)
    for chosen in walkable {
      let file = ways.file(chosen.way)
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
              lost[file].insert(outside)
              isCut = true
            }
            before = nil
          }
          previous = (number, position)
        } else {
          sections.endSection()
          guard let area else {
            isCut = true
            if files.count > 1 { lost[file].insert(number) }
            continue
          }
          isLeft = true
          if let known = previous {
            sections.leaveOpen(known.number)
            if area.inner.contains(known.position) {
              lost[file].insert(number)
              isCut = true
            }
            previous = nil
          }
          before = number
        }
      }
      sections.endSection()
      if isCut { cutWays[file] += 1 }
      let hasEdge = (first..<sections.count).contains {
        sections.firstVertex[$0 + 1] - sections.firstVertex[$0] > 1
      }
      if !hasEdge, isLeft, !isCut {
        beyond[file] += 1
      } else if !hasEdge {
        rejected[file].append(
          RejectedRow(
            place: .way(ways.ids[chosen.way]), id: "way/\(ways.ids[chosen.way])",
            reason: isTorn ? .outOfRange() : isCut ? .missingNodes : .invalidGeometry()))
      }
    }
    var rows = [Int](repeating: 0, count: files.count)
    for way in 0..<ways.count { rows[ways.file(way)] += 1 }
    let reports = files.indices.map { file in
      var report = ImportReport(
        file: files[file].path, format: SourceFormat(files[file].container),
        rows: rows[file] + ways.beyondCounts[file] - beyond[file], rejected: rejected[file])
      if cutWays[file] > 0 {
        let nodes = area == nil && files.count == 1 ? missing : lost[file].count
        report.findings.append(
          Finding(
            .waysCut(ways: cutWays[file], missingNodes: nodes), file: files[file].path))
      }
      if let remark = remarks[file] {
        report.findings.append(
          Finding(.extractIncomplete(remark: remark), file: files[file].path))
      }
      if rows[file] + ways.beyondCounts[file] == 0, copies[file].isEmpty {
        report.findings.append(Finding(.noStreets, file: files[file].path))
      }
      report.beyond = beyond[file]
      report.leaveOut(copies[file])
      return report
    }
    return (sections, reports)
  }

  /// Whether a name holds more than spaces, which editors leave behind.
  @inline(__always)
  private static func isNamed(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    // Nearly every name begins with a letter of ASCII.
    return first > 0x20 && first < 0x80 || !text.allSatisfy(\.isWhitespace)
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
