import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais run`: the main job, from a territory's files to its reports.
struct RunCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run", abstract: Help.words.runAbstract, discussion: Help.words.runDiscussion)
  }

  @Argument(help: ArgumentHelp(Help.words.runFolderHelp, valueName: "dir"), completion: .directory)
  var folder: String?

  @OptionGroup var layer: LayerOption
  @OptionGroup var territory: TerritoryOption
  @OptionGroup(title: Help.words.pastTitle) var past: PastOptions

  @Option(name: .long, help: ArgumentHelp(Help.words.runOutHelp, valueName: "dir"))
  var out: String?

  @Option(name: .long, help: ArgumentHelp(Help.words.summaryJSONHelp, valueName: "file|-"))
  var json: String?

  @OptionGroup var printing: PDFOption
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let territory = try (folder.map { try Territory(at: $0) } ?? territory.find())
      .reading(layers: layer.layers(aloneFor: [.streets]))
    let run = try TownRun(territory, past.days, speaker.work())
    let folder = out ?? territory.outputFolder
    let known = run.knownFindings(in: folder)
    let written = try run.writeAll(to: folder, printing: printing.pdf)
    if let json {
      if let warning = speaker.words.warning(run.result.health) { speaker.note(warning) }
      try speaker.write(written.summary, to: json, reading: run.inputFiles)
    } else if !global.quiet {
      try speaker.done { try say(run, writtenTo: folder, speaker) }
    }
    tell(run, written, knowing: known, speaker)
    if printing.pdf { try run.printReports(ReportFormat.all, schools: true, in: folder) }
    try global.end(withFindings: run.findings, or: written.notKept != nil)
  }

  private func say(_ run: TownRun, writtenTo folder: String, _ speaker: Speaker) throws {
    let words = speaker.words
    if let day = past.day.asOf { try speaker.say(words.asOfLine(day)) }
    try speaker.say(words.summary(of: run.result))
    if let plan = run.material.routes { try speaker.say(words.summary(of: plan)) }
    if let prospection = run.material.prospection {
      try speaker.say(words.outcome(of: prospection))
    }
    if let change = run.material.trend?.change {
      try speaker.say(words.sentence(change, run.result.parameters.mainBudget))
    }
    if let streets = run.material.trend?.streetChanges { try speaker.say(words.sentence(streets)) }
    try speaker.say("")
    try speaker.say(words.written(folder))
  }

  private func tell(
    _ run: TownRun, _ written: TownRun.Written, knowing known: Set<Finding>, _ speaker: Speaker
  ) {
    let words = speaker.words
    speaker.tell(written.edits)
    // Missing kinds are reported below; candidates set aside are listed in their own file.
    let untold: [Finding.Code] = [.inputMissing, .candidatesLeftOut, .candidatesMerged]
    speaker.tell(
      run.findings.filter { !untold.contains($0.code) }, run.findingNames, knowing: known)
    for kind in run.material.missing { speaker.note(words.missing(kind)) }
    if run.streetsBeyond > 0 { speaker.note(words.streetsBeyond(run.streetsBeyond)) }
    if !run.hasMemory { speaker.note(words.noTrend) }
    if let problem = written.notKept {
      speaker.warn(words.runNotKept(words.sentence(problem)))
    }
  }
}
