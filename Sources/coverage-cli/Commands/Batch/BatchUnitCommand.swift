import ArgumentParser
import RelaisTown
import RelaisWording

/// `relais batch unit`: a unit, or a few, in this process.
struct BatchUnitCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "unit", abstract: Help.words.batchUnitAbstract,
      discussion: Help.words.batchUnitDiscussion)
  }

  @Argument(help: ArgumentHelp(Help.words.batchUnitHelp, valueName: "insee"))
  var units: [String]

  @OptionGroup var work: BatchWorkOption

  @Flag(name: .long, help: ArgumentHelp(Help.words.batchReportsHelp))
  var reports = false

  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    // All of them are known before the first is begun.
    let units = try units.map { try BatchUnit($0, in: work.folder) }
    var hasFailed = false
    for unit in units {
      if let problem = try unit.run(reports: reports, speaker.work()) {
        hasFailed = true
        speaker.warn(speaker.words.batchUnitFailed(unit.id, problem))
      }
    }
    if hasFailed { throw ExitStatus.couldNotFinish }
  }
}
