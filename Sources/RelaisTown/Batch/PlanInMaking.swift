import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisWording

/// A plan while its files are read and shared out, in a folder aside.
struct PlanInMaking {
  private struct Unit {
    var area: Area
    var box: Envelope
    var ways = 0
    var relays = 0
    var addresses = 0
    var schools = 0
    /// Street pieces that hold something.
    var pieces = 0

    /// Reading streets takes most of the time; the rest is weighed against a way.
    var work: Int { ways + relays * 5 + addresses / 5 + schools * 20 + 50 }
  }

  private let plan: BatchPlan
  private let parameters: AnalysisParameters
  private let folder: BatchFolder
  private let work: Work
  private let aside: String
  private var units: [Unit] = []
  private var index = EnvelopeIndex([], size: 1)
  private var files: [BatchPlan.File] = []
  private var surroundings: Surroundings

  init(
    _ plan: BatchPlan, _ parameters: AnalysisParameters, _ folder: BatchFolder, _ work: Work
  ) {
    self.plan = plan
    self.parameters = parameters
    self.folder = folder
    self.work = work
    aside = AtomicFile.sibling(of: folder.unitsFolder)
    surroundings = Surroundings(plan.referenceSystem)
  }

  /// Removes what is aside, where anything is.
  func leave() {
    try? FileManager.default.removeItem(atPath: aside)
    Leftovers.forget(aside)
  }

  private func source(_ unit: Int, _ kind: InputKind) -> String {
    aside + "/" + units[unit].area.id + "/sources/" + kind.word
  }

  private mutating func note(
    _ kind: InputKind, _ path: String, beyond: Int, _ rejected: [RejectedRow]
  ) {
    files.append(
      BatchPlan.File(
        kind: kind, path: path, beyond: beyond, rejected: rejected.count, rows: rejected))
  }

  /// Writes a file of a unit; all of them are forced to the disk together.
  private func write(_ bytes: [UInt8], _ path: String) throws(FormatError) {
    guard let file = fopen(path, "wb") else {
      throw .notWritable(file: path, detail: String(cString: strerror(errno)))
    }
    let count = fwrite(bytes, 1, bytes.count, file)
    let code = errno
    // EOF on failure: the disk may be full only now.
    guard fclose(file) == 0, count == bytes.count else {
      throw .notWritable(file: path, detail: String(cString: strerror(code)))
    }
  }

  /// The communes: areas that bear an INSEE code, parts of one joined.
  mutating func readBoundaries() throws {
    work.progress(.readingPlaces)
    var order: [String] = []
    var parts: [String: [Area]] = [:]
    var others: [String] = []
    for file in plan.boundaries {
      let read = try AreasImporter.read(
        file, as: .boundary, layer: plan.layers[.boundary], in: Surroundings(plan.referenceSystem))
      var rejected = read.report.rejected
      for area in read.value {
        guard TownCode.isValid(area.id) else {
          others.append("\(area.id) \(area.name)")
          rejected.append(
            RejectedRow(place: .record(0), id: area.id, reason: .missingValue("insee")))
          continue
        }
        if parts[area.id] == nil { order.append(area.id) }
        parts[area.id, default: []].append(area)
      }
      note(.boundary, file, beyond: 0, rejected)
    }
    guard !order.isEmpty else {
      throw BatchError.noCommunes(
        file: plan.boundaries.first ?? "", found: Array(others.prefix(8)))
    }
    let walk =
      plan.schools.isEmpty || plan.addresses.isEmpty ? Length.zero : InputFiles.longestWalkToSchool
    for code in order.sorted() {
      var area = parts[code]![0]
      if parts[code]!.count > 1 {
        area.shape = try PolygonOperations.union(of: parts[code]!.map(\.shape))
      }
      guard let core = StudyArea(area: area).envelope else { continue }
      let reading = ReadingArea(
        around: core, budget: parameters.budgets.farthest.length, walk: walk, on: .ellipsoid)
      units.append(Unit(area: area, box: reading.box))
    }
    index = EnvelopeIndex(units.map(\.box), size: 0.05)
    // Coordinates that a file says nothing of are those of the place.
    if surroundings.projected == nil {
      let all = units.map(\.box)
      let middle = Position(
        x: all.map(\.centre.x).reduce(0, +) / Double(all.count),
        y: all.map(\.centre.y).reduce(0, +) / Double(all.count))
      surroundings.projected = ReferenceSystem.suited(to: middle)
      if surroundings.projected?.isGeographic ?? false { surroundings.projected = nil }
    }
    for number in units.indices {
      for kind in kinds { try AtomicFile.createDirectory(source(number, kind)) }
      try writeTerritory(number)
    }
  }

  private var kinds: [InputKind] {
    [.streets, .boundary] + (plan.adherents.isEmpty ? [] : [.adherents])
      + (plan.addresses.isEmpty ? [] : [.addresses]) + (plan.schools.isEmpty ? [] : [.schools])
  }

  /// A unit's configuration and outline.
  private func writeTerritory(_ number: Int) throws {
    let area = units[number].area
    func quoted(_ text: String) -> String {
      var json = JSONWriter()
      json.string(text)
      return String(decoding: json.finish().dropLast(), as: UTF8.self)
    }
    var lines = [
      "name: " + quoted(area.name), "insee: " + quoted(area.id),
      "lang: " + work.wording.language.code,
      "budgets: ["
        + parameters.budgets.mainFirst.map { "\($0.metres)" }.joined(separator: ", ") + "]",
      "connector: " + (parameters.countsConnector ? "straight" : "none"),
      "max_snap: \(parameters.maximumSnap.metres)", "buffer: \(parameters.bufferRadius.metres)",
    ]
    if let system = plan.referenceSystem { lines.append("crs: \(system)") }
    let folder = aside + "/" + area.id
    try write(Array((lines.joined(separator: "\n") + "\n").utf8), folder + "/relais.yml")
    var writer = GeoJSONWriter(coordinates: .exact)
    writer.append(
      .multiPolygon(area.shape), attributes: [("insee", .text(area.id)), ("nom", .text(area.name))])
    try write(writer.finish(), source(number, .boundary) + "/boundary.geojson")
  }

  private func number(_ file: Int) -> String { file < 9 ? "0\(file + 1)" : "\(file + 1)" }

  mutating func shareStreets() throws {
    for (file, path) in plan.streets.enumerated() {
      work.progress(.readingStreets, file, of: plan.streets.count)
      try work.cancellation.check()
      let name = "/streets-\(number(file))." + (try StreetPieces.ending(of: path))
      let pieces = units.indices.map {
        OSMPieces.Piece(source($0, .streets) + name, units[$0].box)
      }
      let outcome = try StreetPieces.write(
        path, layer: plan.layers[.streets], into: pieces, in: surroundings,
        generator: Program.name
      ) { try write($1, pieces[$0].path) }
      note(.streets, path, beyond: outcome.beyond, outcome.rejected)
      for (unit, count) in outcome.counts.enumerated() {
        units[unit].ways += count
        if count > 0 { units[unit].pieces += 1 }
        // A file without a street of the unit is not kept, unless it is all there is.
        let isLast = file == plan.streets.count - 1
        if count == 0, !(isLast && units[unit].pieces == 0) { unlink(pieces[unit].path) }
      }
    }
  }

  mutating func shareAdherents() throws {
    guard !plan.adherents.isEmpty else { return }
    work.progress(.readingPlaces)
    let relays = try FacilitiesImporter.read(
      files: plan.adherents, layer: plan.layers[.adherents], in: surroundings)
    var own = units.map { _ in [Facility]() }
    var beyond = 0
    for relay in relays.facilities {
      let holders = index.holding(relay.position)
      if holders.isEmpty { beyond += 1 }
      for unit in holders { own[unit].append(relay) }
    }
    for unit in units.indices {
      units[unit].relays = own[unit].count
      try write(PlacePieces.bytes(of: own[unit]), source(unit, .adherents) + "/relays.csv")
    }
    for (file, report) in zip(plan.adherents, relays.reports) {
      note(
        .adherents, file, beyond: file == plan.adherents.last ? beyond : 0, report.rejected)
    }
  }

  mutating func shareSchools() throws {
    for (file, path) in plan.schools.enumerated() {
      try work.cancellation.check()
      if case .openStreetMap(let container) = try InputFormat(ofFileAt: path).kind {
        let pieces = units.indices.map {
          OSMPieces.Piece(source($0, .schools) + "/schools-\(number(file)).osm.pbf", units[$0].box)
        }
        try StreetPieces.writeSchools(
          OSMReader.File(path, container), into: pieces, generator: Program.name)
        note(.schools, path, beyond: 0, [])
        continue
      }
      let read = try SchoolsImporter.read(
        path, layer: plan.layers[.schools], in: surroundings)
      var own = units.map { _ in [School]() }
      var beyond = 0
      for school in read.value {
        let holders = index.holding(school.position)
        if holders.isEmpty { beyond += 1 }
        for unit in holders { own[unit].append(school) }
      }
      for unit in units.indices {
        units[unit].schools += own[unit].count
        try write(
          PlacePieces.bytes(of: own[unit]), source(unit, .schools) + "/schools-\(number(file)).csv")
      }
      note(.schools, path, beyond: beyond, read.report.rejected)
    }
  }

  mutating func shareAddresses() throws {
    for (file, path) in plan.addresses.enumerated() {
      work.progress(.readingAddresses, file, of: plan.addresses.count)
      try work.cancellation.check()
      let read = try PlacePieces.Addresses(path, units: index, count: units.count)
      for unit in units.indices {
        let count = read.count(of: unit)
        units[unit].addresses += count
        // The first one stays even if it is empty: that there are addresses says how far is read.
        guard count > 0 || file == 0 else { continue }
        try write(read.bytes(of: unit), source(unit, .addresses) + "/addresses-\(number(file)).csv")
      }
      note(.addresses, path, beyond: read.beyond, read.rejected)
    }
  }

  /// Puts everything in its place, `plan.json` last: without it there is no plan.
  mutating func finish() throws -> BatchPlan.Outcome {
    work.progress(.writing)
    try work.cancellation.check()
    let entries = units.sorted { (-$0.work, $0.area.id) < (-$1.work, $1.area.id) }
    var list = CSVWriter(headers: BatchEntry.headers, mark: false)
    for unit in entries {
      list.append([
        .text(unit.area.id), .text(unit.area.name), .integer(Int64(unit.work)),
        .integer(Int64(unit.ways)), .integer(Int64(unit.relays)), .integer(Int64(unit.addresses)),
        .integer(Int64(unit.schools)),
      ])
    }
    let content = try json(list.bytes)
    sync()
    if FileKind(at: folder.planFile) == .file { try AtomicFile.remove(folder.planFile) }
    if FileKind(at: folder.unitsFolder) != .none {
      let former = AtomicFile.sibling(of: folder.unitsFolder)
      try move(folder.unitsFolder, former)
      try? FileManager.default.removeItem(atPath: former)
      Leftovers.forget(former)
    }
    try move(aside, folder.unitsFolder)
    try AtomicFile.createDirectory(folder.resultsFolder)
    try writeRejects()
    try AtomicFile.write(list.bytes, to: folder.unitsFile)
    try AtomicFile.write(content, to: folder.planFile)
    return BatchPlan.Outcome(
      units: entries.map { BatchEntry(id: $0.area.id, name: $0.area.name, work: $0.work) },
      files: files)
  }

  private func move(_ from: String, _ to: String) throws(FormatError) {
    // -1 on failure.
    guard rename(from, to) == 0 else {
      throw .notWritable(file: to, detail: String(cString: strerror(errno)))
    }
  }

  private func writeRejects() throws {
    let rejects = folder.path + "/rejects"
    try? FileManager.default.removeItem(atPath: rejects)
    for part in Rejects.tables(
      of: files.map { (.input($0.kind), $0.path, $0.rows) }, beside: [], work.wording)
    {
      try AtomicFile.createDirectory(rejects)
      try part.write(folder.path + "/" + part.name)
    }
  }

  /// `plan.json`: schema `relais.plan/1`. The list of units is known by its bytes.
  private func json(_ list: [UInt8]) throws -> [UInt8] {
    var prints: [String] = []
    for file in files { prints.append(try Fingerprint.ofFile(at: file.path)) }
    let isOSM = try plan.streets.contains {
      if case .openStreetMap = try InputFormat(ofFileAt: $0).kind { true } else { false }
    }
    var json = JSONWriter()
    json.object { json in
      json.member("schema", BatchFolder.planSchema)
      json.member("program", Program.name)
      json.member("language", work.wording.language.code)
      json.member("crs", plan.referenceSystem.map { "\($0)" })
      json.key("parameters")
      json.object { json in
        json.key("budgets_m")
        json.array { json in
          for budget in parameters.budgets.mainFirst { json.metres(budget.length) }
        }
        json.member("connector", parameters.countsConnector ? "straight" : "none")
        json.member("max_snap_m", parameters.maximumSnap)
        json.member("buffer_m", parameters.bufferRadius)
      }
      json.key("inputs")
      json.array { json in
        for (file, print) in zip(files, prints) {
          json.breakLine()
          json.object { json in
            json.member("kind", file.kind.word)
            json.member("file", OutputName.part(of: file.path))
            json.member("fingerprint", print)
            json.member("beyond", file.beyond)
            json.member("rejected", file.rejected)
          }
        }
      }
      json.key("credits")
      json.array { json in
        if isOSM { json.string("© OpenStreetMap contributors (ODbL)") }
      }
      json.member("units", units.count)
      json.member("list", Fingerprint.of(list))
    }
    return json.finish()
  }
}
