import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisWording

/// The files of one run, by kind, and how their columns are called.
struct InputFiles {
  var files: [InputKind: [String]] = [:]
  var columns: [InputKind: ColumnMapping] = [:]
  var layers: [InputKind: String] = [:]
  var referenceSystem: ReferenceSystem?
  /// INSEE codes of the territory.
  var communes: [String] = []
  /// Whether they are a list, whose members are reported each.
  var listsCommunes = false
  var townName = ""
  /// The territory's configuration; `nil` for plain files.
  var configuration: TerritoryConfiguration?
  /// Years added to the school calendar.
  var calendar: [String] = []
  /// Whether the run is about candidates.
  var readsCandidates = false
  /// Whether what their files hold is kept, to be judged again when relays change.
  var keepsCandidateSources = false
  /// Metres from which nobody walks to a street of the town: the largest budget.
  var reach = 0.0
  /// How far from a street a candidate may be.
  var maximumSnap = Length(metres: 60)
  /// `nil` for plain files.
  var territory: Territory?
  /// The registry, where adherents come from it, and the day they are taken as of.
  var registry: (file: String, stamp: RegistryStamp, territory: Territory)?
  /// The past day asked for; only a registry knows one.
  private(set) var day: CalendarDay?

  init(_ plain: PlainFiles, _ parameters: AnalysisParameters) {
    files[.streets] = plain.streets
    files[.adherents] = plain.relays
    files[.boundary] = plain.boundary.map { [$0] }
    files[.districts] = plain.districts.map { [$0] }
    files[.priorityAreas] = plain.priorityAreas.map { [$0] }
    referenceSystem = plain.referenceSystem
    layers = plain.layers
    take(parameters)
  }

  /// A territory's files, its registry where it has one.
  ///
  /// - Parameter stamp: Who reads, and what day it is.
  /// - Throws: `RegistryError`.
  init(_ territory: Territory, stamp: RegistryStamp) throws(RegistryError) {
    self.init(filesOf: territory)
    // What the registry knows stands for the files it was made from.
    if try RegistryStore.exists(at: territory.registryFile) {
      files[.adherents] = [territory.registryFile]
      registry = (territory.registryFile, stamp, territory)
    }
  }

  /// A territory's files alone, whether it has a registry or not.
  init(filesOf territory: Territory) {
    for kind in InputKind.allCases { files[kind] = territory.files(kind) }
    files[.candidates] = territory.candidateFiles
    self.territory = territory
    reach = territory.configuration.budgets.farthest.metres
    maximumSnap = Length(metres: territory.configuration.maximumSnap)
    configuration = territory.configuration
    calendar = territory.calendarFiles
    columns = territory.configuration.columns
    layers = territory.configuration.layers
    referenceSystem = territory.configuration.referenceSystem
    communes = territory.configuration.communes
    listsCommunes = territory.configuration.listsCommunes
    townName = territory.configuration.name
  }

  /// What candidates are judged by.
  mutating func take(_ parameters: AnalysisParameters) {
    reach = parameters.budgets.farthest.metres
    maximumSnap = parameters.maximumSnap
  }

  /// Takes the adherents of a past day.
  ///
  /// - Throws: `TerritoryError.noRegistry`.
  mutating func take(asOf day: CalendarDay?) throws {
    if day != nil, registry == nil { throw TerritoryError.noRegistry }
    self.day = day
  }

  subscript(kind: InputKind) -> [String] { files[kind] ?? [] }

  /// The code of a territory of one commune.
  var insee: String? { communes.count == 1 ? communes[0] : nil }

  /// How far streets are read around a study area; `nil` for plain files, which are read whole.
  func reading(around outline: StudyArea?, on ground: Ground) -> ReadingArea? {
    guard territory != nil, let core = outline?.envelope else { return nil }
    return ReadingArea(
      around: core, budget: Length(metres: reach), walk: longestWalk, on: ground)
  }

  static var longestWalkToSchool: Length {
    RouteDemand.ofTown.compactMap(\.maximum).max() ?? .zero
  }

  /// The longest walk to a school of the town's homes; zero where none is sought.
  var longestWalk: Length {
    guard !self[.schools].isEmpty, !self[.addresses].isEmpty else { return .zero }
    return InputFiles.longestWalkToSchool
  }
}

extension StudyArea.Question {
  /// What a run asks of its files, of a territory or plain ones.
  init(_ files: InputFiles) {
    self.files = files[.boundary]
    layer = files.layers[.boundary]
    mapping = files.columns[.boundary] ?? ColumnMapping()
    codes = files.communes
    isList = files.listsCommunes
    name = files.townName
  }
}

/// What the files of one run hold, ready to be analysed.
struct Inputs: Sendable {
  var network: StreetNetwork
  var facilities: [Facility] = []
  /// Read only where they are asked for.
  var candidates: [Candidate] = []
  /// How they were chosen, and who was left out.
  var candidateInputs = CandidateInputs()
  var boundary: Area?
  /// Of a list of communes each by itself; they make up the boundary.
  var communes: [Area] = []
  var districts: [Area] = []
  var priorityAreas: [Area] = []
  var houseNumbers: HouseNumbers?
  /// The system outputs are written in.
  var referenceSystem: ReferenceSystem
  /// What other programs changed in the registry, taken or put back.
  var edits: [RegistryEdit] = []
  /// One per file read, in the order they were read.
  var reports: [(kind: InputKind, report: ImportReport)] = []

  /// The files that add to the school calendar, in the same order.
  var calendarReports: [ImportReport] = []

  /// Every report under the name of its kind.
  var namedReports: [(kind: SourceKind, report: ImportReport)] {
    reports.map { (.input($0.kind), $0.report) } + calendarReports.map { (.calendar, $0) }
  }

  /// Reads every file; a missing kind is left empty.
  ///
  /// - Throws: what the importers throw, at the first file that cannot be read at all.
  static func read(_ files: InputFiles, _ work: Work) throws -> Inputs {
    let question = StudyArea.Question(files)
    // An outline in coordinates that only the streets explain is read after them.
    let outline = try? StudyArea.read(question, in: Surroundings(files.referenceSystem))
    let streets = try StreetInputs.read(files, around: outline, progress: work.progress)
    let (network, surroundings) = (streets.network, streets.surroundings)
    var reports = streets.reports
    func read<Value>(
      _ kind: InputKind, _ body: (String, ColumnMapping) throws -> Imported<Value>
    ) throws -> [Value] {
      try files[kind].map { file in
        let imported = try body(file, files.columns[kind] ?? ColumnMapping())
        reports.append((kind, imported.report))
        return imported.value
      }
    }

    work.progress(.readingPlaces)
    var inputs = Inputs(network: network, referenceSystem: streets.referenceSystem)
    var histories: [EstablishmentHistory] = []
    var memory: [MapSighting] = []
    if let relays = try RegistryRelays.read(files, on: network) {
      inputs.edits = relays.edits
      histories = relays.histories
      memory = relays.sightings
      inputs.facilities = relays.facilities
      reports.append((.adherents, relays.report))
    } else {
      let relays = try FacilitiesImporter.read(files, in: surroundings)
      inputs.facilities = relays.facilities
      reports += relays.reports.map { (.adherents, $0) }
    }
    let study = try outline ?? StudyArea.read(question, in: surroundings)
    reports += study.reports.map { (.boundary, $0) }
    inputs.boundary = study.area
    inputs.communes = study.communes
    if let shops = streets.shops {
      inputs.candidateInputs = try CandidateInputs.read(
        files, beside: inputs, shops, histories: histories, memory: memory, in: surroundings,
        work.wording)
      inputs.candidates = inputs.candidateInputs.pool.candidates
      reports += inputs.candidateInputs.reports.map { (.candidates, $0) }
    }
    inputs.districts = try read(.districts) {
      try AreasImporter.read(
        $0, as: .districts, layer: files.layers[.districts], mapping: $1, in: surroundings)
    }.flatMap { $0 }
    inputs.priorityAreas = try read(.priorityAreas) {
      try AreasImporter.read(
        $0, as: .priorityAreas, layer: files.layers[.priorityAreas], mapping: $1,
        in: surroundings)
    }.flatMap { $0 }
    if surroundings.ground == .ellipsoid {
      let numbers = try read(.addresses) { file, _ in
        try HouseNumbersImporter.read(file)
      }.flatMap { $0 }
      if !numbers.isEmpty { inputs.houseNumbers = HouseNumbers(numbers) }
    }
    inputs.reports = reports
    return inputs
  }

  /// The whole computation over these inputs.
  func analysis(_ parameters: AnalysisParameters) -> CoverageAnalysis {
    var analysis = CoverageAnalysis(
      network: network, facilities: facilities, parameters: parameters)
    analysis.studyArea = boundary
    analysis.communes = communes
    analysis.districts = districts
    analysis.priorityAreas = priorityAreas
    analysis.houseNumbers = houseNumbers
    return analysis
  }

  /// Sources as their licences ask to be named, as far as formats name them.
  var credits: [String] {
    let formats = reports.filter { [.streets, .candidates].contains($0.kind) }.map(\.report.format)
    let map = formats.contains(where: \.isOpenStreetMap)
    let register = formats.contains(where: \.isRegister)
    return (map ? ["© OpenStreetMap contributors (ODbL)"] : [])
      + (register ? ["INSEE, Sirene (Licence Ouverte 2.0)"] : [])
  }

  /// What findings call relays and candidates.
  var findingNames: FindingNames { FindingNames(facilities, candidates: candidates) }

  /// Findings of the readers: their own, and one per file with rows not taken.
  ///
  /// - Parameter result: What an analysis of them found, where there is one.
  func findings(after result: AnalysisResult? = nil) -> [Finding] {
    namedReports.flatMap { _, report in
      report.allFindings
        + (report.defectCount == 0
          ? []
          : [
            Finding(
              .rowsRejected(report.defectCount, of: report.rows), file: report.file)
          ])
    } + candidateInputs.findings(network.ground, after: result)
  }
}
