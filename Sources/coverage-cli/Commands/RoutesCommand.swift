import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais routes`: the ways to school, of a territory or of plain files.
struct RoutesCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "routes", abstract: Help.words.routesAbstract,
      discussion: Help.words.routesDiscussion)
  }

  @OptionGroup(title: Help.words.filesTitle) var plain: PlainFileOptions
  @OptionGroup(title: Help.words.filesTitle) var places: RouteFileOptions
  @OptionGroup var territory: TerritoryOption
  @OptionGroup(title: Help.words.momentTitle) var moment: MomentOptions

  @Option(name: .long, help: ArgumentHelp(Help.words.jsonHelp, valueName: "file|-"))
  var json: String?

  @Option(name: .long, help: ArgumentHelp(Help.words.routesOutHelp, valueName: "dir"))
  var out: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    try plain.check(beside: territory)
    if plain.distance.count > 1 { throw ValidationError(Help.words.oneDistance) }
    if plain.streets.isEmpty, !places.schools.isEmpty || !places.addresses.isEmpty {
      throw ValidationError(Help.words.streetsNeeded)
    }
    if !plain.streets.isEmpty, places.schools.isEmpty || places.addresses.isEmpty {
      throw ValidationError(Help.words.schoolsAndAddressesNeeded)
    }
  }

  func run(_ speaker: Speaker) throws {
    let work = speaker.work()
    var question = RoutesQuestion(of: try plain.subject(else: territory, places))
    question.measure = plain.measure
    question.time = moment.request
    question.isThorough = out != nil
    question.extent = json != nil && out == nil ? .figures : .everything
    let answer = try question.answer(work)
    if let out { try answer.write(to: out, work) }
    if let json {
      try speaker.write(RoutesJSON.bytes(answer.plan), to: json, reading: question.inputs)
    } else if !global.quiet || out == nil {
      try speaker.say(speaker.words.summary(of: answer.plan))
    }
    speaker.tell(answer.edits)
    speaker.tell(answer.findings, answer.findingNames)
    for kind in answer.missing { speaker.note(speaker.words.missing(kind)) }
    try global.end(withFindings: answer.findings)
  }
}
