import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// What school routes need apart from streets and relays.
struct RouteInputs {
  var schools: [School] = []
  var homes: [Home] = []
  var catchments: [SchoolCatchment] = []
  /// How the children of the grid were shared; `nil` without one.
  var sharing: ChildrenGrid.Outcome?
  /// Squares of children, where there are homes to share them over.
  var squareCount = 0
  /// Homes outside the study area, left out.
  var homesElsewhere = 0
  /// Schools beyond what is read around the study area, left out.
  var schoolsBeyond = 0
  /// Addresses that two files have.
  var copies: [Finding] = []
  /// One per file read that the streets' inputs do not list.
  var reports: [(kind: InputKind, report: ImportReport)] = []

  /// Reads the files of a run; a missing kind is left empty.
  ///
  /// - Throws: what the importers throw, at the first file that cannot be read at all.
  static func read(_ files: InputFiles, beside inputs: Inputs) throws -> RouteInputs {
    let surroundings = inputs.surroundings
    var result = RouteInputs()
    func read<Value>(
      _ kind: InputKind, _ body: (String, ColumnMapping) throws -> Imported<[Value]>
    ) throws -> [[Value]] {
      try files[kind].map { file in
        let imported = try body(file, files.columns[kind] ?? ColumnMapping())
        // A file of addresses serves twice, and is listed once.
        if !inputs.reports.contains(where: { $0.kind == kind && $0.report.file == file }) {
          result.reports.append((kind, imported.report))
        }
        return imported.value
      }
    }
    let places = files[.schools]
    let imported = try SchoolsImporter.read(
      files: places, layer: files.layers[.schools],
      mapping: files.columns[.schools] ?? ColumnMapping(), in: surroundings)
    let schools = try read(.schools) { file, _ in
      imported[places.firstIndex(of: file) ?? 0]
    }
    // The whole country's directory is cut to the territory.
    let near = schools.map { file in
      file.filter { surroundings.reading?.box.contains($0.position) ?? true }
    }
    result.schoolsBeyond = schools.joined().count - near.joined().count
    result.schools = RouteInputs.distinct(near, \.id)
    let addressFiles = files[.addresses]
    let addresses = try HomesImporter.read(
      files: addressFiles, mapping: files.columns[.addresses] ?? ColumnMapping(), in: surroundings)
    let homes = try read(.addresses) { file, _ in
      addresses[addressFiles.firstIndex(of: file) ?? 0]
    }
    // Their files may be listed already, by who read them before.
    result.copies = addresses.flatMap(\.report.findings).filter {
      if case .knownTwice = $0.kind { true } else { false }
    }
    result.homes = RouteInputs.distinct(homes, \.id)
    result.catchments = try read(.catchments) {
      try CatchmentsImporter.read(
        $0, layer: files.layers[.catchments], mapping: $1, communes: files.communes,
        in: surroundings)
    }.flatMap { $0 }
    let gridFiles = files[.population]
    let grids = try PopulationImporter.read(
      files: gridFiles, layer: files.layers[.population],
      mapping: files.columns[.population] ?? ColumnMapping(), in: surroundings)
    let cells = try read(.population) { file, _ in
      grids[gridFiles.firstIndex(of: file) ?? 0]
    }.flatMap { $0 }
    if !cells.isEmpty, surroundings.ground == .ellipsoid {
      if !result.homes.isEmpty { result.squareCount = cells.count }
      result.sharing = try ChildrenGrid(cells).share(over: &result.homes)
    }
    if let boundary = inputs.boundary {
      // After sharing: a square on the border is shared over both towns' addresses.
      let all = result.homes.count
      result.homes = Home.homes(result.homes, inside: boundary)
      result.homesElsewhere = all - result.homes.count
    }
    return result
  }

  /// What sharing the children left.
  var findings: [Finding] {
    var findings: [Finding] = copies
    if homes.isEmpty, homesElsewhere > 0 {
      findings.append(Finding(.noneInside(.addresses, of: homesElsewhere)))
    } else if homesElsewhere > 0 {
      findings.append(Finding(.homesElsewhere(homesElsewhere)))
    }
    guard let sharing else { return findings }
    if squareCount > 0, sharing.squaresWithHome == 0 {
      findings.append(Finding(.squaresElsewhere(squareCount)))
    }
    let without = RouteInputs.published(sharing.withoutHome)
    if without > 0 {
      findings.append(
        Finding(.childrenWithoutAddress(without, squares: sharing.squaresWithoutHome)))
    }
    let imputed = RouteInputs.published(sharing.imputed)
    if imputed > 0 {
      findings.append(
        Finding(.childrenImputed(imputed, of: RouteInputs.published(sharing.shared))))
    }
    return findings
  }

  /// To the nearest ten, so that two runs do not tell what is in a square; fewer than five are not told.
  private static func published(_ children: Children) -> Int {
    Int((children.number / 10).rounded()) * 10
  }

  /// Places of several files: an identifier used again is taken with its file's number.
  private static func distinct<Place>(
    _ files: [[Place]], _ id: WritableKeyPath<Place, String>
  ) -> [Place] {
    var seen = Set<String>()
    var result: [Place] = []
    for (number, file) in files.enumerated() {
      for var place in file {
        if !seen.insert(place[keyPath: id]).inserted {
          place[keyPath: id] += "@\(number + 1)"
          seen.insert(place[keyPath: id])
        }
        result.append(place)
      }
    }
    return result
  }

  /// A territory's ways to school, covered ones too, in public figures; none without schools and addresses.
  ///
  /// - Parameters:
  ///   - inputs: Told of the files read here.
  ///   - isThorough: Whether covered ways and the like are sought too.
  static func plan(
    _ files: InputFiles, _ inputs: inout Inputs, _ result: AnalysisResult,
    isThorough: Bool = true, progress: RelaisGeo.Progress
  ) throws -> (plan: RoutePlan?, findings: [Finding]) {
    guard !files[.schools].isEmpty, !files[.addresses].isEmpty else { return (nil, []) }
    let own = try read(files, beside: inputs)
    inputs.reports += own.reports
    progress(.planningRoutes)
    var planner = own.planner(result)
    planner.demands = RouteDemand.ofTown
    planner.isThorough = isThorough
    planner.windows = RouteWindows(result)
    let plan = planner.plan()
    return (plan.published(), own.findings + plan.findings)
  }

  /// The whole computation over these inputs and an analysis.
  func planner(_ result: AnalysisResult) -> RoutePlanner {
    var planner = RoutePlanner(result, schools: schools, homes: homes)
    planner.catchments = catchments
    planner.schoolsBeyond = schoolsBeyond
    return planner
  }
}

extension Inputs {
  /// How the coordinates of further files are to be taken.
  var surroundings: Surroundings {
    var surroundings = Surroundings(referenceSystem)
    surroundings.reading = network.reading
    return surroundings
  }
}
