import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais explain`: for one spot, the nearest relay and the way there, or why nobody reaches it.
struct ExplainCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain", abstract: Help.words.explainAbstract,
      discussion: Help.words.explainDiscussion)
  }

  @Argument(help: ArgumentHelp(Help.words.explainPlaceHelp, valueName: "address|lon,lat"))
  var place: String

  @Option(name: .long, help: ArgumentHelp(Help.words.addressesHelp, valueName: "file"))
  var addresses: [String] = []

  @OptionGroup(title: Help.words.filesTitle) var plain: PlainFileOptions
  @OptionGroup var territory: TerritoryOption

  @Option(name: .long, help: ArgumentHelp(Help.words.jsonHelp, valueName: "file|-"))
  var json: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws { try plain.check(beside: territory) }

  func run(_ speaker: Speaker) throws {
    let work = speaker.work()
    let words = speaker.words
    var search = PlaceSearch(place, in: territory.search)
    search.addresses = addresses
    var match: GeocodingMatch?
    let position: Position
    switch try search.find(work) {
    case .position(let found): position = found
    case .address(let found):
      guard found.isPlace, let there = found.position else {
        try speaker.say(words.found(found))
        throw ExitStatus.couldNotFinish
      }
      match = found
      position = there
    }
    var question = ExplainQuestion(
      position, as: place, of: try plain.subject(else: territory))
    question.measure = plain.measure
    let answer = try question.answer(work)
    if let json {
      try speaker.write(
        ExplanationJSON.bytes(
          answer.explanation, facilities: answer.facilities, address: match),
        to: json, reading: question.inputs + addresses)
    } else {
      if let match { try speaker.say(words.found(match)) }
      try speaker.say(words.explain(answer.explanation, facilities: answer.facilities))
    }
  }
}
