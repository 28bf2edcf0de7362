import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais check`: what files hold and what would be rejected; writes nothing.
struct CheckCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check", abstract: Help.words.checkAbstract,
      discussion: Help.words.checkDiscussion)
  }

  @Argument(help: ArgumentHelp(Help.words.checkFilesHelp, valueName: "file"), completion: .file())
  var files: [String]

  @OptionGroup var territory: TerritoryOption

  @Option(name: .long, help: ArgumentHelp(Help.words.crsHelp, valueName: "EPSG:n|local"))
  var crs: String?

  @OptionGroup var layer: LayerOption

  @Option(name: .long, help: ArgumentHelp(Help.words.jsonHelp, valueName: "file|-"))
  var json: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let crs, (try? ReferenceSystem(parsing: crs)) == nil {
      throw ValidationError(Help.words.badReferenceSystem(crs))
    }
  }

  func run(_ speaker: Speaker) throws {
    var isRefused = false
    var hasFindings = false
    var summaries: [CheckSummary] = []
    let system = try crs.map { try ReferenceSystem(parsing: $0) }
    let checker = FileChecker(
      territory.search, referenceSystem: system, layers: layer.layers(aloneFor: InputKind.allCases))
    for file in files {
      do {
        let checked = try checker.check(file)
        hasFindings = hasFindings || checked.hasFindings
        let summary = try checker.summary(of: checked, speaker.words)
        summaries.append(summary)
        if !global.quiet, json == nil { try speaker.say(speaker.words.check(summary)) }
      } catch {
        speaker.warn(of: error)
        isRefused = true
      }
    }
    if let json {
      let bytes = CheckJSON.bytes(summaries, calendar: checker.calendar)
      try speaker.write(bytes, to: json, reading: files)
    } else if !global.quiet, !summaries.isEmpty, let calendar = checker.calendar {
      try speaker.say(speaker.words.checked(calendar))
    }
    if isRefused { throw ExitStatus.couldNotFinish }
    try global.end(withFindings: hasFindings)
  }
}
