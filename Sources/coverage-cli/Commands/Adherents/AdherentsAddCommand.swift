import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// `relais adherents add`.
struct AdherentsAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: words.adherentsAddAbstract)

  @Argument(help: ArgumentHelp(words.addNameHelp, valueName: "name"))
  var name: String

  @Option(name: .long, help: ArgumentHelp(words.newKindHelp))
  var kind: EstablishmentKind

  @Option(name: .long, help: ArgumentHelp(words.newStateHelp))
  var state: AdherentState = .prospect

  // A longitude west of Greenwich starts like an option.
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(words.longitudeHelp, valueName: "degrees"))
  var lon: Double?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(words.latitudeHelp, valueName: "degrees"))
  var lat: Double?

  @Option(name: .long, help: ArgumentHelp(words.addressHelp, valueName: "text"))
  var address: String?

  @Option(name: .long, parsing: .upToNextOption, help: FactArgument.help)
  var fact: [String] = []

  @OptionGroup var contact: ContactOptions
  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if (lon == nil) != (lat == nil) { throw ValidationError(words.bothCoordinates) }
    _ = try FactArgument.values(fact)
  }

  func run() throws {
    try ErrorPrinter.run {
      var values = try FactArgument.values(fact)
      values[.name] = name
      values[.kind] = kind.rawValue
      values[.state] = state.rawValue
      if let address { values[.address] = address }
      if let lon, let lat {
        values[.position] = PositionText.text(Position(longitude: lon, latitude: lat))
        values[.positionSource] = "hand"
      }
      let lookup = try AddressLookup(registry, for: values)
      let match = lookup?.place(&values)
      var generator = SystemRandomNumberGenerator()
      let id = RegistryUUID.random(using: &generator)
      try RecordedChange.write(registry, quiet: global.quiet, creating: true) { writer, _ in
        try writer.add(id: id, values, occasion.occasion)
        if let contact = contact.contact(of: id, known: nil) { try writer.setContact(contact) }
        return id
      }
      if let match, !global.quiet { AddressLookup.tell(match) }
    }
  }
}
