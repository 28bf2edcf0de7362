import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// `relais adherents import`: takes a spreadsheet as it is.
struct AdherentsImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: words.adherentsImportAbstract,
    discussion: words.adherentsImportDiscussion)

  @Argument(help: ArgumentHelp(words.adherentsFileHelp, valueName: "file"))
  var file: String

  @Flag(name: .customLong("dry-run"), help: ArgumentHelp(words.dryRunHelp))
  var dryRun = false

  @Option(name: .long, help: ArgumentHelp(words.crsHelp, valueName: "EPSG:n"))
  var crs: String?

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let crs, (try? ReferenceSystem(parsing: crs)) == nil {
      throw ValidationError(words.badReferenceSystem(crs))
    }
  }

  func run() throws {
    try ErrorPrinter.run {
      let territory = try registry.territory.find()
      let system =
        try crs.map { try ReferenceSystem(parsing: $0) }
        ?? territory.configuration.referenceSystem
      // A rehearsal leaves no file behind.
      let isNew = try !RegistryStore.exists(at: territory.registryFile)
      let store =
        dryRun && isNew
        ? try RegistryStore(within: { TerritoryExtent.box(of: territory) })
        : try territory.registry(for: .creating)
      let report = try AdherentsImporter.run(
        file, into: store, stamp: registry.stamp,
        mapping: territory.configuration.columns[.adherents] ?? ColumnMapping(),
        in: Surroundings(system), addresses: AddressBases.read(of: territory), isRehearsal: dryRun)
      store.close()
      if !global.quiet { try tell(report) }
      if !dryRun {
        let path = try Rejects(in: territory.outputFolder).write(
          imported: file, report.rejected)
        if let path, !global.quiet { try Console.output(words.rejectsWritten(path)) }
      }
      EditPrinter.print(report.edits, quiet: global.quiet)
      if global.strict, !report.rejected.isEmpty || !report.doubts.isEmpty {
        throw ExitStatus.findings
      }
    }
  }

  private func tell(_ report: AdherentsReport) throws {
    try Console.output(
      words.importSummary(
        file: report.file, rows: report.rows, added: report.added.count,
        changed: report.changed.count, unchanged: report.unchanged,
        rejected: report.rejected.count, isRehearsal: dryRun))
    if let line = report.headerLine {
      try Console.output(words.linesAboveHeaders(line))
    }
    for one in report.added where dryRun { try Console.output(words.addedLine(one)) }
    for one in report.changed {
      let change = report.changes[one.id]
      try Console.output(
        words.changedLine(
          one, fields: change?.fields ?? [:], isContact: change?.isContact ?? false))
    }
    for row in report.rejected { try Console.output(words.rejectedRow(row)) }
    for doubt in report.doubts { try Console.output(words.sentence(doubt)) }
    for pair in report.duplicates {
      try Console.output(
        words.duplicate(
          pair.names, ids: [pair.duplicate.first, pair.duplicate.second],
          pair.duplicate.reasons))
    }
    if !report.ignoredColumns.isEmpty {
      try Console.output(words.ignoredColumns(report.ignoredColumns))
    }
  }
}
