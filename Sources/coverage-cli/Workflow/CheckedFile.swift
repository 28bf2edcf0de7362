import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// One file as `relais check` sees it: its kind guessed from its content, read by the same importer
/// a run would use.
struct CheckedFile {
  var kind: InputKind
  var report: ImportReport
  /// Facts about the content, by what they count.
  var facts: [CheckFact]
  /// Rows set aside by rule that are counted, and not listed: a register has millions.
  var ruled: [RejectedRow.Reason: Int] = [:]

  var summary: CheckSummary {
    var reasons = ruled
    for row in report.rejected { reasons[row.reason, default: 0] += 1 }
    return CheckSummary(
      file: report.file, kind: kind, format: report.format, rows: report.rows,
      taken: report.taken - ruled.values.reduce(0, +),
      reasons: RejectedRow.Reason.allCases.compactMap { reason in
        reasons[reason].map { (reason, $0) }
      },
      examples: report.rejected.prefix(5).map { $0 }, findings: report.findings, facts: facts)
  }

  static func read(_ file: String, in surroundings: Surroundings) throws -> CheckedFile {
    switch try InputFormat(ofFileAt: file) {
    case .osmPBF, .osmXML, .osmXMLGzip, .osmXMLBzip2: return try streets(file, surroundings)
    case .geoJSON, .geoPackage: return try features(file, surroundings)
    case .csv:
      if let kind = try SireneReader.kind(ofFileAt: file) {
        return try register(file, kind, communes: [], .standard)
      }
      return try table(file, surroundings)
    }
  }

  private static func streets(_ file: String, _ surroundings: Surroundings) throws -> CheckedFile {
    let imported = try StreetsImporter.read(file, in: surroundings)
    let network = NetworkBuilder.network(of: imported.value)
    return CheckedFile(
      kind: .streets, report: imported.report,
      facts: [
        .edges(network.edgeCount), .nodes(network.nodeCount), .length(network.totalLength),
        .components(network.components.count), .envelope(network.envelope),
      ])
  }

  private static func features(_ file: String, _ surroundings: Surroundings) throws -> CheckedFile {
    // Lines are streets, points are places, polygons are areas: the importer that takes most wins.
    var best: CheckedFile?
    var failure: (any Error)?
    let readers: [() throws -> CheckedFile] = [
      { try streets(file, surroundings) },
      { try places(file, surroundings) },
      {
        let areas = try AreasImporter.read(file, in: surroundings)
        return CheckedFile(
          kind: .boundary, report: areas.report,
          facts: [.areas(areas.value.prefix(8).map(\.name))])
      },
    ]
    for read in readers {
      do {
        let checked = try read()
        if checked.report.taken > best?.report.taken ?? -1 { best = checked }
      } catch { failure = failure ?? error }
    }
    guard let best else { throw failure ?? FormatError.empty(file: file) }
    return best
  }

  private static func places(_ file: String, _ surroundings: Surroundings) throws -> CheckedFile {
    let imported = try FacilitiesImporter.read(file, in: surroundings)
    return CheckedFile(
      kind: .adherents, report: imported.report,
      facts: [.envelope(Envelope(of: imported.value.map(\.position)))])
  }

  /// A file as a source of candidates.
  ///
  /// - Throws: what the importers throw.
  static func candidates(
    _ file: String, of territory: Territory, in surroundings: Surroundings
  ) throws -> CheckedFile {
    let categories = try territory.categories()
    if try InputFormat(ofFileAt: file) == .csv, let kind = try SireneReader.kind(ofFileAt: file) {
      return try register(file, kind, communes: territory.candidateCommunes, categories)
    }
    let importer = CandidatesImporter(
      categories: categories, in: surroundings,
      mapping: territory.configuration.columns[.candidates] ?? ColumnMapping())
    let imported = try importer.read([file])[0]
    return CheckedFile(
      kind: .candidates, report: imported.report,
      facts: [.envelope(Envelope(of: imported.value.candidates.map(\.candidate.place.position)))])
  }

  /// A register of any length, its rows judged one by one.
  private static func register(
    _ file: String, _ kind: SireneReader.Kind, communes: Set<String>, _ categories: CategoryTable
  ) throws -> CheckedFile {
    var ruled: [RejectedRow.Reason: Int] = [:]
    var unplaced = 0
    let pass: SireneReader.Pass
    switch kind {
    case .positions: pass = try SireneReader.positions(file, of: nil).pass
    case .establishments:
      pass = try SireneReader.establishments(
        file, in: SireneReader.withArrondissements(communes)
      ) { record in
        if !record.isOpen {
          ruled[.notOpen, default: 0] += 1
        } else if record.activity.flatMap({ categories.category(activity: $0) }) == nil {
          ruled[.notAShop, default: 0] += 1
        } else if record.position == nil {
          unplaced += 1
        }
      }
    }
    var checked = CheckedFile(
      kind: .candidates,
      report: ImportReport(
        file: file, format: kind.rawValue, rows: pass.rows - pass.elsewhere,
        rejected: pass.rejected, findings: pass.findings(file, communes)),
      facts: [.toPlace(unplaced)])
    checked.ruled = ruled
    return checked
  }

  /// - Throws: ``FormatError``; `.missing` for what is no address base.
  static func addresses(_ file: String) throws -> CheckedFile {
    CheckedFile(
      kind: .addresses, report: try HouseNumbersImporter.read(file).report, facts: [])
  }

  private static func table(_ file: String, _ surroundings: Surroundings) throws -> CheckedFile {
    let table = try CSVReader.read(InputFile(path: file))
    if table.column(named: ["wkt"]) != nil, table.column(named: ["u", "from", "source"]) != nil {
      return try streets(file, surroundings)
    }
    // A list of shops may have its house numbers in a column too; it also has their names.
    if AddressReader.recognises(table), table.column(named: ["nom", "name", "enseigne"]) == nil {
      return try addresses(file)
    }
    if table.column(named: ["idcar_200m", "IdINSPIRE"]) != nil {
      let cells = try PopulationImporter.read(file, in: surroundings)
      return CheckedFile(kind: .population, report: cells.report, facts: [])
    }
    if table.column(named: ["identifiant_de_l_etablissement", "numero_uai", "numero_d_uai"]) != nil
    {
      let schools = try SchoolsImporter.read(file, in: surroundings)
      return CheckedFile(
        kind: .schools, report: schools.report,
        facts: [.envelope(Envelope(of: schools.value.map(\.position)))])
    }
    if table.column(named: ["voie", "nom_voie", "type_et_libelle"]) != nil,
      table.column(named: ["uai", "code_uai", "code_rne", "rne"]) != nil
    {
      let catchments = try CatchmentsImporter.read(file, in: surroundings)
      return CheckedFile(kind: .catchments, report: catchments.report, facts: [])
    }
    return try places(file, surroundings)
  }
}
