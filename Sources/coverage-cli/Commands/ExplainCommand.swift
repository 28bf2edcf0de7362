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
  @OptionGroup var moment: MomentOptions
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
    let found: PlaceSearch.Found
    do {
      found = try search.find(work)
    } catch let error as RequestError {
      // Without addresses a street is known by its name alone.
      guard case .noPlace(_, withoutAddresses: true) = error,
        try explainStreet([place], speaker, work)
      else { throw error }
      return
    }
    var match: GeocodingMatch?
    let position: Position
    switch found {
    case .position(let there): position = there
    case .address(let found):
      // A street without a number is told whole; so is one the streets know and the addresses do not.
      if found.kind == .street || !found.isPlace,
        try explainStreet([place, found.street].filter { !$0.isEmpty }, as: found, speaker, work)
      {
        return
      }
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
    question.time = moment.request
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

  /// Tells of a street whole.
  ///
  /// - Returns: Whether there is one to cover of such a name.
  private func explainStreet(
    _ names: [String], as match: GeocodingMatch? = nil, _ speaker: Speaker, _ work: Work
  ) throws -> Bool {
    var question = StreetQuestion(names, of: try plain.subject(else: territory))
    question.measure = plain.measure
    question.time = moment.request
    guard let answer = try question.answer(work) else { return false }
    if let json {
      try speaker.write(answer.json(speaker.words), to: json, reading: question.inputs + addresses)
    } else {
      // What the address base made of the name, where it is the one that was found.
      if let match, ColumnName.foldedLetters(match.street) != ColumnName.foldedLetters(place),
        ColumnName.foldedLetters(match.street)
          == ColumnName.foldedLetters(answer.explanation.street)
      {
        try speaker.say(speaker.words.found(match))
      }
      try speaker.say(answer.text(speaker.words))
    }
    return true
  }
}
