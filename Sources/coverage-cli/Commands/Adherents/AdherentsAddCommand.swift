import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents add`.
struct AdherentsAddCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add", abstract: Help.words.adherentsAddAbstract)
  }

  @Argument(help: ArgumentHelp(Help.words.addNameHelp, valueName: "name"))
  var name: String

  @Option(name: .long, help: ArgumentHelp(Help.words.newKindHelp))
  var kind: EstablishmentKind

  @Option(name: .long, help: ArgumentHelp(Help.words.newStateHelp))
  var state: AdherentState = .prospect

  // A longitude west of Greenwich starts like an option.
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(Help.words.longitudeHelp, valueName: "degrees"))
  var lon: Double?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(Help.words.latitudeHelp, valueName: "degrees"))
  var lat: Double?

  @Option(name: .long, help: ArgumentHelp(Help.words.addressHelp, valueName: "text"))
  var address: String?

  @Option(name: .long, parsing: .upToNextOption, help: FactArgument.help)
  var fact: [String] = []

  @Flag(name: .long, help: ArgumentHelp(Help.words.anywayHelp))
  var anyway = false

  @OptionGroup var contact: ContactOptions
  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if (lon == nil) != (lat == nil) { throw ValidationError(Help.words.bothCoordinates) }
    _ = try FactArgument.values(fact)
  }

  func run(_ speaker: Speaker) throws {
    var new = NewEstablishment(name: name, kind: kind)
    new.state = state
    new.address = address
    if let lon, let lat { new.position = Position(longitude: lon, latitude: lat) }
    new.facts = try FactArgument.values(fact)
    new.contact = contact.change
    new.isOther = anyway
    var generator = SystemRandomNumberGenerator()
    let change = try registry.open(speaker).add(new, occasion.occasion, using: &generator)
    try speaker.tell(change)
    try global.end(withFindings: !change.doubts.isEmpty)
  }
}
