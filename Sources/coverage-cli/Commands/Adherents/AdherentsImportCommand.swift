import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents import`: takes a spreadsheet as it is.
struct AdherentsImportCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import", abstract: Help.words.adherentsImportAbstract,
      discussion: Help.words.adherentsImportDiscussion)
  }

  @Argument(
    help: ArgumentHelp(Help.words.adherentsFileHelp, valueName: "file"), completion: .file())
  var file: String

  @Flag(name: .customLong("dry-run"), help: ArgumentHelp(Help.words.dryRunHelp))
  var dryRun = false

  @Option(name: .long, help: ArgumentHelp(Help.words.crsHelp, valueName: "EPSG:n"))
  var crs: String?

  @Option(
    name: .customLong("as-of"), help: ArgumentHelp(Help.words.importAsOfHelp, valueName: "date"))
  var asOf: CalendarDay?

  @Option(name: .long, help: ArgumentHelp(Help.words.importStateHelp, valueName: "word=state"))
  var state: [StateOfWord] = []

  @OptionGroup var layer: LayerOption
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let crs, (try? ReferenceSystem(parsing: crs)) == nil {
      throw ValidationError(Help.words.badReferenceSystem(crs))
    }
  }

  func run(_ speaker: Speaker) throws {
    let registry = try registry.open(speaker)
    let report = try registry.importList(
      file, referenceSystem: crs.map { try ReferenceSystem(parsing: $0) },
      layer: layer.layers(aloneFor: [.adherents])[.adherents],
      states: Dictionary(state.map { ($0.word, $0.state) }, uniquingKeysWith: { _, last in last }),
      asOf: asOf, isRehearsal: dryRun)
    func show() throws {
      speaker.tell(report.findings, FindingNames([]))
      speaker.tell(report.edits)
      // Before the account: a stream nobody reads must not keep it from being written.
      let rejects = dryRun ? nil : try registry.writeRejects(of: report)
      if global.quiet { return }
      try tell(report, of: registry, speaker)
      if let rejects { try speaker.say(speaker.words.rejectsWritten(rejects)) }
    }
    if dryRun { try show() } else { try speaker.done(show) }
    try global.end(
      withFindings: !report.rejected.isEmpty || !report.doubts.isEmpty
        || !report.unreadStates.isEmpty
        || report.findings.contains { $0.severity > .note })
  }

  /// What is to be looked at comes before what the last import of the list had somebody look at, which is one line.
  private func tell(
    _ report: AdherentsReport, of registry: TownRegistry, _ speaker: Speaker
  ) throws {
    let words = speaker.words
    let rejected = report.rejected.map { words.rejectedRow($0) }
    let doubts =
      words.sentences(report.doubts)
      + report.duplicates.map { pair in
        words.duplicate(
          pair.names, ids: [pair.duplicate.first, pair.duplicate.second], pair.duplicate.reasons)
      }
    let said = registry.warningsSaid(of: report.file)
    defer { if !dryRun { said.keep(rejected + doubts, in: registry.territory) } }
    try speaker.say(
      words.importSummary(
        file: report.file, rows: report.rows, added: report.added.count,
        changed: report.changed.count, unchanged: report.unchanged,
        rejected: report.rejected.count, isRehearsal: dryRun))
    if let line = report.headerLine {
      try speaker.say(words.linesAboveHeaders(line))
    }
    if let list = report.list, !dryRun { try speaker.say(words.importUndo(list)) }
    for one in report.added where dryRun { try speaker.say(words.addedLine(one)) }
    for one in report.changed {
      let change = report.changes[one.id]
      try speaker.say(
        words.changedLine(
          one, fields: change?.fields ?? [:], isContact: change?.isContact ?? false))
    }
    for line in rejected where !said.holds(line) { try speaker.say(line) }
    for question in report.unreadStates {
      try speaker.say(
        "  "
          + words.unreadState(
            question.word, rows: question.rows, newAdherents: question.newAdherents,
            newProspects: question.newProspects))
    }
    if let stock = report.overdrawn { speaker.error(words.overdrawn(stock)) }
    if report.statesNotNoted { speaker.warn(words.statesNotNoted) }
    for line in doubts where !said.holds(line) { try speaker.say(line) }
    let known = (rejected + doubts).count(where: said.holds)
    if known > 0 { try speaker.say(words.knownWarnings(known)) }
    if !report.ignoredColumns.isEmpty {
      try speaker.say(words.ignoredColumns(report.ignoredColumns))
    }
  }
}

/// `word=state` on the command line.
struct StateOfWord: ExpressibleByArgument {
  var word: String
  var state: AdherentState

  init?(argument: String) {
    guard let sign = argument.lastIndex(of: "="), sign > argument.startIndex,
      let state = AdherentState(argument: String(argument[argument.index(after: sign)...]))
    else { return nil }
    word = String(argument[..<sign])
    self.state = state
  }
}
