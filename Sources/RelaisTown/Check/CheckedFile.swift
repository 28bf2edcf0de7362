import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisRegistry
public import RelaisReports

/// One file as `relais check` sees it: its kind guessed from its content, read by the same importer
/// a run would use.
public struct CheckedFile {
  var kind: InputKind
  var report: ImportReport
  /// Facts about the content, by what they count.
  var facts: [CheckFact]
  /// Rows set aside by rule that are counted, and not listed: a register has millions.
  var ruled: [RejectedRow.Code: Int] = [:]
  /// What was met of a register, with the part a territory keeps.
  var register: SireneReader.Pass?
  /// What a territory keeps of a table of a whole country or département.
  var territoryPart: TablePart?
  /// Of streets, whether their network can bear figures.
  var health: NetworkHealth?
  /// Of streets, where their lines begin and end.
  var lineEnds: LineEnds?

  /// How much of a register is kept where a territory takes a part of it.
  public var keptPart: (taken: Int, rows: Int)? {
    territoryPart.map { ($0.taken, $0.rows) }
      ?? register.flatMap { $0.part == nil ? nil : ($0.taken, $0.rows) }
  }

  public var summary: CheckSummary {
    var reasons = ruled
    for row in report.rejected { reasons[row.code, default: 0] += 1 }
    return CheckSummary(
      file: report.file, kind: kind, format: report.format, rows: report.rows,
      taken: report.taken - ruled.values.reduce(0, +),
      reasons: RejectedRow.Code.allCases.compactMap { reason in
        reasons[reason].map { (reason, $0) }
      },
      examples: report.rejected.prefix(5).map { $0 }, findings: report.allFindings, facts: facts,
      columns: report.columns, understood: understood, health: health)
  }

  /// What the reader noted, and what goes without saying for the format.
  private var understood: Understood {
    var understood = report.understood
    understood.member = Understood.member(of: report.file)
    switch report.format {
    case .openStreetMap:
      understood.system = understood.system ?? ReadSystem(name: "EPSG:4326", origin: .format)
      understood.encoding = understood.encoding ?? .utf8
    case .streetLines(let container, _), .features(let container), .schoolDirectory(let container),
      .populationGrid(let container):
      if container == .geoJSON || container == .geoPackage {
        understood.encoding = understood.encoding ?? .utf8
      }
    case .network, .register, .addresses, .adherents, .schoolHolidays, .coverageMatrix, .registry:
      break
    }
    return understood
  }

  /// Whether a person should look at it.
  public var hasFindings: Bool {
    health.map { $0.verdict > .sound } ?? false || report.defectCount > 0
      || report.allFindings.contains { $0.severity > .note }
  }

  /// A file as what its territory takes it for, else as what its content shows.
  ///
  /// - Throws: what the importers throw.
  static func read(_ file: String, in setting: CheckSetting) throws -> CheckedFile {
    if let kind = setting.kind(of: file) { return try read(file, as: kind, in: setting) }
    return try setting.reading { try guessed(file, setting, $0) }
  }

  /// A file as a source of one kind.
  ///
  /// - Throws: what the importers throw.
  static func read(
    _ file: String, as kind: InputKind, in setting: CheckSetting
  ) throws -> CheckedFile {
    try setting.reading { surroundings in
      switch kind {
      case .streets: try streets(file, setting, surroundings)
      case .adherents: try adherents(file, setting, surroundings)
      case .candidates: try candidates(file, setting, surroundings)
      case .addresses: try addresses(file)
      case .schools: try schools(file, setting, surroundings)
      case .catchments: try catchments(file, setting, surroundings)
      case .population: try population(file, setting, surroundings)
      case .boundary, .districts, .priorityAreas: try areas(file, kind, setting, surroundings)
      }
    }
  }

  private static func guessed(
    _ file: String, _ setting: CheckSetting, _ surroundings: Surroundings
  ) throws -> CheckedFile {
    let format = try InputFormat(ofFileAt: file)
    switch format.kind {
    case .openStreetMap: return try streets(file, setting, surroundings)
    case .features, .table:
      if format == .csv, let kind = try SireneReader.kind(ofFileAt: file) {
        return try register(file, kind, setting)
      }
      if let content = try? FileContent.guess(file, in: surroundings) {
        return switch content {
        case .population: try population(file, setting, surroundings)
        case .schools: try schools(file, setting, surroundings)
        case .catchments: try catchments(file, setting, surroundings)
        }
      }
      return try format == .csv
        ? table(file, setting, surroundings) : features(file, setting, surroundings)
    }
  }

  private static func streets(
    _ file: String, _ setting: CheckSetting, _ surroundings: Surroundings
  ) throws -> CheckedFile {
    let imported = try StreetsImporter.read(
      file, layer: setting.layer(.streets), mapping: setting.mapping(.streets), in: surroundings)
    let network = NetworkBuilder.network(of: imported.value)
    var checked = CheckedFile(
      kind: .streets, report: imported.report,
      facts: [
        .edges(network.streetEdgeCount), .nodes(network.nodeCount), .length(network.totalLength),
        .components(network.components.count), .envelope(network.envelope),
      ])
    let budgets = setting.territory?.configuration.budgets ?? .standard
    checked.health = NetworkHealth(of: network, reach: budgets.farthest.length)
    checked.lineEnds = LineEnds(imported.value)
    return checked
  }

  /// Where the lines of a street file begin and end.
  ///
  /// - Throws: what the importers throw.
  static func lineEnds(ofStreetsAt file: String, in setting: CheckSetting) throws -> LineEnds {
    try setting.reading { surroundings in
      let imported = try StreetsImporter.read(
        file, layer: setting.layer(.streets), mapping: setting.mapping(.streets),
        in: surroundings)
      return LineEnds(imported.value)
    }
  }

  private static func features(
    _ file: String, _ setting: CheckSetting, _ surroundings: Surroundings
  ) throws -> CheckedFile {
    // Lines are streets, points are places, polygons are areas: the importer that takes most wins.
    var best: CheckedFile?
    var failure: (any Error)?
    let readers: [() throws -> CheckedFile] = [
      { try streets(file, setting, surroundings) },
      { try places(file, setting, surroundings) },
      { try areas(file, .boundary, setting, surroundings) },
    ]
    for read in readers {
      do {
        let checked = try read()
        if checked.report.taken > best?.report.taken ?? -1 { best = checked }
      } catch let error as RegistryError {
        // Personal data of children are that, whatever else the file could be.
        throw error
      } catch { failure = failure ?? error }
    }
    guard let best else { throw failure ?? FormatError.empty(file: file) }
    return best
  }

  private static func areas(
    _ file: String, _ kind: InputKind, _ setting: CheckSetting, _ surroundings: Surroundings
  ) throws -> CheckedFile {
    let areas = try AreasImporter.read(
      file, as: kind, layer: setting.layer(kind), mapping: setting.mapping(kind),
      in: surroundings)
    return CheckedFile(
      kind: kind, report: areas.report, facts: [.areas(areas.value.prefix(8).map(\.name))])
  }

  private static func places(
    _ file: String, _ setting: CheckSetting, _ surroundings: Surroundings
  ) throws -> CheckedFile {
    let imported = try FacilitiesImporter.read(
      file, layer: setting.layer(.adherents), mapping: setting.mapping(.adherents), in: surroundings
    )
    return CheckedFile(
      kind: .adherents, report: imported.report,
      facts: [.envelope(Envelope(of: imported.value.map(\.position)))])
  }

  /// Places, else the list as people keep it, perhaps with a title above the column names.
  private static func adherents(
    _ file: String, _ setting: CheckSetting, _ surroundings: Surroundings
  ) throws -> CheckedFile {
    do { return try places(file, setting, surroundings) } catch {
      guard
        let report = try? AdherentsImporter.check(
          file, layer: setting.layer(.adherents), mapping: setting.mapping(.adherents),
          in: surroundings), report.taken > 0
      else { throw error }
      return CheckedFile(kind: .adherents, report: report, facts: [])
    }
  }

  private static func candidates(
    _ file: String, _ setting: CheckSetting, _ surroundings: Surroundings
  ) throws -> CheckedFile {
    if try InputFormat(ofFileAt: file) == .csv, let kind = try SireneReader.kind(ofFileAt: file) {
      return try register(file, kind, setting)
    }
    let importer = CandidatesImporter(
      categories: try setting.territory?.categories() ?? .standard, in: surroundings,
      mapping: setting.mapping(.candidates), layer: setting.layer(.candidates))
    let imported = try importer.read([file])[0]
    return CheckedFile(
      kind: .candidates, report: imported.report,
      facts: [.envelope(Envelope(of: imported.value.candidates.map(\.candidate.place.position)))])
  }

  private static func schools(
    _ file: String, _ setting: CheckSetting, _ surroundings: Surroundings
  ) throws -> CheckedFile {
    let schools = try SchoolsImporter.read(
      file, layer: setting.layer(.schools), mapping: setting.mapping(.schools), in: surroundings)
    return CheckedFile(
      kind: .schools, report: schools.report,
      facts: [.envelope(Envelope(of: schools.value.map(\.position)))])
  }

  private static func catchments(
    _ file: String, _ setting: CheckSetting, _ surroundings: Surroundings
  ) throws -> CheckedFile {
    let catchments = try CatchmentsImporter.read(
      file, layer: setting.layer(.catchments), mapping: setting.mapping(.catchments),
      communes: setting.territory?.configuration.communes ?? [], in: surroundings)
    return CheckedFile(kind: .catchments, report: catchments.report, facts: [])
  }

  private static func population(
    _ file: String, _ setting: CheckSetting, _ surroundings: Surroundings
  ) throws -> CheckedFile {
    let cells = try PopulationImporter.read(
      file, layer: setting.layer(.population), mapping: setting.mapping(.population),
      in: surroundings)
    return CheckedFile(kind: .population, report: cells.report, facts: [])
  }

  /// A register of any length, its rows judged one by one.
  private static func register(
    _ file: String, _ kind: SireneReader.Kind, _ setting: CheckSetting
  ) throws -> CheckedFile {
    let communes = setting.territory?.candidateCommunes ?? []
    let categories = try setting.territory?.categories() ?? .standard
    var ruled: [RejectedRow.Code: Int] = [:]
    var unplaced = 0
    let codes = SireneReader.withArrondissements(communes)
    // Without communes the file itself is kept.
    let keepsPart = !communes.isEmpty
    let pass: SireneReader.Pass
    switch kind {
    case .positions:
      pass = try SireneReader.positions(file, of: nil, in: codes, keepsPart: keepsPart).pass
    case .establishments:
      // Millions of rows have some hundreds of activities.
      var isShop: [BusinessActivity?: Bool] = [:]
      func isWanted(_ isOpen: Bool, _ activity: BusinessActivity?) -> Bool {
        guard isOpen else {
          ruled[.notOpen, default: 0] += 1
          return false
        }
        let known =
          isShop[activity] ?? (activity.flatMap { categories.category(activity: $0) } != nil)
        isShop[activity] = known
        if !known { ruled[.notAShop, default: 0] += 1 }
        return known
      }
      pass = try SireneReader.establishments(
        file, in: codes, keepsPart: keepsPart, where: isWanted
      ) { record in
        if record.position == nil { unplaced += 1 }
      }
    }
    var checked = CheckedFile(
      kind: .candidates,
      report: ImportReport(
        file: file, format: SourceFormat(kind), rows: pass.rows - pass.elsewhere,
        rejected: RejectedRow.rows(pass.rejected), findings: pass.findings(file, communes),
        columns: pass.uses),
      facts: [.toPlace(unplaced)])
    checked.ruled = ruled
    checked.register = pass
    return checked
  }

  /// - Throws: ``FormatError``; `.missing` for what is no address base.
  private static func addresses(_ file: String) throws -> CheckedFile {
    CheckedFile(
      kind: .addresses, report: try HouseNumbersImporter.read(file).report, facts: [])
  }

  private static func table(
    _ file: String, _ setting: CheckSetting, _ surroundings: Surroundings
  ) throws -> CheckedFile {
    let table = try CSVReader.read(InputFile(path: file))
    let columns = ColumnFinder(table.headers, as: .content)
    if columns.has(.line), columns.has(.tail) {
      return try streets(file, setting, surroundings)
    }
    // A list of shops may have its house numbers in a column too; it also has their names.
    if AddressReader.recognises(table), !columns.has(.name) {
      return try addresses(file)
    }
    return try adherents(file, setting, surroundings)
  }
}
