public import CoverageEngine
public import RelaisFormats
import RelaisGeo

/// Streets of an OpenStreetMap extract: its walkable ways as sections.
///
/// A row is a way that carries `highway`, or is a platform or a pier. Ways join at shared nodes only; one that names a node the
/// extract lacks is cut there, and so is one at a barrier that lets nobody through. Several extracts are one: a way or node they share counts once, in its
/// newest version, and a copy left out is a rejected row.
///
/// Read to an area, a way keeps its segments with both nodes inside; it is then cut where it leaves, and nothing depends
/// on what lies beyond.
public enum OSMStreets {
  /// What the rules look at, then what says how high a way runs, when it is open, how its sidewalks are drawn; and the
  /// nodes that may stop.
  static let questions = [
    OSMReader.Question(
      WalkingRules.keys + OSMLevel.keys + ConditionalTags.keys + WalkingRules.sidewalkKeys,
      ofWays: WalkingRules.deciding.count, wayValues: WalkingRules.platforms, readsAreas: true),
    WalkingBarriers.question,
  ]

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
    try taken(by: OSMReader.read(files: files, questions, inside: area?.box), within: area)
  }

  /// The streets that readers of their questions have taken.
  ///
  /// - Parameters:
  ///   - readers: One for each of ``questions``.
  ///   - area: That whose box the readers were asked for.
  static func taken(
    by readers: [OSMReader], within area: ReadingArea? = nil
  ) throws(FormatError) -> (streets: StreetSections, reports: [ImportReport]) {
    let reader = readers[0]
    let barriers = WalkingBarriers.verdicts(of: readers[1])
    let texts = reader.texts()
    var rejected = [[RejectedRow]](repeating: [], count: reader.files.count)
    let walkable = reader.withWays { chosen($0, texts, &rejected) }
    let areas = reader.withWays { ways in
      OSMSquares.judged(
        reader.areas(), texts, walked: Set(walkable.map { ways.ids[$0.way] }))
    }
    let references = reader.withWays {
      NodeReferences(
        $0, ways: walkable.map(\.way), others: areas.flatMap { $0.members.flatMap(\.nodes) })
    }
    let locations = try reader.locations(of: references.ids)
    // What areas alone go to cuts no way.
    let ofWays = references.number.dropLast(areas.reduce(0) { $0 + $1.nodeCount })
    let missing =
      locations.found == references.ids.count
      ? 0 : Set(ofWays).count { locations.latitudes[Int($0)] == .max }
    let remarks = reader.remarks
    return reader.withWays { ways in
      sections(
        ways, walkable, areas, references, locations, texts, Barriers(barriers, references),
        files: reader.files,
        copies: reader.copies(), remarks: remarks, missing: missing, rejected: rejected, area)
    }
  }

  private struct Chosen {
    var way: Int
    var isDemand: Bool
    var isArea: Bool
    var hours: WalkingHours?
  }

  private static func chosen(
    _ ways: OSMWays, _ texts: [String], _ rejected: inout [[RejectedRow]]
  ) -> [Chosen] {
    var verdicts: [WayTags: (verdict: WalkingRules.Verdict, hours: WalkingHours?)] = [:]
    var result: [Chosen] = []
    result.reserveCapacity(ways.count)
    let nameIndex = WalkingRules.keys.count - 1
    let conditionalIndex = nameIndex + 1 + OSMLevel.keys.count
    let areaIndex = WalkingRules.keys.firstIndex(of: "area") ?? nameIndex
    let conditionalKeys = ConditionalTags.keys.indices
    precondition(nameIndex <= 16 && conditionalKeys.count <= 4)
    var previous: (WayTags, (verdict: WalkingRules.Verdict, hours: WalkingHours?))?
    for way in 0..<ways.count {
      let first = way * ways.keyCount
      var tags = SIMD16<UInt32>()
      withUnsafeMutableBytes(of: &tags) {
        $0.copyMemory(
          from: UnsafeRawBufferPointer(
            UnsafeBufferPointer(rebasing: ways.tags[first..<first + nameIndex])))
      }
      var conditional = SIMD4<UInt32>()
      for key in conditionalKeys { conditional[key] = ways.tags[first + conditionalIndex + key] }
      // Any name will do, but a blank one.
      let combination = WayTags(
        tags: tags, isNamed: isNamed(texts[Int(ways.tags[first + nameIndex])]),
        conditional: conditional)
      let judged: (verdict: WalkingRules.Verdict, hours: WalkingHours?)
      if let previous, previous.0 == combination {
        judged = previous.1
      } else if let known = verdicts[combination] {
        judged = known
      } else {
        judged = WalkingRules.judged { key in
          if let index = WalkingRules.keys.firstIndex(of: key) {
            return index == nameIndex && !combination.isNamed
              ? "" : texts[Int(ways.tags[first + index])]
          }
          guard let index = ConditionalTags.keys.firstIndex(of: key) else { return "" }
          return texts[Int(combination.conditional[index])]
        }
        verdicts[combination] = judged
      }
      previous = (combination, judged)
      func reject(_ reason: RejectedRow.Reason) {
        rejected[ways.file(way)].append(
          RejectedRow(
            place: .way(ways.ids[way]), id: "way/\(ways.ids[way])", reason: reason))
      }
      func text(_ key: Int) -> String { texts[Int(ways.tags[first + key])] }
      // The tag that makes a row of it.
      var tag: String {
        let key = WalkingRules.deciding.indices.first { !text($0).isEmpty } ?? 0
        return "\(WalkingRules.keys[key])=\(text(key))"
      }
      if case .walkable(let isDemand) = judged.verdict {
        result.append(
          Chosen(
            way: way, isDemand: isDemand, isArea: text(areaIndex) == "yes", hours: judged.hours))
      } else if let refusal = judged.verdict.refusal(
        tag, { key in WalkingRules.keys.firstIndex(of: key).map(text) ?? "" })
      {
        reject(refusal)
      }
    }
    return result
  }

  private static func sections(
    _ ways: OSMWays, _ walkable: [Chosen], _ areas: [OSMSquares.Area],
    _ references: NodeReferences,
    _ locations: OSMLocations, _ texts: [String], _ barriers: Barriers, files: [OSMReader.File],
    copies: [[OSMCopy]],
    remarks: [String?],
    missing: Int, rejected: [[RejectedRow]], _ area: ReadingArea?
  ) -> (streets: StreetSections, reports: [ImportReport]) {
    var sections = StreetSections(
      ground: .ellipsoid,
      identifiers: .ways(
        walkable.map { ways.ids[$0.way] } + areas.map { StreetSections.relation($0.id) }))
    sections.reserve(vertices: references.number.count, lines: walkable.count)
    var rejected = rejected
    var nameNumbers = [UInt32](repeating: .max, count: texts.count)
    var reference = 0
    var cutWays = [Int](repeating: 0, count: files.count)
    var beyond = ways.beyondCounts
    /// The nodes that ways of a file go to and that are not there; read to an area, those outside it
    /// that a way goes to from where a cut matters.
    var lost = [Set<UInt32>](repeating: [], count: files.count)
    /// Junctions of their own at barriers that stop: above all that nodes give.
    var nextJunction = UInt32(references.ids.count)
    var stops = [Stops](repeating: Stops(), count: files.count)
    var gates = Set<UInt32>()
    let levels = WalkingRules.keys.count..<(WalkingRules.keys.count + OSMLevel.keys.count)
    let sidewalks = levels.upperBound + ConditionalTags.keys.count
    let footwayIndex = WalkingRules.keys.firstIndex(of: "footway") ?? 0
    /// Corners of squares, joined as vertices of lines are.
    func corners(_ ring: [UInt32]) -> [StreetSections.Square.Vertex] {
      ring.compactMap { number in
        locations.position(Int(number)).map {
          .init($0, junction: barriers.mark(number) == 1 ? StreetSections.noJunction : number)
        }
      }
    }
    var unsound = [Int](repeating: 0, count: files.count)
    for chosen in walkable {
      let file = ways.file(chosen.way)
      let tags = chosen.way * ways.keyCount
      let text = Int(ways.tags[tags + WalkingRules.keys.count - 1])
      if nameNumbers[text] == .max { nameNumbers[text] = sections.number(ofName: texts[text]) }
      sections.beginLine(
        StreetAttributes(
          name: nameNumbers[text], isDemand: chosen.isDemand,
          level: OSMLevel.level(
            ways.tags[(tags + levels.lowerBound)..<(tags + levels.upperBound)], texts),
          form: WalkingRules.form(ofHighway: texts[Int(ways.tags[tags])]),
          hours: chosen.hours.map { sections.number(of: $0) } ?? 0,
          sidewalk: WalkingRules.sidewalk(
            isDemand: chosen.isDemand, footway: texts[Int(ways.tags[tags + footwayIndex])],
            ways.tags[(tags + sidewalks)..<(tags + ways.keyCount)].lazy.map { texts[Int($0)] })))
      if let hours = chosen.hours { stops[file].note(hours) }
      let first = sections.count
      var isCut = false
      var isLeft = false
      let count = Int(ways.firstNode[chosen.way + 1] - ways.firstNode[chosen.way])
      let isTorn = isTorn(references.number[reference..<reference + count], locations)
      if isTorn { reference += count }
      var previous: (number: UInt32, position: Position)?
      var before: UInt32?
      // The barrier the way was cut at last, where it goes on from.
      var stop: (number: UInt32, position: Position)?
      for _ in 0..<(isTorn ? 0 : count) {
        let number = references.number[reference]
        reference += 1
        if let position = locations.position(Int(number)) {
          let mark = barriers.mark(number)
          var junction = number
          // Named twice in a row it counts once.
          if stop?.number == number { continue }
          if let own = stop {
            sections.addVertex(own.position, junction: nextJunction)
            sections.stop(at: nextJunction)
            nextJunction += 1
            stop = nil
          }
          if mark == 1 {
            junction = nextJunction
            nextJunction += 1
            sections.stop(at: junction)
            stops[file].nodes.insert(number)
            stops[file].line = sections.attributes.count
            stop = (number, position)
          } else if mark > 1, gates.insert(number).inserted {
            let hours = barriers.hours[Int(mark) - 2]
            sections.addGate(at: number, hours)
            stops[file].note(hours, isGate: true)
          }
          sections.addVertex(position, junction: junction)
          if mark == 1 { sections.endSection() }
          guard let area else { continue }
          if let outside = before {
            sections.leaveOpen(junction)
            if area.inner.contains(position) {
              lost[file].insert(outside)
              isCut = true
            }
            before = nil
          }
          previous = (junction, position)
        } else {
          sections.endSection()
          stop = nil
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
      if chosen.isArea, !isTorn, !isCut, !isLeft, count > 3,
        references.number[reference - count] == references.number[reference - 1]
      {
        let polygons = OSMSquares.polygons(
          of: [Array(references.number[(reference - count)..<reference])], locations,
          file: files[file].path)
        if polygons.isEmpty { unsound[file] += 1 }
        for rings in polygons { sections.addSquare(rings.map(corners)) }
      }
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
    for own in areas {
      if nameNumbers[own.name] == .max {
        nameNumbers[own.name] = sections.number(ofName: texts[own.name])
      }
      sections.beginLine(
        StreetAttributes(
          name: nameNumbers[own.name], isDemand: false, level: own.level, form: .footway,
          hours: own.hours.map { sections.number(of: $0) } ?? 0))
      var outline: [[UInt32]] = []
      var located = 0
      for member in own.members {
        let numbers = Array(references.number[reference..<(reference + member.nodes.count)])
        reference += member.nodes.count
        located += numbers.count { locations.position(Int($0)) != nil }
        outline.append(numbers)
      }
      // Read to an area, what lies across its border is as if it lay beyond.
      guard area == nil || (located > 0 && (!own.isComplete || located == own.nodeCount)) else {
        continue
      }
      rows[own.file] += 1
      func reject(_ reason: RejectedRow.Reason) {
        rejected[own.file].append(
          RejectedRow(place: .relation(own.id), id: "relation/\(own.id)", reason: reason))
      }
      if let refusal = own.refusal {
        reject(refusal)
        continue
      }
      guard own.isComplete, located == own.nodeCount else {
        reject(.incompleteArea(own.tag))
        continue
      }
      let polygons = OSMSquares.polygons(
        of: outline.filter { $0.count > 1 }, locations, file: files[own.file].path)
      guard !polygons.isEmpty else {
        reject(.invalidGeometry(own.tag))
        continue
      }
      if let hours = own.hours { stops[own.file].note(hours) }
      for (member, numbers) in zip(own.members, outline) where member.isDrawn {
        for (index, number) in numbers.enumerated() {
          guard let position = locations.position(Int(number)) else { continue }
          guard barriers.mark(number) == 1 else {
            sections.addVertex(position, junction: number)
            continue
          }
          for end in [index > 0, index + 1 < numbers.count] where end {
            sections.addVertex(position, junction: nextJunction)
            sections.stop(at: nextJunction)
            nextJunction += 1
            if index > 0, sections.junctions.last == nextJunction - 1 { sections.endSection() }
          }
        }
        sections.endSection()
      }
      for rings in polygons { sections.addSquare(rings.map(corners)) }
    }
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
      if unsound[file] > 0 {
        report.findings.append(
          Finding(.squaresNotCrossed(unsound[file], .invalid), file: files[file].path))
      }
      report.findings += stops[file].findings.map { Finding($0, file: files[file].path) }
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
}
