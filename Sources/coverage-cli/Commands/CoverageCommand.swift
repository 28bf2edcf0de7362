import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais coverage`: coverage and gaps, of a territory or of plain files.
struct CoverageCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "coverage", abstract: Help.words.coverageAbstract,
      discussion: Help.words.coverageDiscussion)
  }

  @OptionGroup(title: Help.words.filesTitle) var plain: PlainFileOptions
  @OptionGroup var territory: TerritoryOption
  @OptionGroup(title: Help.words.momentTitle) var moment: MomentOptions
  @OptionGroup(title: Help.words.pastTitle) var past: AsOfOption

  @Flag(name: .long, help: ArgumentHelp(Help.words.edgesHelp))
  var edges = false

  @Option(name: .long, help: ArgumentHelp(Help.words.jsonHelp, valueName: "file|-"))
  var json: String?

  @Option(name: .long, help: ArgumentHelp(Help.words.outHelp, valueName: "dir"))
  var out: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws { try plain.check(beside: territory) }

  func run(_ speaker: Speaker) throws {
    let work = speaker.work()
    var question = CoverageQuestion(of: try plain.subject(else: territory))
    question.measure = plain.measure
    question.time = moment.request
    question.asOf = past.asOf
    question.extent = out == nil && json != nil ? .figures : .everything
    let answer = try question.answer(work)
    if let out { try answer.write(to: out, work) }
    if let json {
      if let warning = speaker.words.warning(answer.result.health) { speaker.note(warning) }
      try speaker.write(
        CoverageJSON.bytes(
          answer.result, system: answer.referenceSystem, asOf: past.asOf, withEdges: edges),
        to: json, reading: question.inputs)
    } else if !global.quiet || out == nil {
      if let day = past.asOf { try speaker.say(speaker.words.asOfLine(day)) }
      try speaker.say(speaker.words.summary(of: answer.result))
    }
    speaker.tell(answer.edits)
    speaker.tell(answer.findings, answer.findingNames)
    try global.end(withFindings: answer.findings)
  }
}
